import type { DatabaseSync } from 'node:sqlite';
import type { Query } from '../news/index.ts';
import type { Order } from './order.ts';
import type { Ranks } from './paging.ts';
import { inScope, type Scope } from './scope.ts';
import { all, one } from './statements.ts';
import { fewRows } from './walk.ts';
import type { Where } from './term.ts';

// In a folded list one line stands for a story: the first of its articles in the order of the list that meet the conditions.

/** Returns what an article must meet to stand for its story in the list, given what its rows must meet. */
export function foldedWhere(where: Where, order: Order): Where {
  // Within it `a` is another article of the story.
  const first = `SELECT a.key FROM cards AS other
    CROSS JOIN articles AS a ON a.key = other.article
    WHERE other.story = own.story AND ${where.sql} ORDER BY ${sorted(order)} LIMIT 1`;
  const sql = `${where.sql} AND NOT EXISTS (SELECT 1 FROM cards AS own WHERE own.article = a.key AND own.article != (${first}))`;
  return { sql, values: [...where.values, ...where.values] };
}

/** Returns those of a few articles that stand for their stories. */
export function folded(db: DatabaseSync, keys: readonly number[], order: Order): readonly number[] {
  const sql = `SELECT key FROM (
      SELECT a.key, row_number() OVER (PARTITION BY ifnull(c.story, -a.key) ORDER BY ${sorted(order)}) AS place
      FROM json_each(?) AS listed CROSS JOIN articles AS a ON a.key = listed.value LEFT JOIN cards AS c ON c.article = a.key)
    WHERE place = 1`;
  return all(db, sql, JSON.stringify(keys)).map((row) => Number(row['key']));
}

/** Returns the first article of each story, in the order of the keys. */
export function firstOfEach(db: DatabaseSync, keys: readonly number[]): readonly number[] {
  const sql = 'SELECT article, story FROM json_each(?) AS listed CROSS JOIN cards ON article = listed.value';
  const stories = new Map(all(db, sql, JSON.stringify(keys)).map(({ article, story }) => [Number(article), story]));
  const met = new Set<unknown>();
  return keys.filter((key) => {
    const story = stories.get(key) ?? `alone ${key}`;
    return !met.has(story) && met.add(story);
  });
}

/**
 * Returns how many articles stand behind others in a list of all, or null when that must be counted. Of all articles it is kept; in a
 * scope beyond which few lie, those few are put right.
 */
export function hiddenIn(db: DatabaseSync, query: Query, scope: Scope): number | null {
  if (query.conditions.length > 0 || scope.carries) return null;
  const all = Number(one(db, 'SELECT behind FROM connecting')?.['behind']);
  if (scope.whole) return all;
  const within = inScope(scope, 'source') ?? '1';
  const beyond = scope.beyond.join(', ');
  const outside = `SELECT key FROM articles WHERE source IN (${beyond || '-1'}) LIMIT ${fewRows + 1}`;
  if (Number(one(db, `SELECT count(*) AS few FROM (${outside})`)?.['few']) > fewRows) return null;
  const sql = `SELECT ifnull(sum(articles - 1 - max(0, inside - 1)), 0) AS shown FROM (
      SELECT count(*) AS articles, sum(${within}) AS inside
      FROM cards CROSS JOIN articles AS a ON a.key = cards.article
      WHERE story IN (SELECT story FROM (${outside}) AS out CROSS JOIN cards ON cards.article = out.key)
      GROUP BY story)`;
  return all - Number(one(db, sql)?.['shown']);
}

/** Of a list of all articles, the newest first, it is kept which of them stand for their stories. */
export function leading({ sql, values }: Where): Where {
  return { sql: `${sql} AND a.behind = 0`, values };
}

/** Returns how those are counted: all along one index, less those behind along another. */
export function leadingRanks(ranks: Ranks | null): Ranks | null {
  if (!ranks) return null;
  const { without } = ranks;
  return { ...ranks, without: without && { ...without, sql: `${without.sql} AND a.behind = 0` }, behind: true };
}

/** Whether no article beyond the scope shares its story: else the one that stands for a story may not be in the list. */
export function isClosed(db: DatabaseSync, scope: Scope): boolean {
  if (scope.whole) return true;
  const sql = `SELECT 1 FROM articles AS out INDEXED BY articles_source CROSS JOIN cards AS own ON own.article = out.key
    CROSS JOIN cards AS other ON other.story = own.story AND other.article != own.article
    WHERE out.source IN (${scope.beyond.join(', ') || '-1'}) LIMIT 1`;
  return one(db, sql) === undefined;
}

function sorted({ columns, descending }: Order): string {
  return columns.map((column) => (descending ? `${column} DESC` : column)).join(', ');
}
