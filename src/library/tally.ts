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
  const [single] = scope.keys;
  if (scope.keys.length === 1 && single !== undefined && !scope.whole) return all(db, singly, single, single);
  const within = inScope(scope, 'source') ?? '1';
  const belonging = `SELECT kind, read, bookmarked, opened, articles FROM tally WHERE ${within}`;
  const carried = `SELECT kind, read, bookmarked, read_at IS NOT NULL, count(*) FROM articles
    WHERE key IN (SELECT article FROM carriers WHERE ${within}) AND NOT (${within}) GROUP BY 1, 2, 3, 4`;
  return all(db, summed(scope.carries ? `${belonging} UNION ALL ${carried}` : belonging));
}

function summed(parts: string): string {
  return `SELECT kind, read, bookmarked, opened, sum(articles) AS articles FROM (${parts})
    GROUP BY kind, read, bookmarked, opened`;
}

/** In the same words for each source: a list of all of them asks it hundreds of times. */
const singly = summed(`
  SELECT kind, read, bookmarked, opened, articles FROM tally WHERE source = ?
  UNION ALL SELECT kind, read, bookmarked, opened, articles FROM carried WHERE carrier = ?`);

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
    case 'any':
    case 'all': {
      const tests = condition.conditions.map(testOf);
      if (tests.includes(null)) return null;
      return (cell) =>
        condition.type === 'any' ? tests.some((test) => test!(cell)) : tests.every((test) => test!(cell));
    }
    case 'not': {
      const test = testOf(condition.condition);
      return test && ((cell) => !test(cell));
    }
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
