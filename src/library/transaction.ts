import type { DatabaseSync } from 'node:sqlite';

/**
 * Does the work as one change: all of it is on disk when this returns, or none of it. It takes the right to write at once
 * (a transaction that reads first and then writes fails when another program wrote in between) and waits for other programs.
 * Within another change it is a part of that.
 */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Does work that only reads, all of it as things are at its beginning. Within a change it is a part of that. */
export function still<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    db.exec('COMMIT');
  }
}

/**
 * Does the work as one change that need not outlast a power cut: it is never half done, but the last ones may be gone, so that
 * what can be made again does not wait for the disk.
 */
export function lightly<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('PRAGMA synchronous = NORMAL');
  try {
    return transaction(db, work);
  } finally {
    db.exec('PRAGMA synchronous = FULL');
  }
}
