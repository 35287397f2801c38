import type { DatabaseSync } from 'node:sqlite';
import { one } from './statements.ts';
import { turnsOf } from './turns.ts';

/** What is to be written at the end of the change that a connection makes, by who writes it. */
const endings = new WeakMap<DatabaseSync, Map<Ending<never>, Map<number, never>>>();

/** Writes what was gathered during a change, by the keys of articles. */
export type Ending<Part> = (db: DatabaseSync, gathered: ReadonlyMap<number, Part>) => void;

/**
 * Does the work as one change: all of it is on disk when this returns, or none of it. It takes the right to write at once
 * (a transaction that reads first and then writes fails when another program wrote in between) and waits for other programs.
 * Within another change it is a part of that.
 */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  const turn = turnsOf(db)?.take();
  try {
    db.exec('BEGIN IMMEDIATE');
    turn?.taken();
    return committed(db, work);
  } finally {
    turn?.leave();
  }
}

function committed<T>(db: DatabaseSync, work: () => T): T {
  const gathered: Map<Ending<never>, Map<number, never>> = new Map();
  endings.set(db, gathered);
  try {
    const result = work();
    for (const [write, parts] of gathered) write(db, parts);
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    endings.delete(db);
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
  const before = Number(one(db, 'PRAGMA synchronous')?.['synchronous']);
  db.exec('PRAGMA synchronous = NORMAL');
  try {
    return transaction(db, work);
  } finally {
    db.exec(`PRAGMA synchronous = ${before}`);
  }
}

/**
 * Returns what is gathered for the end of the change that goes on, where `write` is to write it in one go; null when none goes
 * on. What is rolled back is forgotten with the change.
 */
export function gatheredFor<Part>(db: DatabaseSync, write: Ending<Part>): Map<number, Part> | null {
  const all = endings.get(db) as Map<Ending<Part>, Map<number, Part>> | undefined;
  if (!all) return null;
  let gathered = all.get(write);
  if (!gathered) all.set(write, (gathered = new Map()));
  return gathered;
}
