import type { DatabaseSync } from 'node:sqlite';
import type { Query } from '../news/index.ts';
import { orderOf } from './order.ts';
import type { Scope } from './scope.ts';
import { tallied, tallyOf } from './tally.ts';

/** Rows that are sooner sorted than looked for along an index in the right order. */
export const fewRows = 3000;

/**
 * Returns the index along which to walk for the list. SQLite would guess; we know from the tally how many rows each index
 * holds, so a list of three bookmarks never walks past a hundred thousand articles, and an open list never sorts them.
 */
export function walkOf(db: DatabaseSync, query: Query, scope: Scope): string {
  const narrowest = narrower(db, query, scope).toSorted((left, right) => left.rows - right.rows)[0];
  const { index } = orderOf(query.sort);
  if (!narrowest) return index;
  return index === 'articles_newest' || narrowest.rows <= fewRows ? narrowest.index : index;
}

interface Walk {
  readonly index: string;
  readonly rows: number;
}

/** The partial indexes and what they hold; each is in the order of the newest. */
const partial = [
  { index: 'articles_unread', holds: { type: 'read', states: ['unread', 'reading'] } },
  { index: 'articles_reading', holds: { type: 'read', states: ['reading'] } },
  { index: 'articles_bookmarked', holds: { type: 'bookmarked' } },
  { index: 'articles_backgrounders', holds: { type: 'kind', kind: 'backgrounder' } },
] as const;

function narrower(db: DatabaseSync, query: Query, scope: Scope): readonly Walk[] {
  const serving = partial.filter(({ holds }) => query.conditions.some((condition) => implies(condition, holds)));
  const single = scope.keys.length === 1 && !scope.whole;
  if (serving.length === 0 && !single) return [];
  const everywhere = tallyOf(db, { ...scope, whole: true });
  const walks = serving.map(({ index, holds }) => ({ index, rows: tallied(everywhere, [holds]) ?? 0 }));
  return single ? [...walks, { index: 'articles_source', rows: tallied(tallyOf(db, scope), []) ?? 0 }] : walks;
}

function implies(condition: Query['conditions'][number], holds: (typeof partial)[number]['holds']): boolean {
  if (condition.type !== holds.type) return false;
  if (condition.type === 'read' && holds.type === 'read') {
    const held: readonly string[] = holds.states;
    return condition.states.length > 0 && condition.states.every((state) => held.includes(state));
  }
  return condition.type === 'kind' && holds.type === 'kind' ? condition.kind === holds.kind : true;
}
