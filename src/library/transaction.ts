import type { DatabaseSync } from 'node:sqlite';
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
