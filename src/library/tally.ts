import type { DatabaseSync } from 'node:sqlite';
import type { Condition, Query } from '../news/index.ts';
import { inScope, type Scope } from './scope.ts';
import { all, type Row } from './statements.ts';
import { readStates } from './values.ts';

/** How many articles there are of one sort. */
type Cell = Row;

/** Returns how many articles of the scope there are of each sort: at most 24 rows, however large the library. */
export function tallyOf(db: DatabaseSync, scope: Scope): readonly Cell[] {
  const within = inScope(scope, 'source');
  const sql = `SELECT kind, read, bookmarked, opened, sum(articles) AS articles FROM tally
    ${within ? `WHERE ${within}` : ''} GROUP BY kind, read, bookmarked, opened`;
  return all(db, sql);
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
