import type { DatabaseSync } from 'node:sqlite';
import { sorts, type ArticleId, type Instant, type Mark, type Query, type SourceId } from '../news/index.ts';
import { changesTags, endRedo, keepBefores, newChange, readMark, restore, set } from './befores.ts';
import type { Change, Extent } from './library.ts';
import { orderOf } from './order.ts';
import { rankUpTo, standing, upTo } from './paging.ts';
import { listedIn, narrowed, scopeOf, scopeOfKeys } from './scope.ts';
import { all, one, run, type Row } from './statements.ts';
import { tallied, tallyOf } from './tally.ts';
import { term, type Where } from './term.ts';
import { lightly } from './transaction.ts';
import { articleId, fromJson, readStates } from './values.ts';

/** Articles that are sooner marked in one go than in pieces. */
const few = 2000;
/** Articles in one piece, and keys that are looked at for it: few enough that a key is answered at once. */
const piece = { articles: 250, keys: 20_000 } as const;

/**
 * Begins a change of very many articles: notes what is meant, which outlasts the program, and changes those of `first` and some
 * more; {@link goOn} changes the rest. Returns null where the list is better marked at once, since it is short or the tally cannot
 * tell what is in it. Call it inside a transaction.
 */
export function beginSweep(
  db: DatabaseSync,
  program: string,
  [query, ids]: readonly [Query, readonly SourceId[]],
  mark: Mark,
  at: Instant,
  { upTo: last, first = [] }: Extent,
): Change | null {
  const [rest, scope] = narrowed(db, query, scopeOf(db, ids));
  const meant =
    changesTags(mark) || rest.folded ? [] : everySort.filter((cell) => isMeant(cell, rest, mark)).map(sortOf);
  const cells = tallyOf(db, scope).filter((cell) => meant.includes(sortOf(cell)));
  if ((tallied(cells, []) ?? 0) <= few) return null;
  const place = last ? standing(db, orderOf(rest.sort), last) : null;
  if (place && rankUpTo(db, orderOf(rest.sort), place, few) < few) return null;
  const change = newChange(db, program, mark, at);
  endRedo(db, program);
  const sql = `INSERT INTO sweeps (change, sources, sorts, bound, reached)
    VALUES (?, ?, ?, ?, ifnull((SELECT max(key) FROM articles), 0))`;
  const bound = place && JSON.stringify([rest.sort, ...place]);
  run(db, sql, change, JSON.stringify(scope.keys), JSON.stringify(meant), bound);
  const articles = markSome(db, sweepOf(db, change), amongFirst(first), at);
  return { articles, mark, verb: 'marked', goesOn: true };
}

/** Takes a change of very many articles back, or makes it again, a piece of it; null when the change was made at once. */
export function turnSweep(
  db: DatabaseSync,
  change: number,
  mark: Mark,
  verb: 'undone' | 'redone',
  at: Instant,
): Change | null {
  if (run(db, 'UPDATE sweeps SET pending = 1 WHERE change = ?', change) === 0) return null;
  run(db, 'UPDATE changes SET undone = ? WHERE change = ?', verb === 'undone' ? 1 : 0, change);
  return { articles: step(db, sweepOf(db, change), at), mark, verb, goesOn: true };
}

/** Goes on with changes that were begun, the earliest first, for one piece. Returns whether there is more to do. */
export function goOn(db: DatabaseSync, at: Instant): boolean {
  const next = one(db, 'SELECT change FROM sweeps WHERE pending = 1 ORDER BY change LIMIT 1');
  if (next) lightly(db, () => step(db, sweepOf(db, Number(next['change'])), at));
  return next !== undefined;
}

/** A change that is made in pieces, and how far it is. */
interface Sweep {
  readonly change: number;
  readonly mark: Mark;
  readonly isUndone: boolean;
  readonly reached: number;
  readonly applied: number;
  /** What an article of it meets. */
  readonly where: Where;
}

function sweepOf(db: DatabaseSync, change: number): Sweep {
  const row = one(db, 'SELECT * FROM sweeps JOIN changes USING (change) WHERE change = ?', change) ?? {};
  const scope = scopeOfKeys(db, numbersIn(row['sources']));
  const meant = numbersIn(row['sorts']);
  // What was changed since stays as it was made then.
  const since = 'a.id NOT IN (SELECT article FROM befores WHERE change > ?)';
  const sorted = `a.kind * 12 + a.read * 4 + a.bookmarked * 2 + (a.read_at IS NOT NULL) IN (${meant.join(', ') || '-1'})`;
  const bound = boundOf(fromJson(row['bound']));
  return {
    change,
    mark: readMark(row['mark']),
    isUndone: row['undone'] === 1,
    reached: Number(row['reached']),
    applied: Number(row['applied']),
    where: {
      sql: `(${listedIn(scope) ?? '1'}) AND ${sorted} AND ${bound.sql} AND ${since}`,
      values: [...bound.values, change],
    },
  };
}

/** Changes a piece, and returns the articles of it. With nothing left to do the change is at rest. */
function step(db: DatabaseSync, sweep: Sweep, at: Instant): readonly ArticleId[] {
  if (sweep.isUndone) return takeBack(db, sweep);
  return sweep.applied < lastRow(db, sweep) ? markAgain(db, sweep, at) : markNext(db, sweep, at);
}

