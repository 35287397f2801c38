import type { DatabaseSync } from 'node:sqlite';
import type { Query } from '../news/index.ts';
import { orderOf } from './order.ts';
import { membersOf, type Scope } from './scope.ts';
import { tallied, tallyOf } from './tally.ts';

/** Rows that are sooner sorted than looked for along an index in the right order. */
export const fewRows = 3000;

/**
 * Returns the table of articles, and the index along which to walk it for the list, in SQL. SQLite would guess; we know from the tally how many rows each index
 * holds, so a list of three bookmarks never walks past a hundred thousand articles, and an open list never sorts them.
 */
export function walkOf(db: DatabaseSync, query: Query, scope: Scope): string {
  const { index } = orderOf(query.sort);
  const serving = narrower(db, query, scope).filter(({ order, rows }) => order === index || rows <= fewRows);
  const best = serving.toSorted((left, right) => left.rows - right.rows)[0];
  return best?.index === null ? membersOf(scope) : `articles AS a INDEXED BY ${best?.index ?? index}`;
}

/**
 * Returns the index that holds the list in its order and what is beyond the scope, in SQL, and the condition under which a row is in
 * it; null when no index does. Along it rows are counted without a look at the articles.
 */
export function indexOver({ conditions, sort }: Query): { readonly from: string; readonly where: string } | null {
  const { index } = orderOf(sort);
  const [only, ...more] = conditions;
  if (!only) return { from: `articles AS a INDEXED BY ${index}`, where: '1' };
  const over = partial.find(({ order, holds }) => order === index && isSame(only, holds));
  return over && more.length === 0 ? { from: `articles AS a INDEXED BY ${over.index}`, where: over.where } : null;
}

/** An index over a part of the articles. */
interface Walk {
  /** Null for what the scope lists, looked up one by one: sources that carry articles of others have no index of them all. */
  readonly index: string | null;
  /** The index over all articles that is in the same order, or null when it must be sorted. */
  readonly order: string | null;
  readonly rows: number;
}

const partial = [
  {
    index: 'articles_unread',
    order: 'articles_newest',
    holds: { type: 'read', states: ['unread', 'reading'] },
    where: 'a.read < 2',
  },
  {
    index: 'articles_reading',
    order: 'articles_recent',
    holds: { type: 'read', states: ['reading'] },
    where: 'a.read = 1',
  },
  { index: 'articles_bookmarked', order: 'articles_newest', holds: { type: 'bookmarked' }, where: 'a.bookmarked = 1' },
  {
    index: 'articles_backgrounders',
    order: 'articles_newest',
    holds: { type: 'kind', kind: 'backgrounder' },
    where: 'a.kind = 1',
  },
] as const;

function narrower(db: DatabaseSync, query: Query, scope: Scope): readonly Walk[] {
  // Of two conditions on one column SQLite folds one into the other, and then does not see that the index serves.
  const serving = partial.filter(({ holds }) => {
    const alike = query.conditions.filter(({ type }) => type === holds.type);
    return alike.length === 1 && implies(alike[0]!, holds);
  });
  const single = scope.keys.length === 1 && !scope.whole;
  if (serving.length === 0 && !single && !scope.carries) return [];
  const everywhere = tallyOf(db, { ...scope, whole: true, carries: false });
  const walks = serving.map(({ holds, index, order }) => ({ index, order, rows: tallied(everywhere, [holds]) ?? 0 }));
  if (!single && !scope.carries) return walks;
  const rows = tallied(tallyOf(db, scope), []) ?? 0;
  if (scope.carries) return [...walks, { index: null, order: null, rows }];
  return [...walks, { index: 'articles_source', order: 'articles_newest', rows }];
}

/** Whether the condition holds for all of the index and for nothing else. */
function isSame(condition: Query['conditions'][number], holds: (typeof partial)[number]['holds']): boolean {
  if (!implies(condition, holds)) return false;
  return condition.type !== 'read' || holds.type !== 'read' || condition.states.length === holds.states.length;
}

function implies(condition: Query['conditions'][number], holds: (typeof partial)[number]['holds']): boolean {
  if (condition.type !== holds.type) return false;
  if (condition.type === 'read' && holds.type === 'read') {
    const held: readonly string[] = holds.states;
    return condition.states.length > 0 && condition.states.every((state) => held.includes(state));
  }
  return condition.type === 'kind' && holds.type === 'kind' ? condition.kind === holds.kind : true;
}
