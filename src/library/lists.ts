import type { DatabaseSync } from 'node:sqlite';
import type { Condition, Query, SourceId } from '../news/index.ts';
import { firstOfEach, folded, foldedWhere, hiddenIn } from './folding.ts';
import type { Headlines, Page } from './library.ts';
import { orderOf } from './order.ts';
import { pageOf, slicePage, type List } from './paging.ts';
import { matches, ranked } from './ranking.ts';
import { narrowed, scopeOf, type Scope } from './scope.ts';
import { all, one } from './statements.ts';
import { tallied, tallyOf } from './tally.ts';
import { fewRows, walkOf } from './walk.ts';
import { tablesOf, whereOf, type Where } from './where.ts';

/** Returns a window of the list, in its order. */
export function headlines(db: DatabaseSync, query: Query, ids: readonly SourceId[], page: Page): Headlines {
  const [rest, scope] = narrowed(db, query, scopeOf(db, ids));
  const text = rest.sort === 'relevance' ? textOf(rest) : undefined;
  if (!text) return pageOf(db, listOf(db, rest, scope), page);
  const found = ranked(db, text.words, without(rest, text), scope);
  return slicePage(db, rest.folded ? firstOfEach(db, found) : found, page);
}

/** Returns how many articles each of the lists has. */
export function counts(db: DatabaseSync, queries: readonly Query[], ids: readonly SourceId[]): readonly number[] {
  const whole = scopeOf(db, ids);
  const cells = new Map([whole, ...(whole.current ? [whole.current] : [])].map((scope) => [scope, tallyOf(db, scope)]));
  return queries.map((query) => {
    const [rest, scope] = narrowed(db, query, whole);
    const quick = tallied(cells.get(scope) ?? tallyOf(db, scope), rest.conditions);
    if (rest.folded) return foldedList(db, rest, scope, quick).total;
    return quick ?? matchedKeys(db, rest, scope)?.length ?? countRows(db, rest, scope);
  });
}

/** Returns the question for the ids of every article of the list, in the order in which they lie on the disk. */
export function idsOf(db: DatabaseSync, query: Query, ids: readonly SourceId[]): Where {
  const [rest, scope] = narrowed(db, query, scopeOf(db, ids));
  const matched = matchedKeys(db, rest, scope);
  const where = matched ? among(matched) : whereOf(rest, scope);
  const tables = matched ? 'articles AS a' : tablesOf(rest).scanned;
  return { sql: `SELECT a.id FROM ${tables} WHERE ${where.sql} ORDER BY a.key`, values: where.values };
}

function listOf(db: DatabaseSync, query: Query, scope: Scope): List {
  const where = whereOf(query, scope);
  const order = orderOf(query.sort);
  const from = tablesOf(query, walkOf(db, query, scope)).joined;
  const total = tallied(tallyOf(db, scope), query.conditions);
  if (query.folded) return foldedList(db, query, scope, total);
  if (total !== null) return { from, where, order, total };
  const few = matchedKeys(db, query, scope) ?? fewKeys(db, query, scope);
  if (!few) return { from, where, order, total: countRows(db, query, scope) };
  return { from: 'articles AS a', where: among(few), order, total: few.length };
}

/** Returns the list with a line for each story, given how many articles it has, where the tally tells that. */
function foldedList(db: DatabaseSync, query: Query, scope: Scope, articles: number | null): List {
  const order = orderOf(query.sort);
  const hidden = hiddenIn(db, query, scope);
  const few = hidden === null ? (matchedKeys(db, query, scope) ?? fewKeys(db, query, scope)) : null;
  if (few) {
    const keys = folded(db, few, order);
    return { from: 'articles AS a', where: among(keys), order, total: keys.length };
  }
  const where = foldedWhere(query, scope, whereOf(query, scope), order);
  const from = tablesOf(query, walkOf(db, query, scope)).joined;
  const total = articles === null || hidden === null ? countIn(db, from, where) : articles - hidden;
  return { from, where, order, total };
}

function among(keys: readonly number[]): Where {
  return { sql: 'a.key IN (SELECT value FROM json_each(?))', values: [JSON.stringify(keys)] };
}

/** Returns the keys of all rows when they are few, else null: looking for a rare word then costs one walk, not one a page. */
function fewKeys(db: DatabaseSync, query: Query, scope: Scope): readonly number[] | null {
  const where = whereOf(query, scope);
  const sql = `SELECT a.key FROM ${tablesOf(query).scanned} WHERE ${where.sql} LIMIT ${fewRows + 1}`;
  const keys = all(db, sql, ...where.values).map((row) => Number(row['key']));
  return keys.length <= fewRows ? keys : null;
}

/** Returns the keys of a list of full-text matches: the newest of them, so that a word of every article stays quick; else null. */
function matchedKeys(db: DatabaseSync, query: Query, scope: Scope): readonly number[] | null {
  const text = textOf(query);
  return text ? matches(db, text.words, without(query, text), scope, fewRows) : null;
}

function countRows(db: DatabaseSync, query: Query, scope: Scope): number {
  return countIn(db, tablesOf(query).scanned, whereOf(query, scope));
}

function countIn(db: DatabaseSync, tables: string, where: Where): number {
  return Number(one(db, `SELECT count(*) AS rows FROM ${tables} WHERE ${where.sql}`, ...where.values)?.['rows']);
}

type TextCondition = Extract<Condition, { readonly type: 'text' }>;

function textOf(query: Query): TextCondition | undefined {
  return query.conditions.find((condition) => condition.type === 'text');
}

function without(query: Query, text: TextCondition): Query {
  return { ...query, conditions: query.conditions.filter((condition) => condition !== text) };
}
