import type { DatabaseSync } from 'node:sqlite';
import { closeSync, existsSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { migrations, applicationId } from './schema.ts';
import { versionOf } from './migrate.ts';
import { LibraryProblem, saysDamaged } from './problem.ts';
import { all, one } from './statements.ts';

/** How every SQLite file begins (sqlite.org/fileformat.html). */
const magic = 'SQLite format 3\0';

/** Returns whether there is something at the path, be it a link that leads nowhere. */
export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Returns what is wrong with the file from the outside, in words that follow "it", or null. SQLite would open any of these as empty. */
export function wrongOutside(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return isThere(file) ? 'is a link that leads nowhere' : null;
  if (!stats.isFile()) return 'is not a file';
  // A program that is stopped while it makes the library leaves an empty file, and there is nothing to lose yet.
  if (stats.size === 0) return existsSync(`${file}-wal`) ? 'is empty although its log is not' : null;
  return begins(file, magic) ? null : 'is not a library';
}

/** Returns what is wrong inside, or null. A library of a newer version is refused by throwing, and stays as it is. */
export function wrongInside(db: DatabaseSync, file: string, closely: boolean): string | null {
  try {
    const application = Number(one(db, 'PRAGMA application_id')?.['application_id']);
    const version = versionOf(db);
    if (application === 0 && version === 0 && isBlank(db)) return null;
    if (application !== applicationId) return 'belongs to another program';
    if (version > migrations.length) throw new LibraryProblem('newer', file);
    if (hasForeignParts(db)) return 'holds triggers or views that are not its own';
    if (version > 0) touch(db);
    return closely && !isSound(db) ? 'is damaged' : null;
  } catch (error) {
    if (saysDamaged(error)) return 'is damaged';
    throw error;
  }
}

/** Returns whether SQLite finds nothing wrong on any page. Reads the whole file. */
export function isSound(db: DatabaseSync): boolean {
  return one(db, 'PRAGMA quick_check(1)')?.['quick_check'] === 'ok';
}

/** Returns whether rows and indexes agree as well. Takes much longer than to look at the pages alone. */
export function isWhole(db: DatabaseSync): boolean {
  return one(db, 'PRAGMA integrity_check(1)')?.['integrity_check'] === 'ok';
}

/** Returns the version of the tables, and whether they are sound. */
export function examine(db: DatabaseSync): { readonly version: number; readonly sound: boolean } {
  return { version: versionOf(db), sound: isSound(db) };
}

/** What acts by itself could undo every change: only what a step of ours made may be there. */
function hasForeignParts(db: DatabaseSync): boolean {
  const parts = all(db, "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')");
  return parts.some(({ sql }) => !migrations.some((step) => step.includes(String(sql))));
}

function isBlank(db: DatabaseSync): boolean {
  return one(db, 'SELECT count(*) AS tables FROM sqlite_schema')?.['tables'] === 0;
}

/** Reads a little of what the first screen needs: the root of each table, and the ends of what cannot be had again. */
function touch(db: DatabaseSync): void {
  one(
    db,
    `SELECT (SELECT count(*) FROM sources), (SELECT sum(articles) FROM tally), (SELECT max(row) FROM statuses),
      (SELECT min(row) FROM statuses), (SELECT max(change) FROM changes), (SELECT max(key) FROM articles),
      (SELECT min(newest) FROM articles)`,
  );
}

function begins(file: string, text: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(text.length);
    readSync(handle, bytes, 0, text.length, 0);
    return bytes.toString('latin1') === text;
  } finally {
    closeSync(handle);
  }
}
