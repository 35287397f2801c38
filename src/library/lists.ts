import type { DatabaseSync } from 'node:sqlite';
import type { Headline, Query, SourceId } from '../news/index.ts';
import { headlinesByKey } from './headlines-by-key.ts';
import type { Headlines, Page } from './library.ts';
import { orderOf, type Order } from './order.ts';
import { matches, ranked } from './ranking.ts';
import { narrowed, scopeOf, type Scope } from './scope.ts';
import { all, one, type Value } from './statements.ts';
import { tallied, tallyOf } from './tally.ts';
import { fewRows, walkOf } from './walk.ts';
import { whereOf, type Where } from './where.ts';

/** Returns a window of the list, in its order. */
export function headlines(db: DatabaseSync, query: Query, ids: readonly SourceId[], page: Page): Headlines {
  const [rest, scope] = narrowed(query, scopeOf(db, ids));
  const words =
    rest.sort === 'relevance' ? rest.conditions.find((condition) => condition.type === 'text')?.words : undefined;
  return words === undefined ? pageOf(db, listOf(db, rest, scope), page) : rankedPage(db, rest, words, scope, page);
}

/** Returns how many articles each of the lists has. */
export function counts(db: DatabaseSync, queries: readonly Query[], ids: readonly SourceId[]): readonly number[] {
  const whole = scopeOf(db, ids);
  const cells = tallyOf(db, whole);
  return queries.map((query) => {
    const [rest, scope] = narrowed(query, whole);
    const quick = tallied(scope === whole ? cells : tallyOf(db, scope), rest.conditions);
    return quick ?? matchedKeys(db, rest, scope)?.length ?? countRows(db, whereOf(rest, scope));
  });
}

/** Returns the question for the ids of every article of the list, in the order in which they lie on the disk. */
export function idsOf(db: DatabaseSync, query: Query, ids: readonly SourceId[]): Where {
  const [rest, scope] = narrowed(query, scopeOf(db, ids));
  const matched = matchedKeys(db, rest, scope);
  const where = matched ? among(matched) : whereOf(rest, scope);
  return { sql: `SELECT a.id FROM articles AS a WHERE ${where.sql} ORDER BY a.key`, values: where.values };
}

/** A list that is about to be read: what its rows must meet, where to walk, and how many there are. */
interface List {
  readonly from: string;
  readonly where: Where;
  readonly order: Order;
  readonly total: number;
}

function listOf(db: DatabaseSync, query: Query, scope: Scope): List {
  const where = whereOf(query, scope);
  const order = orderOf(query.sort);
  const walked = `articles AS a INDEXED BY ${walkOf(db, query, scope)}`;
  const total = tallied(tallyOf(db, scope), query.conditions);
  if (total !== null) return { from: walked, where, order, total };
  const few = matchedKeys(db, query, scope) ?? fewKeys(db, where);
  if (!few) return { from: walked, where, order, total: countRows(db, where) };
  return { from: 'articles AS a', where: among(few), order, total: few.length };
}

function among(keys: readonly number[]): Where {
  return { sql: 'a.key IN (SELECT value FROM json_each(?))', values: [JSON.stringify(keys)] };
}

/** Returns the keys of all rows when they are few, else null: looking for a rare word then costs one walk, not one a page. */
function fewKeys(db: DatabaseSync, where: Where): readonly number[] | null {
  const sql = `SELECT a.key FROM articles AS a WHERE ${where.sql} LIMIT ${fewRows + 1}`;
  const keys = all(db, sql, ...where.values).map((row) => Number(row['key']));
  return keys.length <= fewRows ? keys : null;
}

/** Returns the keys of a list of full-text matches: the newest of them, so that a word of every article stays quick; else null. */
function matchedKeys(db: DatabaseSync, query: Query, scope: Scope): readonly number[] | null {
  const text = query.conditions.find((condition) => condition.type === 'text');
  if (!text) return null;
  const rest = { ...query, conditions: query.conditions.filter((condition) => condition !== text) };
  return matches(db, text.words, whereOf(rest, scope), fewRows);
}

function countRows(db: DatabaseSync, where: Where): number {
  return Number(one(db, `SELECT count(*) AS rows FROM articles AS a WHERE ${where.sql}`, ...where.values)?.['rows']);
}

