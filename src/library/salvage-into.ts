import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { attempt } from './salvage-rows.ts';
import { all, run, type Row } from './statements.ts';

/** Returns the columns of a table of ours that can be written. */
export function columnsOf(db: DatabaseSync, table: string): readonly string[] {
  return all(db, 'SELECT name FROM pragma_table_info(?)', table).map((row) => `"${String(row['name'])}"`);
}

/** A library of an older version has fewer columns; where even their names cannot be read, nothing is lost by asking for all. */
export function columnsIn(from: DatabaseSync, table: string, wanted: readonly string[]): readonly string[] {
  const found = attempt(() => all(from, 'SELECT name FROM pragma_table_info(?)', table)) ?? [];
  const names = new Set(found.map((row) => row['name']));
  return names.size === 0 ? wanted : wanted.filter((column) => names.has(column.replaceAll('"', '')));
}

/** A row that breaks a rule of the table is left out; the others come over. */
export function takeOver(db: DatabaseSync, sql: string, row: Row): boolean {
  try {
    run(db, sql, ...Object.values(row).filter((value): value is SQLOutputValue => value !== undefined));
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    return false;
  }
}

/** SQLite's codes for a row that is too big, breaks a constraint, or has a value of another type. */
function isRefused(error: unknown): boolean {
  return [18, 19, 20].includes(Number((error as { errcode?: number }).errcode) & 0xff);
}
