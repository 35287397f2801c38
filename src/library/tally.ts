import type { DatabaseSync } from 'node:sqlite';
import type { Condition, Query } from '../news/index.ts';
import { inScope, type Scope } from './scope.ts';
import { all, type Row } from './statements.ts';
import { readStates } from './values.ts';

/** How many articles there are of one sort. */
type Cell = Row;

/**
 * Returns how many articles are listed in the scope of each sort: at most 24 rows, however large the library. Triggers keep
 * two tallies: of what belongs to each source, and of what one source carries for another. What one source lists is the sum
 * of both. Several sources that carry the same article of a source beyond them list it once, so there, and only there, what
 * they carry is counted itself.
 */
export function tallyOf(db: DatabaseSync, scope: Scope): readonly Cell[] {
  const within = inScope(scope, 'source') ?? '1';
  const belonging = `SELECT kind, read, bookmarked, opened, articles FROM tally WHERE ${within}`;
  const parts = [belonging, ...(scope.carries ? [carriedIn(scope)] : [])];
  const sql = `SELECT kind, read, bookmarked, opened, sum(articles) AS articles FROM (${parts.join(' UNION ALL ')})
    GROUP BY kind, read, bookmarked, opened`;
  return all(db, sql);
}

function carriedIn(scope: Scope): string {
  if (scope.keys.length === 1) {
    return `SELECT kind, read, bookmarked, opened, articles FROM carried WHERE ${inScope(scope, 'carrier')}`;
  }
  return `SELECT kind, read, bookmarked, read_at IS NOT NULL, count(*) FROM articles
    WHERE key IN (SELECT article FROM carriers WHERE ${inScope(scope, 'source')}) AND NOT (${inScope(scope, 'source')})
    GROUP BY 1, 2, 3, 4`;
}

/** Returns how many articles meet the conditions, or null when the tally cannot tell. */
export function tallied(cells: readonly Cell[], conditions: Query['conditions']): number | null {
  const tests = conditions.map(testOf);
  if (tests.includes(null)) return null;
  return cells
    .filter((cell) => tests.every((test) => test!(cell)))
    .reduce((sum, cell) => sum + Number(cell['articles']), 0);
}

function testOf(condition: Condition): ((cell: Cell) => boolean) | null {
  switch (condition.type) {
    case 'read':
      return (cell) => condition.states.includes(readStates[Number(cell['read'])]!);
    case 'bookmarked':
      return (cell) => cell['bookmarked'] === 1;
    case 'opened':
      return (cell) => cell['opened'] === 1;
    case 'kind':
      return (cell) => (cell['kind'] === 1) === (condition.kind === 'backgrounder');
    default:
      return null;
  }
}
