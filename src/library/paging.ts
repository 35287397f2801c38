import type { DatabaseSync } from 'node:sqlite';
import type { Headline } from '../news/index.ts';
import { headlinesByKey } from './headlines-by-key.ts';
import type { Headlines, Page } from './library.ts';
import type { Order } from './order.ts';
import { all, one, type Value } from './statements.ts';
import type { Where } from './term.ts';

/** A list that is about to be read: from which tables, what its rows must meet, their order, and how many there are. */
export interface List {
  readonly from: string;
  readonly where: Where;
  readonly order: Order;
  readonly total: number;
  readonly ranks?: Ranks | null;
  readonly near?: Near | null;
}

/** Finds the rows of a list nearest to a place in it, or its first or last, by their keys; null when they must be looked for. */
export type Near = (isBack: boolean, mark: readonly Value[] | null, limit: number) => readonly number[] | null;

/** How rows are counted along an index that tells all of it, so that no article need be looked at. */
export interface Ranks {
  readonly from: string;
  readonly where: Where;
  /** The few rows that are counted by that and are not in the list; null when there are none. */
  readonly without: Where | null;
  /** Whether articles that stand behind others of their story are not in it. */
  readonly behind?: true;
}

/** Returns a window of the list. */
export function pageOf(db: DatabaseSync, list: List, page: Page): Headlines {
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

/** Returns a window of articles whose keys are all known, in their order. */
export function slicePage(db: DatabaseSync, keys: readonly number[], page: Page): Headlines {
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
export function standing(db: DatabaseSync, order: Order, headline: Headline): readonly Value[] {
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
  const near = list.near?.(way === 'back', mark, limit) ?? null;
  const [from, { sql, values }] = near ? ['articles AS a', among(near)] : [list.from, where];
  const asked = `SELECT a.key FROM ${from} WHERE ${sql}${beyond} ORDER BY ${sorted} LIMIT ?`;
  const keys = all(db, asked, ...values, ...(mark ?? []), limit).map((row) => Number(row['key']));
  return headlinesByKey(db, way === 'back' ? keys.reverse() : keys);
}

/** Returns the condition that an article is one of these. */
export function among(keys: readonly number[]): Where {
  return { sql: 'a.key IN (SELECT value FROM json_each(?))', values: [JSON.stringify(keys)] };
}

/** Returns how many rows of the list stand before the mark, with `<=` those at it too. */
function countTo(db: DatabaseSync, list: List, mark: readonly Value[], comparison: '<' | '<='): number {
  if (!list.ranks) return countWhere(db, list.from, list.where, compared(list.order, comparison), mark);
  const before = compared(list.order, comparison);
  const after = compared(list.order, comparison === '<' ? '>=' : '>');
  const isFar = (side: string) => countWhere(db, list.ranks!.from, list.ranks!.where, side, mark, near) === near;
  // From the nearer end, for each row that is passed costs its time.
  return isFar(before) && !isFar(after)
    ? list.total - ranked(db, list.ranks, after, mark)
    : ranked(db, list.ranks, before, mark);
}

/** Rows that are counted in a few milliseconds. */
const near = 2500;

function ranked(db: DatabaseSync, ranks: Ranks, side: string, mark: readonly Value[]): number {
  const { from, where, without, behind } = ranks;
  const unlisted = without ? countWhere(db, 'articles AS a INDEXED BY articles_source', without, side, mark) : 0;
  const hidden = { sql: 'a.behind = 1', values: [] };
  return (
    countWhere(db, from, where, side, mark) -
    unlisted -
    (behind ? countWhere(db, 'articles AS a INDEXED BY articles_behind', hidden, side, mark) : 0)
  );
}

function countWhere(
  db: DatabaseSync,
  from: string,
  { sql, values }: Where,
  side: string,
  mark: readonly Value[],
  most?: number,
): number {
  const some = `FROM ${from} WHERE ${sql} AND ${side}`;
  const counting = most
    ? `SELECT count(*) AS rows FROM (SELECT 1 ${some} LIMIT ${most})`
    : `SELECT count(*) AS rows ${some}`;
  return Number(one(db, counting, ...values, ...mark)?.['rows']);
}

/** Returns the condition that an article stands in the order up to a place, in SQL. */
export function upTo(order: Order): string {
  return compared(order, '<=');
}

/** Returns how many articles there are up to a place in the order, at most so many. */
export function rankUpTo(db: DatabaseSync, order: Order, place: readonly Value[], most: number): number {
  const some = `SELECT 1 FROM articles AS a INDEXED BY ${order.index} WHERE ${upTo(order)} LIMIT ?`;
  return Number(one(db, `SELECT count(*) AS rows FROM (${some})`, ...place, most)?.['rows']);
}

type Comparison = '<' | '<=' | '>' | '>=';

/** Compares all columns of the order as one, in the direction of the list. */
function compared(order: Order, comparison: Comparison): string {
  const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
  const sign = order.descending ? turned[comparison] : comparison;
  return `(${order.columns.join(', ')}) ${sign} (${order.columns.map(() => '?').join(', ')})`;
}
