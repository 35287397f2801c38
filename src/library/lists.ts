import type { DatabaseSync } from 'node:sqlite';
import type { Condition, Headline, Query, SourceId } from '../news/index.ts';
import { inTime } from './asked-functions.ts';
import { fewBeyond } from './beyond.ts';
import { firstOfEach, folded, foldedWhere, hiddenIn, isClosed, leading, leadingRanks } from './folding.ts';
import type { Headlines, Page } from './library.ts';
import { matching, type Forms } from './match.ts';
import { orderOf } from './order.ts';
import { nearMatches } from './match-window.ts';
import { among, pageOf, slicePage, standing, upTo, type List, type Near, type Ranks } from './paging.ts';
import { living, matches, ranked } from './ranking.ts';
import { narrowed, scopeOf, unlistedIn, type Scope } from './scope.ts';
import { all, one, type Row } from './statements.ts';
import { tallied, tallyOf } from './tally.ts';
import { fewRows, indexOver, walkOf } from './walk.ts';
import type { Where } from './term.ts';
import { whereOf } from './where.ts';

/** Returns a window of the list, in its order. */
export function headlines(db: DatabaseSync, query: Query, ids: readonly SourceId[], page: Page): Headlines {
  return inTime(db, () => {
    const [rest, scope] = narrowed(db, query, scopeOf(db, ids));
    const looked = rest.sort === 'relevance' ? lookedFor(rest, living(db)) : null;
    if (!looked) return pageOf(db, listOf(db, rest, scope), page);
    const found = ranked(db, looked.match, looked.rest, scope);
    return slicePage(db, rest.folded ? firstOfEach(db, found) : found, page);
  });
}

/** Returns how many articles each of the lists has. */
export function counts(db: DatabaseSync, queries: readonly Query[], ids: readonly SourceId[]): readonly number[] {
  return inTime(db, () => {
    const whole = scopeOf(db, ids);
    const scopes = [whole, ...(whole.current ? [whole.current] : [])];
    const cells = new Map(scopes.map((scope) => [scope, tallyOf(db, scope)]));
    return queries.map((query) => {
      const [rest, scope] = narrowed(db, query, whole);
      const quick = quickTotal(db, rest, scope, cells.get(scope) ?? tallyOf(db, scope));
      if (rest.folded) return foldedList(db, rest, scope, quick).total;
      return quick ?? matched(db, rest, scope)?.total ?? countRows(db, rest, scope);
    });
  });
}

/** Returns the question for the ids of every article of the list, or down to one, in the order in which they lie on the disk. */
export function idsOf(db: DatabaseSync, query: Query, ids: readonly SourceId[], last?: Headline): Where {
  const [rest, scope] = narrowed(db, query, scopeOf(db, ids));
  const where = whereOf(rest, scope);
  const order = orderOf(rest.sort);
  const bound = last ? ` AND ${upTo(order)}` : '';
  const values = [...where.values, ...(last ? standing(db, order, last) : [])];
  return { sql: `SELECT a.id FROM articles AS a WHERE ${where.sql}${bound} ORDER BY a.key`, values };
}

/** What a list is looked for in the index of words, and its other conditions. */
interface Looked {
  readonly match: string;
  readonly rest: Query;
}

/** Returns the words that stand in every article of the list, as the index is asked for them; null when it has none. */
export function lookedFor(query: Query, forms?: Forms): Looked | null {
  const isLooked = (condition: Condition) => matching(condition) !== null;
  const looked = query.conditions.filter(isLooked);
  const match = looked.length === 0 ? null : matching({ type: 'all', conditions: looked }, forms);
  const conditions = query.conditions.filter((condition) => !isLooked(condition));
  return match === null ? null : { match, rest: { ...query, conditions } };
}

function listOf(db: DatabaseSync, query: Query, scope: Scope): List {
  const where = whereOf(query, scope);
  const order = orderOf(query.sort);
  const from = walkOf(db, query, scope);
  const total = quickTotal(db, query, scope, tallyOf(db, scope));
  if (query.folded) return foldedList(db, query, scope, total);
  if (total !== null) return { from, where, order, total, ranks: ranksOf(db, query, scope) };
  const looked = matched(db, query, scope);
  if (looked && !looked.keys) return { from, where, order, total: looked.total, near: nearOf(db, query, scope) };
  const few = looked?.keys ?? fewKeys(db, query, scope);
  if (!few) return { from, where, order, total: countRows(db, query, scope) };
  return { from: 'articles AS a', where: among(few), order, total: few.length };
}

function nearOf(db: DatabaseSync, query: Query, scope: Scope): Near | null {
  const looked = lookedFor(query);
  return looked && nearMatches(db, looked.match, looked.rest, scope);
}

/** Returns how rows of the list are counted along an index; null when none holds it, or too much beyond the scope. */
function ranksOf(db: DatabaseSync, query: Query, scope: Scope): Ranks | null {
  const over = indexOver(query);
  if (!over) return null;
  const { from, where } = over;
  const unlisted = unlistedIn(scope);
  if (unlisted === null) return { from, where: { sql: where, values: [] }, without: null };
  if (!fewBeyond(db, scope)) return null;
  return { from, where: { sql: where, values: [] }, without: { sql: `${unlisted} AND ${where}`, values: [] } };
}

