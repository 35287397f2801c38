import { backup, type DatabaseSync } from 'node:sqlite';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../news/index.ts';
import { connect } from './connect.ts';
import { isSound, wrongInside, wrongOutside } from './examine.ts';
import { makeFolder, makePrivate, type Home } from './home.ts';

/** Copies that are kept, one a day. */
const kept = 5;
const day = 24 * 60 * 60 * 1000;

/** Copies the library when the last copy is older than a day. Reading and writing go on meanwhile. Once it is closed, the copy is given up. */
export async function backUp(db: DatabaseSync, home: Home, at: Instant): Promise<void> {
  const newest = backups(home)[0];
  if (newest && Math.abs(at - Date.parse(newest.slice(0, 10))) < day) return;
  makeFolder(home.backups);
  const made = join(home.backups, `making-${process.pid}.db`);
  try {
    makePrivate(made);
    await backup(db, made, { rate: 500, progress: () => goOn(db) });
    renameSync(made, join(home.backups, `${new Date(at).toISOString().slice(0, 10)}.db`));
  } catch (error) {
    // Nobody waits for it: the program is ending.
    if (!(error instanceof GivenUp)) throw error;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(made + end, { force: true });
  }
  for (const old of backups(home).slice(kept)) rmSync(join(home.backups, old), { force: true });
}

class GivenUp extends Error {}

function goOn(db: DatabaseSync): void {
  if (!db.isOpen) throw new GivenUp();
}

/** Returns the newest copy that is whole and that this version can read, or null. */
export function goodBackup(home: Home): string | null {
  const files = backups(home).map((name) => join(home.backups, name));
  return files.find(isGood) ?? null;
}

/** Returns the names of the copies, the newest first. */
export function backups(home: Home): readonly string[] {
  if (!existsSync(home.backups)) return [];
  return readdirSync(home.backups)
    .filter((name) => /^\d{4}-\d\d-\d\d\.db$/.test(name))
    .sort()
    .reverse();
}

function isGood(file: string): boolean {
  if (wrongOutside(file) !== null) return false;
  let db: DatabaseSync | undefined;
  try {
    db = connect(file, 'read');
    return wrongInside(db, file, false) === null && isSound(db);
  } catch {
    // A copy that cannot be read, for whatever reason, is no good copy.
    return false;
  } finally {
    db?.close();
  }
}
