import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

export type Value = SQLInputValue;
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Questions that vary (a filter of many words) must not pile up. */
const most = 200;
const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** Returns the first row that answers, or undefined. */
export function one(db: DatabaseSync, sql: string, ...values: readonly Value[]): Row | undefined {
  return reading(prepare(db, sql), (statement) => statement.get(...values));
}

/** Returns every row that answers. */
export function all(db: DatabaseSync, sql: string, ...values: readonly Value[]): readonly Row[] {
  return reading(prepare(db, sql), (statement) => statement.all(...values));
}

/** Makes a change and returns how many rows it touched. Call it inside a transaction. */
export function run(db: DatabaseSync, sql: string, ...values: readonly Value[]): number {
  return Number(prepare(db, sql).run(...values).changes);
}

/** Returns the statement, prepared when it is first asked for and kept. */
function prepare(db: DatabaseSync, sql: string): StatementSync {
  let statements = prepared.get(db);
  if (!statements) prepared.set(db, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) {
    if (statements.size >= most) statements.delete(statements.keys().next().value ?? '');
    statements.set(sql, (statement = db.prepare(sql)));
  }
  return statement;
}

/** A number too large for JavaScript, which only a tampered file holds, would throw: then it is read as a big integer. */
function reading<T>(statement: StatementSync, read: (statement: StatementSync) => T): T {
  try {
    return read(statement);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    statement.setReadBigInts(true);
    try {
      return read(statement);
    } finally {
      statement.setReadBigInts(false);
    }
  }
}
