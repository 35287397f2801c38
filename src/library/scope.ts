import type { DatabaseSync } from 'node:sqlite';
import type { Query, SourceId } from '../news/index.ts';
import { all } from './statements.ts';

/** The sources whose articles count. */
export interface Scope {
  readonly keys: readonly number[];
  /** Whether these are all the sources there are, so that nothing need be looked at for it. */
  readonly whole: boolean;
  readonly keyOf: ReadonlyMap<string, number>;
}

/** Returns the scope of exactly these sources; those that are unknown have no articles. */
export function scopeOf(db: DatabaseSync, ids: readonly SourceId[]): Scope {
  const known = all(db, 'SELECT key, id FROM sources ORDER BY key');
  const keyOf = new Map(known.map((row) => [String(row['id']), Number(row['key'])]));
  const keys = [...new Set<string>(ids)].flatMap((id) => keyOf.get(id) ?? []);
  return { keys, whole: keys.length === known.length, keyOf };
}

/** Returns the query without its conditions on the source, and the scope narrowed by them: one source has an index and a tally. */
export function narrowed(query: Query, scope: Scope): readonly [Query, Scope] {
  const wanted = query.conditions.filter((condition) => condition.type === 'source');
  if (wanted.length === 0) return [query, scope];
  const keys = scope.keys.filter((key) => wanted.every(({ source }) => scope.keyOf.get(source) === key));
  const conditions = query.conditions.filter((condition) => condition.type !== 'source');
  return [
    { ...query, conditions },
    { ...scope, keys, whole: keys.length === scope.keyOf.size },
  ];
}

/** Returns what a row's column must meet to lie in the scope, in SQL, or null when any row does. */
export function inScope(scope: Scope, column: string): string | null {
  return scope.whole ? null : `${column} IN (${scope.keys.join(', ')})`;
}
