import type { DatabaseSync } from 'node:sqlite';
import { one, run } from './statements.ts';
import { transaction } from './transaction.ts';
import { fromJson } from './values.ts';

/** Returns what was saved under the name, not checked, or undefined. */
export function session(db: DatabaseSync, name: string): unknown {
  return fromJson(one(db, 'SELECT value FROM session WHERE name = ?', name)?.['value']);
}

/** Saves a small value that JSON can hold; `undefined` forgets it. */
export function saveSession(db: DatabaseSync, name: string, value: unknown): void {
  const json = JSON.stringify(value);
  transaction(db, () => {
    if (json === undefined) run(db, 'DELETE FROM session WHERE name = ?', name);
    else run(db, 'INSERT OR REPLACE INTO session (name, value) VALUES (?, ?)', name, json);
  });
}
