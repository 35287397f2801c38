import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { connect } from './connect.ts';
import { wrongOutside } from './examine.ts';
import { saysDamaged } from './problem.ts';
import { all, one, run, type Row } from './statements.ts';
import { transaction } from './transaction.ts';

/** What cannot be read anew from the sources: it is taken over row by row from a damaged file, as far as it can be read. */
const precious = [
  { table: 'sources', key: 'rowid', columns: ['id', 'kind', 'name', 'location', 'kept'] },
  {
    table: 'statuses',
    key: 'rowid',
    columns: ['article', 'read', 'bookmarked', 'block', '"offset"', 'progress', 'tags', 'read_at', 'bookmarked_at'],
  },
  {
    table: 'departed',
    key: null,
    columns: ['id', 'source', 'path', 'declared', 'address_key', 'fingerprint', 'title_key'],
  },
  { table: 'session', key: null, columns: ['name', 'value'] },
] as const;

/** Takes over into the library what can still be read in a damaged one. Returns how many statuses that were. */
export function salvage(db: DatabaseSync, damaged: string): number {
  if (wrongOutside(damaged) !== null) return 0;
  let from: DatabaseSync | undefined;
  try {
    from = connect(damaged, 'read');
    return salvageTables(db, from);
  } catch {
    // Nothing in it can be read: then nothing can be taken over.
    return 0;
  } finally {
    from?.close();
  }
}

function salvageTables(db: DatabaseSync, from: DatabaseSync): number {
  let statuses = 0;
  for (const { table, key, columns } of precious) {
    const names = columns.join(', ');
    const rows = key === null ? readPlain(from, table, names) : readByKey(from, table, names);
    const sql = `INSERT OR REPLACE INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    const kept = table === 'sources' ? sql.replace('REPLACE', 'IGNORE') : sql;
    transaction(db, () => {
      for (const row of rows) if (takeOver(db, kept, row) && table === 'statuses') statuses += 1;
    });
  }
  return statuses;
}

/** A row that breaks a rule of the table is left out; the others come over. */
function takeOver(db: DatabaseSync, sql: string, row: Row): boolean {
  try {
    run(db, sql, ...Object.values(row).filter((value): value is SQLOutputValue => value !== undefined));
    return true;
  } catch {
    return false;
  }
}

/** Reads by ranges of row numbers, halving a range in which a page is broken until only the broken page is left out. */
function readByKey(from: DatabaseSync, table: string, names: string): readonly Row[] {
  const rows: Row[] = [];
  const read = (first: number, last: number): void => {
    const range = attempt(() => all(from, `SELECT ${names} FROM ${table} WHERE rowid BETWEEN ? AND ?`, first, last));
    if (range) rows.push(...range);
    else if (first < last) {
      const middle = Math.floor((first + last) / 2);
      read(first, middle);
      read(middle + 1, last);
    }
  };
  const last = lastKey(from, table);
  for (let first = 1; first <= last; first += 1024) read(first, Math.min(last, first + 1023));
  return rows;
}

/** From the table itself, else from the counter that SQLite keeps, else a guess that is not reached in practice. */
function lastKey(from: DatabaseSync, table: string): number {
  const sequence = attempt(() => one(from, 'SELECT seq FROM sqlite_sequence WHERE name = ?', table)?.['seq']);
  const largest = attempt(() => one(from, `SELECT max(rowid) AS last FROM ${table}`)?.['last']);
  return Number(sequence ?? largest ?? 200_000);
}

/** Tables that are kept in the order of a text are read from both ends, up to what is broken. */
function readPlain(from: DatabaseSync, table: string, names: string): readonly Row[] {
  return [
    ...readOn(from, `SELECT ${names} FROM ${table}`),
    ...readOn(from, `SELECT ${names} FROM ${table} ORDER BY 1 DESC`),
  ];
}

function readOn(from: DatabaseSync, sql: string): readonly Row[] {
  const rows: Row[] = [];
  attempt(() => {
    for (const row of from.prepare(sql).iterate()) rows.push(row);
  });
  return rows;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (saysDamaged(error)) return null;
    throw error;
  }
}
