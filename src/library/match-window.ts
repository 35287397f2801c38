import type { DatabaseSync } from 'node:sqlite';
import type { Query } from '../news/index.ts';
import { orderOf } from './order.ts';
import type { Near } from './paging.ts';
import type { Scope } from './scope.ts';
import { all, type Row } from './statements.ts';
import { keyBits } from './where-words.ts';
import { whereOf } from './where.ts';

/** Matches that are looked at for one window of a list; of so many in one second it is not known which come first. */
const most = 2000;

/**
 * Returns what finds the matches nearest to a place of a list that has the newest first, walking along the index of words from
 * there: to look up all matches of a common word takes as long as it must. Null for a list in another order.
 */
export function nearMatches(db: DatabaseSync, match: string, list: Query, scope: Scope): Near | null {
  if (orderOf(list.sort).index !== 'articles_newest') return null;
  const { sql, values } = whereOf(list, scope);
  return (isBack, mark, limit) => {
    const from = mark ? secondOf(Number(mark[0])) : null;
    const bound = from === null ? '1' : isBack ? `search.rowid >= ${rowOf(from)}` : `search.rowid < ${rowOf(from + 1)}`;
    const asked = `SELECT a.key, a.newest FROM search CROSS JOIN articles AS a
      WHERE a.key = search.rowid & ${keyBits} AND search MATCH ? AND ${bound} AND ${sql}
      ORDER BY search.rowid ${isBack ? 'ASC' : 'DESC'} LIMIT ${most}`;
    const rows = all(db, asked, match, ...values);
    return rows.length < most || areSure(rows, from, limit) ? rows.map((row) => Number(row['key'])) : null;
  };
}

/** Whether the rows asked for are among those found: in the second in which the search ended there may be more. */
function areSure(rows: readonly Row[], from: number | null, limit: number): boolean {
  const last = secondOf(Number(rows.at(-1)?.['newest']));
  const sure = rows.filter((row) => ![last, from].includes(secondOf(Number(row['newest']))));
  return sure.length >= limit;
}

/** The second of a date as the index of words has it (see `search_row` in schema.ts). */
function secondOf(newest: number): number {
  return newest > 8e15 ? 0 : Math.max(0, Math.min(Math.trunc(-newest / 1000), 60_000_000_000));
}

function rowOf(second: number): bigint {
  return BigInt(second) << 26n;
}
