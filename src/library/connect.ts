import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { one } from './statements.ts';

/** Milliseconds to wait for another program's write before giving up. */
const patience = 5000;

/** Returns a connection that neither trusts what the file says about itself nor changes the file by being opened. */
export function connect(file: string, manner: 'write' | 'read' | 'read-only disk' = 'write'): DatabaseSync {
  return new DatabaseSync(manner === 'read-only disk' ? immutable(file) : file, {
    timeout: patience,
    enableForeignKeyConstraints: true,
    defensive: true,
    readOnly: manner !== 'write',
  });
}

/** Even to read, SQLite wants to write beside a library that has a log, unless it is told that nothing can change. */
function immutable(file: string): URL {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return url;
}

/** Runs the work while no other program runs such work on the library. The lock ends with the program, however it ends. */
export function alone<T>(lock: string, work: () => T): T {
  const db = new DatabaseSync(lock, { timeout: 6 * patience });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    db.close();
  }
}

/**
 * Prepares the connection for writing. With a write-ahead log two programs read while one writes; `FULL` has each commit on
 * the disk itself before it is acknowledged, for some 4 ms.
 */
export function settle(db: DatabaseSync): void {
  if (one(db, 'PRAGMA journal_mode')?.['journal_mode'] !== 'wal') toWriteAheadLog(db);
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
  `);
}

/**
 * Prepares the connection for filing much beside a reader's own. What feeds bring can be fetched again, and what is noted of
 * them is in the same change: so a power cut may take the last of it, which saves each change its wait for the disk. It takes
 * no mark, as the reader's connection waits for the disk, with all that the log has then. The log is brought into the library
 * after so many of its pages that the reader's connection never finds enough to do it itself.
 */
export function settleBeside(db: DatabaseSync): void {
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 2000');
}

/** SQLite does not wait for its turn when it changes the journal, so two programs that make the library at once would collide. */
function toWriteAheadLog(db: DatabaseSync): void {
  for (let tries = patience / 20; ; tries -= 1) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (tries <= 0 || (error as { errcode?: number }).errcode !== 5) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