function pageOf(db: DatabaseSync, list: List, page: Page): Headlines {
  const limit = Math.max(0, Math.trunc(page.limit));
  const { from } = page;
  if (from === 'start') return { rows: rows(db, list, 'on', null, limit), total: list.total, first: 0 };
  if (from === 'end') {
    const last = rows(db, list, 'back', null, limit);
    return { rows: last, total: list.total, first: list.total - last.length };
  }
  if ('around' in from) return around(db, list, from.around, limit);
  if ('after' in from) {
    const mark = standing(db, list.order, from.after);
    const first = from.index === undefined ? countTo(db, list, mark, '<=') : from.index + 1;
    return { rows: rows(db, list, 'on', mark, limit), total: list.total, first };
  }
  const mark = standing(db, list.order, from.before);
  const before = rows(db, list, 'back', mark, limit);
  const first = (from.index ?? countTo(db, list, mark, '<')) - before.length;
  return { rows: before, total: list.total, first };
}

/** The best matches in their order: a bounded list, so a page of it is a slice. */
function rankedPage(db: DatabaseSync, query: Query, words: string, scope: Scope, page: Page): Headlines {
  const keys = ranked(db, words, whereOf(query, scope)).map(({ key }) => key);
  const limit = Math.max(0, Math.trunc(page.limit));
  const start = firstOf(db, keys, page.from, limit);
  const first = Math.max(0, start);
  return { rows: headlinesByKey(db, keys.slice(first, Math.max(0, start + limit))), total: keys.length, first };
}

function firstOf(db: DatabaseSync, keys: readonly number[], from: Page['from'], limit: number): number {
  const indexOf = (id: string) => keys.indexOf(Number(one(db, 'SELECT key FROM articles WHERE id = ?', id)?.['key']));
  if (from === 'start') return 0;
  if (from === 'end') return keys.length - limit;
  if ('around' in from) return Math.max(0, Math.min(indexOf(from.around) - Math.floor(limit / 2), keys.length - limit));
  if ('after' in from) return indexOf(from.after.id) + 1;
  return indexOf(from.before.id) - limit;
}

/** Half a page before the article and half from it on; the beginning of the list when the article is not in it. */
function around(db: DatabaseSync, list: List, id: string, limit: number): Headlines {
  const columns = list.order.columns.join(', ');
  const row = one(
    db,
    `SELECT ${columns} FROM articles AS a WHERE a.id = ? AND ${list.where.sql}`,
    id,
    ...list.where.values,
  );
  if (!row) return { rows: rows(db, list, 'on', null, limit), total: list.total, first: 0 };
  const mark = Object.values(row).map((value) => (typeof value === 'bigint' ? Number(value) : value));
  const index = countTo(db, list, mark, '<');
  const first = Math.max(0, Math.min(index - Math.floor(limit / 2), list.total - limit));
  const before = rows(db, list, 'back', mark, index - first);
  const after = rows(db, list, 'from', mark, limit - before.length);
  return { rows: [...before, ...after], total: list.total, first };
}

/** Returns where the headline stands in the order. Its key is 0 when it has gone: then the list goes on before its equals. */
function standing(db: DatabaseSync, order: Order, headline: Headline): readonly Value[] {
  const row = one(db, 'SELECT key FROM articles WHERE id = ?', headline.id);
  return [...order.standing(headline), Number(row?.['key'] ?? 0)];
}

function rows(
  db: DatabaseSync,
  list: List,
  way: 'on' | 'from' | 'back',
  mark: readonly Value[] | null,
  limit: number,
): readonly Headline[] {
  if (limit <= 0) return [];
  const { order, where } = list;
  const descending = order.descending !== (way === 'back');
  const beyond = mark ? ` AND ${compared(order, way === 'from' ? '>=' : way === 'on' ? '>' : '<')}` : '';
  const sorted = order.columns.map((column) => (descending ? `${column} DESC` : column)).join(', ');
  const sql = `SELECT a.key FROM ${list.from} WHERE ${where.sql}${beyond} ORDER BY ${sorted} LIMIT ?`;
  const keys = all(db, sql, ...where.values, ...(mark ?? []), limit).map((row) => Number(row['key']));
  return headlinesByKey(db, way === 'back' ? keys.reverse() : keys);
}

function countTo(db: DatabaseSync, list: List, mark: readonly Value[], comparison: '<' | '<='): number {
  const sql = `SELECT count(*) AS rows FROM ${list.from} WHERE ${list.where.sql} AND ${compared(list.order, comparison)}`;
  return Number(one(db, sql, ...list.where.values, ...mark)?.['rows']);
}

type Comparison = '<' | '<=' | '>' | '>=';

/** Compares all columns of the order as one, in the direction of the list. */
function compared(order: Order, comparison: Comparison): string {
  const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
  const sign = order.descending ? turned[comparison] : comparison;
  return `(${order.columns.join(', ')}) ${sign} (${order.columns.map(() => '?').join(', ')})`;
}
