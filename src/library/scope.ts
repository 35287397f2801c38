import type { DatabaseSync } from 'node:sqlite';
import type { Condition, Query, SourceId } from '../news/index.ts';
import { leftBehind } from './listed.ts';
import { all, one } from './statements.ts';

/** The sources whose articles count. */
export interface Scope {
  readonly keys: readonly number[];
  /** Whether these are all the sources there are, so that nothing need be looked at for it. */
  readonly whole: boolean;
  /** The other sources that there are. */
  readonly beyond: readonly number[];
  /** Whether some of them carry articles that belong to a source beyond the scope. */
  readonly carries: boolean;
  readonly keyOf: ReadonlyMap<string, number>;
  /** The same without what is left of removed sources, which only some lists show. */
  readonly current: Scope | null;
}

/** Returns the scope of exactly these sources; those that are unknown have no articles. */
export function scopeOf(db: DatabaseSync, ids: readonly SourceId[]): Scope {
  const known = all(db, 'SELECT key, id, location FROM sources ORDER BY key');
  const keyOf = new Map(known.map((row) => [String(row['id']), Number(row['key'])]));
  const keys = [...new Set<string>(ids)].flatMap((id) => keyOf.get(id) ?? []);
  const left = Number(known.find((row) => row['location'] === leftBehind)?.['key'] ?? -1);
  const current = keys.includes(left)
    ? scopeWith(
        db,
        keys.filter((key) => key !== left),
        keyOf,
      )
    : null;
  return { ...scopeWith(db, keys, keyOf), current };
}

/** Returns the scope of the sources with these keys; those that are gone have no articles. */
export function scopeOfKeys(db: DatabaseSync, keys: readonly number[]): Scope {
  const known = all(db, 'SELECT key, id FROM sources');
  const keyOf = new Map(known.map((row) => [String(row['id']), Number(row['key'])]));
  const here = new Set(keyOf.values());
  return scopeWith(
    db,
    keys.filter((key) => here.has(key)),
    keyOf,
  );
}

/**
 * Returns the query without its conditions on the source, and the scope narrowed by them: one source has an index and a tally.
 * What is left of removed sources stands only in lists of what the reader marked, opened or looked for.
 */
export function narrowed(db: DatabaseSync, query: Query, scope: Scope): readonly [Query, Scope] {
  const wanted = query.conditions.filter((condition) => condition.type === 'source');
  if (wanted.length === 0) return [query, query.conditions.some(looksBack) ? scope : (scope.current ?? scope)];
  const [key, ...others] = new Set(wanted.map(({ source }) => scope.keyOf.get(source)));
  const keys = key !== undefined && others.length === 0 && scope.keys.includes(key) ? [key] : [];
  const conditions = query.conditions.filter((condition) => condition.type !== 'source');
  return [{ ...query, conditions }, scopeWith(db, keys, scope.keyOf)];
}

/** Returns what a row's column must meet to lie in the scope, in SQL, or null when any row does. */
export function inScope(scope: Scope, column: string): string | null {
  if (scope.whole) return null;
  // Every row is compared with each of them, so of hundreds it is said which few do not count.
  return scope.beyond.length < scope.keys.length
    ? `${column} NOT IN (${scope.beyond.join(', ')})`
    : amongSources(scope.keys, column);
}

function amongSources(keys: readonly number[], column: string): string {
  // Of an empty list SQLite would see that it holds nothing, and then not walk the index that it is told to.
  return `${column} IN (${keys.join(', ') || '-1'})`;
}

/** Returns what a row of `articles AS a` must meet to be listed nowhere in the scope, in SQL, or null when none is. */
export function unlistedIn(scope: Scope): string | null {
  if (scope.whole) return null;
  const beyond = amongSources(scope.beyond, 'a.source');
  return scope.carries ? `${beyond} AND (${listedIn(scope)}) IS NOT TRUE` : beyond;
}

/** Returns what a row of `articles AS a` must meet to be listed in the scope, in SQL, or null when any row is. */
export function listedIn(scope: Scope): string | null {
  const belongs = inScope(scope, 'a.source');
  if (belongs === null || !scope.carries) return belongs;
  const carried = `SELECT article FROM carriers WHERE ${inScope(scope, 'source')}`;
  return `${belongs} OR (a.carriers > 0 AND a.key IN (${carried}))`;
}

/** Returns the tables that begin with what is listed in the scope and go on to `articles AS a`, in SQL. */
export function membersOf(scope: Scope): string {
  const within = amongSources(scope.keys, 'source');
  const keys = `SELECT key FROM articles WHERE ${within} UNION SELECT article FROM carriers WHERE ${within}`;
  return `(${keys}) AS member CROSS JOIN articles AS a ON a.key = member.key`;
}

function scopeWith(db: DatabaseSync, keys: readonly number[], keyOf: Scope['keyOf']): Scope {
  const within = new Set(keys);
  const beyond = [...keyOf.values()].filter((key) => !within.has(key));
  return { keys, beyond, whole: beyond.length === 0, carries: carries(db, keys, beyond), keyOf, current: null };
}

/** Looked for from the side that has fewer sources, so that neither one source nor nearly all of them cost more than a glance. */
function carries(db: DatabaseSync, keys: readonly number[], beyond: readonly number[]): boolean {
  if (keys.length === 0 || beyond.length === 0 || !one(db, 'SELECT 1 FROM carried LIMIT 1')) return false;
  const [single] = keys;
  if (keys.length === 1 && single !== undefined) {
    return one(db, 'SELECT 1 FROM carried WHERE carrier = ? AND articles > 0 LIMIT 1', single) !== undefined;
  }
  const [carrier, owner] = keys.length < beyond.length ? ['carrier', '+owner'] : ['+carrier', 'owner'];
  const sql = `SELECT 1 FROM carried WHERE ${carrier} IN (${keys.join(', ')}) AND ${owner} IN (${beyond.join(', ')})
    AND articles > 0 LIMIT 1`;
  return one(db, sql) !== undefined;
}

/** Returns whether the condition is about what the reader did before, or looks through everything. */
function looksBack(condition: Condition): boolean {
  switch (condition.type) {
    case 'any':
      return condition.conditions.every(looksBack);
    case 'all':
      return condition.conditions.some(looksBack);
    case 'read':
      return condition.states.every((state) => state === 'reading');
    case 'bookmarked':
    case 'opened':
    case 'tag':
    case 'links-to':
    case 'link':
    case 'story':
    case 'followed':
    case 'corrected':
    case 'text':
      return true;
    case 'not':
    case 'muted':
    case 'kind':
    case 'source':
    case 'from':
    case 'has':
    case 'language':
    case 'pattern':
    case 'published':
    case 'length':
      return false;
  }
}
