import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { titleKey, type Source, type SourceId } from '../news/index.ts';
import { fold } from '../query/index.ts';
import { hashOf, slug } from './identity-words.ts';
import type { NewSource } from './library.ts';
import { resolveWaiting } from './links.ts';
import { all, one, run, type Row } from './statements.ts';
import { transaction } from './transaction.ts';
import { line, lines, sourceId } from './values.ts';

/** Adds or brings up to date a source by its location. What lies at the address of a feed stays that feed. */
export function keepSource(db: DatabaseSync, source: NewSource): Source {
  // Every start keeps the folders that it has kept before, and must not wait for whoever writes just now.
  const there = sourceAt(db, source.location);
  if (there && isDeepStrictEqual(there, keptAs(there, source))) return there;
  return transaction(db, () => {
    const before = sourceAt(db, source.location);
    return before ? update(db, before, keptAs(before, source)) : addSource(db, source);
  });
}

function sourceAt(db: DatabaseSync, location: string): Source | null {
  const row = one(db, 'SELECT * FROM sources WHERE location = ?', location);
  return row ? readSource(row) : null;
}

function keptAs(before: Source, source: NewSource): Source {
  return before.kind === 'feed' && source.kind === 'page' ? before : { ...before, ...source };
}

/** Changes what the reader sets of a source. Returns null when there is none, or another one has the location. */
export function changeSource(
  db: DatabaseSync,
  id: SourceId,
  change: Partial<Omit<Source, 'id' | 'kind'>>,
): Source | null {
  return transaction(db, () => {
    const before = sourceOf(db, id);
    if (!before) return null;
    const after: Source = { ...before, ...change, id: before.id, kind: before.kind };
    const there = one(db, 'SELECT 1 FROM sources WHERE location = ? AND id != ?', after.location, id);
    return there ? null : update(db, before, after);
  });
}

/** Returns the sources, in the order in which they were added. */
export function sources(db: DatabaseSync): readonly Source[] {
  return all(db, 'SELECT * FROM sources ORDER BY key').map(readSource);
}

/** Returns the source, or null when there is none. */
export function sourceOf(db: DatabaseSync, id: SourceId): Source | null {
  const row = one(db, 'SELECT * FROM sources WHERE id = ?', id);
  return row ? readSource(row) : null;
}

/** Returns the number under which the tables know the source, or null. */
export function sourceKey(db: DatabaseSync, id: SourceId): number | null {
  const row = one(db, 'SELECT key FROM sources WHERE id = ?', id);
  return row ? Number(row['key']) : null;
}

/** Returns the keys of the articles that belong to the source. */
export function keysOf(db: DatabaseSync, source: number): readonly number[] {
  return all(db, 'SELECT key FROM articles WHERE source = ?', source).map((row) => Number(row['key']));
}

/** Adds a source that is not there yet. */
export function addSource(db: DatabaseSync, given: NewSource): Source {
  const source: Source = { tags: [], paused: false, whole: false, ...given, id: freeId(db, given) };
  const columns = columnsOf(source);
  const names = Object.keys(columns);
  const sql = `INSERT INTO sources (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`;
  run(db, sql, source.id, ...Object.values(columns));
  run(db, 'DELETE FROM departed_sources WHERE location = ?', source.location);
  return source;
}

/** The id that a source at this place had before it was removed, else one made of name and place. */
function freeId(db: DatabaseSync, { name, location }: NewSource): SourceId {
  const before = one(db, 'SELECT id FROM departed_sources WHERE location = ?', location)?.['id'];
  const words = slug(name) || 'source';
  for (let tries = 0; ; tries += 1) {
    const made = `${words}-${hashOf(tries < 2 ? location : `${location}\n${tries}`)}`;
    const id = tries === 0 && typeof before === 'string' ? before : made;
    if (!one(db, 'SELECT 1 FROM sources WHERE id = ?', id)) return sourceId(id);
  }
}

function update(db: DatabaseSync, before: Source, after: Source): Source {
  const key = sourceKey(db, before.id);
  if (key === null) return after;
  const columns = columnsOf(after);
  const sets = Object.keys(columns).map((name) => `${name} = ?`);
  run(db, `UPDATE sources SET ${sets.join(', ')} WHERE key = ?`, ...Object.values(columns), key);
  if (before.name !== after.name) renamePublisher(db, key);
  if (after.kept && !before.kept) resolveWaiting(db, keysOf(db, key));
  return after;
}

function columnsOf({ kind, name, location, kept, tags, paused, whole }: Source) {
  return {
    kind,
    name,
    location,
    kept: Number(kept),
    tags: JSON.stringify(tags),
    tag_keys: JSON.stringify(tags.map(fold)),
    paused: Number(paused),
    whole: Number(whole),
  };
}

/** Lists the articles of the source that credit no publisher under its name. */
export function renamePublisher(db: DatabaseSync, key: number): void {
  const name = line(one(db, 'SELECT name FROM sources WHERE key = ?', key)?.['name']);
  const theirs = `IN (SELECT key FROM articles JOIN headlines ON headlines.article = key WHERE source = ? AND publisher IS NULL)`;
  run(db, `UPDATE articles SET publisher_key = ? WHERE key ${theirs}`, titleKey(name), key);
  const folded = `? || substr(folded, instr(folded, char(10)))`;
  run(db, `UPDATE filters SET folded = ${folded} WHERE article ${theirs}`, fold(name), key);
}

const kinds: readonly Source['kind'][] = ['folder', 'page', 'feed'];

function readSource(row: Row): Source {
  return {
    id: sourceId(row['id']),
    kind: kinds.find((kind) => kind === row['kind']) ?? 'folder',
    name: line(row['name']),
    location: typeof row['location'] === 'string' ? row['location'] : '',
    kept: row['kept'] === 1,
    tags: lines(row['tags']),
    paused: row['paused'] === 1,
    whole: row['whole'] === 1,
  };
}