/** Returns the list with a line for each story, given how many articles it has, where that can be told without looking. */
function foldedList(db: DatabaseSync, query: Query, scope: Scope, articles: number | null): List {
  const order = orderOf(query.sort);
  const hidden = hiddenIn(db, query, scope);
  const few = hidden === null ? (allMatches(db, query, scope) ?? fewKeys(db, query, scope)) : null;
  if (few) {
    const keys = folded(db, few, order);
    return { from: 'articles AS a', where: among(keys), order, total: keys.length };
  }
  const isPlain = hidden !== null && query.sort === 'newest' && isClosed(db, scope);
  const where = isPlain ? leading(whereOf(query, scope)) : foldedWhere(whereOf(query, scope), order);
  const from = walkOf(db, query, scope);
  const total = articles === null || hidden === null ? countIn(db, where) : articles - hidden;
  return { from, where, order, total, ranks: isPlain ? leadingRanks(ranksOf(db, query, scope)) : null };
}

/** All full-text matches of the list: each is compared with the others of its story. Null when no words are looked for. */
function allMatches(db: DatabaseSync, query: Query, scope: Scope): readonly number[] | null {
  const looked = matched(db, query, scope);
  if (!looked || looked.keys) return looked?.keys ?? null;
  const { match, rest } = lookedFor(query)!;
  return matches(db, match, rest, scope, mostCounted);
}

/**
 * Returns how many articles there are when that can be told without looking at each: by the tally, less those of them that a
 * `not` takes away, which are found by themselves. Else null.
 */
function quickTotal(db: DatabaseSync, query: Query, scope: Scope, cells: readonly Row[]): number | null {
  const told = tallied(cells, query.conditions);
  if (told !== null) return told;
  const without = query.conditions.flatMap((one) => (one.type === 'not' ? [one.condition] : []));
  const conditions = query.conditions.filter(({ type }) => type !== 'not');
  const before = without.length === 0 ? null : tallied(cells, conditions);
  if (before === null) return null;
  const away: Condition = { type: 'any', conditions: without };
  return before - countRows(db, { ...query, conditions: [...conditions, away] }, scope);
}

/** Returns the keys of all rows when they are few, else null: looking for a rare word then costs one walk, not one a page. */
function fewKeys(db: DatabaseSync, query: Query, scope: Scope): readonly number[] | null {
  const where = whereOf(query, scope);
  const sql = `SELECT a.key FROM articles AS a WHERE ${where.sql} LIMIT ${fewRows + 1}`;
  const keys = all(db, sql, ...where.values).map((row) => Number(row['key']));
  return keys.length <= fewRows ? keys : null;
}

/** Articles up to which all matches of a word are listed, though every article has it: to count them takes as long as it must. */
const mostCounted = 200_000;

/**
 * Returns how many full-text matches a list has, and their keys when they are few. In a very large library those are the newest
 * of them, so that a word of every article stays quick there. Null when no words are looked for.
 */
function matched(
  db: DatabaseSync,
  query: Query,
  scope: Scope,
): { readonly keys: readonly number[] | null; readonly total: number } | null {
  const looked = lookedFor(query);
  if (!looked) return null;
  const keys = matches(db, looked.match, looked.rest, scope, fewRows);
  const everything = tallied(tallyOf(db, { ...scope, whole: true, carries: false }), []) ?? 0;
  if (keys.length < fewRows || everything > mostCounted) return { keys, total: keys.length };
  const quick = looked.rest.conditions.length === 0 ? countMatches(db, looked.match, scope) : null;
  return { keys: null, total: quick ?? countRows(db, query, scope) };
}

/** Articles beyond the scope up to which each is looked at for itself. */
const fewBeside = 200;

/** Returns how many full-text matches there are in the scope, counted in the index alone; null when too many lie beyond the scope. */
function countMatches(db: DatabaseSync, match: string, scope: Scope): number | null {
  const beyond = unlistedIn(scope);
  const sql = `SELECT search_row FROM articles AS a INDEXED BY articles_source WHERE ${beyond} LIMIT ${fewBeside + 1}`;
  const beside = beyond === null ? [] : all(db, sql).map((row) => row['search_row']);
  if (beside.length > fewBeside) return null;
  // With the sign SQLite walks over the matches once, and does not look for each of these rows among them.
  const others = beside.length > 0 ? `AND +search.rowid NOT IN (${beside.join(', ')})` : '';
  return Number(one(db, `SELECT count(*) AS rows FROM search WHERE search MATCH ? ${others}`, match)?.['rows']);
}

function countRows(db: DatabaseSync, query: Query, scope: Scope): number {
  return countIn(db, whereOf(query, scope));
}

function countIn(db: DatabaseSync, where: Where): number {
  return Number(one(db, `SELECT count(*) AS rows FROM articles AS a WHERE ${where.sql}`, ...where.values)?.['rows']);
}
