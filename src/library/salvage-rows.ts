import type { DatabaseSync } from 'node:sqlite';
import { asProblem, LibraryProblem } from './problem.ts';
import { one, type Row } from './statements.ts';

/** Ranges that are tried in vain before the rest of a table is given up: each costs a fraction of a millisecond. */
const patience = 3000;
/** Rows that are read at a time: a table may be larger than memory. */
const atOnce = 1000;

/**
 * Reads by ranges of row numbers, halving a range in which a page is broken until only the broken page is left out. Wide
 * ranges come first, so that a table of which little is left gives up that little before patience ends.
 */
export function* readByKey(from: DatabaseSync, table: string, names: string): Generator<Row> {
  const read = `SELECT ${names} FROM ${table} WHERE rowid BETWEEN ? AND ?`;
  if (attempt(() => from.prepare(read)) === null) return;
  const ranges = rangesOf(keysOf(from, table));
  let failed = 0;
  for (const [first, last] of ranges) {
    const rows = attempt(() => rowsOf(from, read, first, last));
    if (rows) yield* rows;
    else if (first < last && (failed += 1) < patience) {
      const middle = Math.floor((first + last) / 2);
      ranges.push([first, middle], [middle + 1, last]);
    }
  }
}

type Range = readonly [first: number, last: number];

/** Numbers that follow a date may lie far apart: then a range is wide, and holds few rows all the same. */
function rangesOf([first, last]: Range): Range[] {
  const width = Math.max(atOnce, Math.ceil((last - first + 1) / patience));
  const ranges: Range[] = [];
  for (let from = first; from <= last; from += width) ranges.push([from, Math.min(from + width - 1, last)]);
  return ranges;
}

/** From the table itself, else from the counter that SQLite keeps, else a guess that is not reached in practice. */
function keysOf(from: DatabaseSync, table: string): Range {
  const sequence = attempt(() => one(from, 'SELECT seq FROM sqlite_sequence WHERE name = ?', table)?.['seq']);
  const largest = attempt(() => one(from, `SELECT max(rowid) AS last FROM ${table}`)?.['last']);
  const smallest = attempt(() => one(from, `SELECT min(rowid) AS first FROM ${table}`)?.['first']);
  return [Math.min(1, Number(smallest ?? 1)), Number(sequence ?? largest ?? 1_000_000)];
}

/** Tables that are kept in the order of a text are read from both ends, up to what is broken. */
export function* readPlain(from: DatabaseSync, table: string, names: string): Generator<Row> {
  if (yield* readOn(from, `SELECT ${names} FROM ${table}`)) return;
  yield* readOn(from, `SELECT ${names} FROM ${table} ORDER BY 1 DESC`);
}

/** Yields rows up to the first that cannot be read. Returns whether there was none such. */
function* readOn(from: DatabaseSync, sql: string): Generator<Row, boolean> {
  const rows = attempt(() => iterate(from, sql));
  if (rows === null) return false;
  for (;;) {
    const next = attempt(() => rows.next());
    if (next === null) return false;
    if (next.done === true) return true;
    yield next.value;
  }
}

function iterate(from: DatabaseSync, sql: string): Iterator<Row> {
  const statement = from.prepare(sql);
  statement.setReadBigInts(true);
  return statement.iterate()[Symbol.iterator]();
}

function rowsOf(from: DatabaseSync, sql: string, first: number, last: number): readonly Row[] {
  const statement = from.prepare(sql);
  statement.setReadBigInts(true);
  return statement.all(first, last);
}

/** Returns null for what is damaged, or what the disk does not give any more. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const problem = asProblem(error, '');
    if (problem instanceof LibraryProblem && ['damaged', 'unreachable'].includes(problem.trouble)) return null;
    throw error;
  }
}
