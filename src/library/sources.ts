import type { DatabaseSync } from 'node:sqlite';
import { titleKey, type Source, type SourceId } from '../news/index.ts';
import { fold } from './fold.ts';
import { hashOf, slug } from './identity-words.ts';
import { removeArticles } from './removing.ts';
import { resolveWaiting } from './links.ts';
import { all, one, run, type Row } from './statements.ts';
import { transaction } from './transaction.ts';
import { line, sourceId } from './values.ts';

/** Adds or brings up to date a source by its location. */
export function keepSource(db: DatabaseSync, source: Omit<Source, 'id'>): Source {
  return transaction(db, () => {
    const known = one(db, 'SELECT * FROM sources WHERE location = ?', source.location);
    if (!known) return addSource(db, source);
    const { key } = known;
    run(
      db,
      'UPDATE sources SET kind = ?, name = ?, kept = ? WHERE key = ?',
      source.kind,
      source.name,
      Number(source.kept),
      Number(key),
    );
    if (known['name'] !== source.name) renamePublisher(db, Number(key), source.name);
    if (source.kept && known['kept'] === 0) resolveWaiting(db, keysOf(db, Number(key)));
    return { ...source, id: sourceId(known['id']) };
  });
}

/** Returns the sources, in the order in which they were added. */
export function sources(db: DatabaseSync): readonly Source[] {
  return all(db, 'SELECT * FROM sources ORDER BY key').map(readSource);
}

/** Removes the source and its articles; their statuses stay. */
export function removeSource(db: DatabaseSync, id: SourceId): void {
  transaction(db, () => {
    const key = sourceKey(db, id);
    if (key === null) return;
    removeArticles(db, keysOf(db, key));
    run(db, 'DELETE FROM tally WHERE source = ?', key);
    run(db, 'DELETE FROM sources WHERE key = ?', key);
  });
}

/** Returns the number under which the tables know the source, or null. */
export function sourceKey(db: DatabaseSync, id: SourceId): number | null {
  const row = one(db, 'SELECT key FROM sources WHERE id = ?', id);
  return row ? Number(row['key']) : null;
}

function addSource(db: DatabaseSync, source: Omit<Source, 'id'>): Source {
  const name = slug(source.name) || 'source';
  const id = sourceId(`${name}-${hashOf(source.location)}`);
  const sql = 'INSERT INTO sources (id, kind, name, location, kept) VALUES (?, ?, ?, ?, ?)';
  run(db, sql, id, source.kind, source.name, source.location, Number(source.kept));
  return { ...source, id };
}

/** An article that credits no publisher is listed under the name of its source. */
function renamePublisher(db: DatabaseSync, key: number, name: string): void {
  const theirs = `IN (SELECT key FROM articles JOIN headlines ON headlines.article = key WHERE source = ? AND publisher IS NULL)`;
  run(db, `UPDATE articles SET publisher_key = ? WHERE key ${theirs}`, titleKey(name), key);
  const line = `? || substr(folded, instr(folded, char(10)))`;
  run(db, `UPDATE filters SET folded = ${line} WHERE article ${theirs}`, fold(name), key);
}

function keysOf(db: DatabaseSync, source: number): readonly number[] {
  return all(db, 'SELECT key FROM articles WHERE source = ?', source).map((row) => Number(row['key']));
}

function readSource(row: Row): Source {
  return {
    id: sourceId(row['id']),
    kind: row['kind'] === 'page' ? 'page' : 'folder',
    name: line(row['name']),
    location: typeof row['location'] === 'string' ? row['location'] : '',
    kept: row['kept'] === 1,
  };
}
