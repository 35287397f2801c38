import { DatabaseSync } from 'node:sqlite';
import { one } from './statements.ts';

/** Milliseconds to wait for another program's write before giving up. */
const patience = 5000;

/** Returns a connection that neither trusts what the file says about itself nor changes the file by being opened. */
export function connect(file: string, manner: 'write' | 'read' = 'write'): DatabaseSync {
  return new DatabaseSync(file, {
    timeout: patience,
    enableForeignKeyConstraints: true,
    defensive: true,
    readOnly: manner === 'read',
  });
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
