import type { DatabaseSync } from 'node:sqlite';
import { applicationId, migrations } from './schema.ts';
import { one } from './statements.ts';
import { transaction } from './transaction.ts';

/** Returns how many of the migrations the library has taken; 0 for a new one. */
export function versionOf(db: DatabaseSync): number {
  return Number(one(db, 'PRAGMA user_version')?.['user_version']);
}

/** Takes the steps that are missing, each as one change: a crash between two leaves a library that goes on from there. */
export function migrate(db: DatabaseSync, steps: readonly string[] = migrations): void {
  for (let version = versionOf(db); version < steps.length; version += 1) {
    transaction(db, () => {
      // Another program may have taken this step while we waited for our turn.
      if (versionOf(db) !== version) return;
      db.exec(steps[version]!);
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version + 1}`);
    });
  }
}
