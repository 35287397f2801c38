import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { connect } from './connect.ts';
import { wrongOutside } from './examine.ts';
import { saysDamaged } from './problem.ts';
import { all, one, run, type Row } from './statements.ts';
import { transaction } from './transaction.ts';

/** What cannot be read anew from the sources: it is taken over row by row from a damaged file, as far as it can be read. */
const precious = [
  {
    table: 'sources',
    key: 'rowid',
    columns: ['id', 'kind', 'name', 'location', 'kept', 'tags', 'tag_keys', 'paused', 'whole'],
  },
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
  { table: 'keys', key: null, columns: ['hash', 'article'] },
  { table: 'departed_sources', key: null, columns: ['location', 'id'] },
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
  for (const { table, key, columns: wanted } of precious) {
    const columns = columnsIn(from, table, wanted);
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

/** A library of an older version has fewer columns; where even their names cannot be read, nothing is lost by asking for all. */
function columnsIn(from: DatabaseSync, table: string, wanted: readonly string[]): readonly string[] {
  const found = attempt(() => all(from, 'SELECT name FROM pragma_table_info(?)', table)) ?? [];
  const names = new Set(found.map((row) => row['name']));
  return names.size === 0 ? wanted : wanted.filter((column) => names.has(column.replaceAll('"', '')));
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

/** Ranges that are tried in vain before the rest of a table is given up: each costs a fraction of a millisecond. */
const patience = 3000;

/**
 * Reads by ranges of row numbers, halving a range in which a page is broken until only the broken page is left out. Wide
 * ranges come first, so that a table of which little is left gives up that little before patience ends.
 */
function readByKey(from: DatabaseSync, table: string, names: string): readonly Row[] {
  if (attempt(() => from.prepare(`SELECT ${names} FROM ${table}`)) === null) return [];
  const rows: Row[] = [];
  const ranges: [number, number][] = [[1, lastKey(from, table)]];
  let failed = 0;
  for (const [first, last] of ranges) {
    const range = attempt(() => all(from, `SELECT ${names} FROM ${table} WHERE rowid BETWEEN ? AND ?`, first, last));
    if (range) rows.push(...range);
    else if (first < last && (failed += 1) < patience) {
      const middle = Math.floor((first + last) / 2);
      ranges.push([first, middle], [middle + 1, last]);
    }
  }
  return rows;
}

/** From the table itself, else from the counter that SQLite keeps, else a guess that is not reached in practice. */
function lastKey(from: DatabaseSync, table: string): number {
  const sequence = attempt(() => one(from, 'SELECT seq FROM sqlite_sequence WHERE name = ?', table)?.['seq']);
  const largest = attempt(() => one(from, `SELECT max(rowid) AS last FROM ${table}`)?.['last']);
  return Number(sequence ?? largest ?? 1_000_000);
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
    const statement = from.prepare(sql);
    statement.setReadBigInts(true);
    for (const row of statement.iterate()) rows.push(row);
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
