import type { DatabaseSync } from 'node:sqlite';
import { applicationId, migrations } from './schema.ts';
import { one } from './statements.ts';
import { transaction } from './transaction.ts';

/** Returns how many of the migrations the library has taken; 0 for a new one. */
export function versionOf(db: DatabaseSync): number {
  return Number(one(db, 'PRAGMA user_version')?.['user_version']);
}

/** Hears which step of how many is about to be taken. */
export type TellStep = (step: number, steps: number) => void;

/**
 * Takes the steps that are missing, each as one change: killed in the middle of one, the library is as it was before that, and
 * the next start goes on from there. Steps are told only where there is something to bring up to date.
 */
export function migrate(
  db: DatabaseSync,
  steps: readonly string[] = migrations,
  tell: TellStep = () => undefined,
): void {
  const first = versionOf(db);
  for (let version = first; version < steps.length; version += 1) {
    if (first > 0) tell(version - first + 1, steps.length - first);
    transaction(db, () => {
      // Another program may have taken this step while we waited for our turn.
      if (versionOf(db) !== version) return;
      db.exec(steps[version]!);
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version + 1}`);
    });
  }
}