function takeBack(db: DatabaseSync, { change, mark, applied }: Sweep): readonly ArticleId[] {
  const rows = all(db, `${someRows} AND row <= ? ORDER BY row DESC LIMIT ?`, change, applied, piece.articles);
  const from = rows.at(-1)?.['row'];
  if (from === undefined) return rest(db, change);
  restore(db, change, mark, [Number(from), applied]);
  run(db, 'UPDATE sweeps SET applied = ? WHERE change = ?', Number(from) - 1, change);
  return idsOf(rows);
}

/** What was taken back is marked again before more is. */
function markAgain(db: DatabaseSync, { change, mark, applied }: Sweep, at: Instant): readonly ArticleId[] {
  const rows = all(db, `${someRows} AND row > ? ORDER BY row LIMIT ?`, change, applied, piece.articles);
  const to = Number(rows.at(-1)?.['row']);
  set(db, change, mark, at, [applied + 1, to]);
  run(db, 'UPDATE sweeps SET applied = ? WHERE change = ?', to, change);
  return idsOf(rows);
}

function markNext(db: DatabaseSync, sweep: Sweep, at: Instant): readonly ArticleId[] {
  const { change, reached, where } = sweep;
  if (reached <= 0) return rest(db, change);
  const low = Math.max(0, reached - piece.keys);
  const sql = `SELECT a.key, a.id FROM articles AS a WHERE a.key > ? AND a.key <= ? AND ${where.sql}
    ORDER BY a.key DESC LIMIT ?`;
  const rows = all(db, sql, low, reached, ...where.values, piece.articles);
  const end = rows.length < piece.articles ? low : Number(rows.at(-1)!['key']) - 1;
  run(db, 'UPDATE sweeps SET reached = ? WHERE change = ?', end, change);
  const ids = rows.map((row) => row['id']);
  return markSome(db, sweep, term('SELECT value FROM json_each(?)', JSON.stringify(ids)), at);
}

/** Marks those of the articles that the change is about. */
function markSome(db: DatabaseSync, sweep: Sweep, chosen: Where, at: Instant): readonly ArticleId[] {
  const { change, mark, applied, where } = sweep;
  const meant = `SELECT a.id FROM (${chosen.sql}) AS some CROSS JOIN articles AS a ON a.id = some.value WHERE ${where.sql}`;
  if (keepBefores(db, change, { sql: meant, values: [...chosen.values, ...where.values] }, mark, applied) === 0)
    return [];
  const last = lastRow(db, sweep);
  set(db, change, mark, at, [applied + 1, last]);
  run(db, 'UPDATE sweeps SET applied = ? WHERE change = ?', last, change);
  return idsOf(all(db, `${someRows} AND row > ? ORDER BY row`, change, applied));
}

const someRows = 'SELECT row, article FROM befores WHERE change = ?';

function lastRow(db: DatabaseSync, { change }: Sweep): number {
  return Number(one(db, 'SELECT max(row) AS last FROM befores WHERE change = ?', change)?.['last'] ?? 0);
}

function rest(db: DatabaseSync, change: number): readonly ArticleId[] {
  run(db, 'UPDATE sweeps SET pending = 0 WHERE change = ?', change);
  return [];
}

function amongFirst(first: readonly ArticleId[]): Where {
  return term('SELECT DISTINCT value FROM json_each(?)', JSON.stringify(first));
}

function idsOf(rows: readonly Row[]): readonly ArticleId[] {
  return rows.map((row) => articleId(row['article']));
}

/** Every sort of article that the tally tells apart. */
const everySort: readonly Row[] = Array.from({ length: 24 }, (_, number) => ({
  kind: Math.floor(number / 12),
  read: Math.floor(number / 4) % 3,
  bookmarked: Math.floor(number / 2) % 2,
  opened: number % 2,
  articles: 1,
}));

function sortOf({ kind, read, bookmarked, opened }: Row): number {
  return Number(kind) * 12 + Number(read) * 4 + Number(bookmarked) * 2 + Number(opened);
}

/** Whether articles of the sort are in the list, and the mark changes them. */
function isMeant(cell: Row, { conditions }: Query, mark: Mark): boolean {
  const isOther =
    (mark.read !== undefined && cell['read'] !== readStates.indexOf(mark.read)) ||
    (mark.bookmarked !== undefined && cell['bookmarked'] !== Number(mark.bookmarked));
  return isOther && tallied([cell], conditions) === 1;
}

/** The list down to a row of it. What was kept is checked, for a library file can come from anywhere. */
function boundOf(kept: unknown): Where {
  if (!Array.isArray(kept)) return term('1');
  const [name, ...place] = kept as readonly unknown[];
  const sort = sorts.find((one) => one === name);
  const values = place.filter((value) => typeof value === 'number' || typeof value === 'string');
  const order = orderOf(sort ?? 'newest');
  return sort && values.length === order.columns.length ? term(upTo(order), ...values) : term('0');
}

function numbersIn(json: unknown): readonly number[] {
  const list = fromJson(json);
  return Array.isArray(list) ? list.filter((value) => Number.isInteger(value)) : [];
}
