import { readFileSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { cleanLine, say } from '../text/index.ts';
import type { Problem } from '../news/index.ts';
import type { Home } from './home.ts';
import { one } from './statements.ts';

/**
 * A write-ahead log that is cut short or gone is silent: SQLite shows the library as it was before. So how many statuses
 * there are is also noted outside the library, and a start that finds fewer says so. Rows of that table are never deleted.
 */
export function writeWatermark(db: DatabaseSync, home: Home): void {
  const count = statuses(db);
  writeFileSync(home.watermark, `${count}\n`, { mode: 0o600 });
  written.set(db, count);
}

/** What each connection has noted last. */
const written = new WeakMap<DatabaseSync, number>();

/**
 * The same after a change, unless that is a part of a larger one or brought no status: whoever files articles makes many such.
 * Where it cannot be noted, only less is noticed.
 */
export function raiseWatermark(db: DatabaseSync, home: Home): void {
  if (db.isTransaction || written.get(db) === statuses(db)) return;
  try {
    writeWatermark(db, home);
  } catch {
    // The change itself is on the disk.
  }
}

/** Returns a problem when the library holds fewer statuses than were noted, else null. */
export function belowWatermark(db: DatabaseSync, home: Home): Problem | null {
  const noted = readWatermark(home);
  const missing = noted - statuses(db);
  if (missing <= 0) return null;
  const detail = say`The marks of ${missing} articles are missing from the library: its last changes were lost on the disk. Older copies are in ${cleanLine(home.backups)}.`;
  return { kind: 'library', where: cleanLine(home.file), detail };
}

function statuses(db: DatabaseSync): number {
  return Number(one(db, 'SELECT max(row) AS last FROM statuses')?.['last'] ?? 0);
}

function readWatermark(home: Home): number {
  try {
    return Number.parseInt(readFileSync(home.watermark, 'utf8'), 10) || 0;
  } catch {
    // None was written yet.
    return 0;
  }
}
