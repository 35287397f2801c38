import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, SourceId } from '../news/index.ts';
import type { KnownFile } from './library.ts';
import { resolveWaiting } from './links.ts';
import { removeArticles } from './removing.ts';
import { sourceKey } from './sources.ts';
import { all, one, run, type Row } from './statements.ts';
import { writeOwnTags } from './tagging.ts';
import { transaction } from './transaction.ts';
import { articleId } from './values.ts';

/** Returns the files of the source as they were when last read. */
export function knownFiles(db: DatabaseSync, source: SourceId): readonly KnownFile[] {
  const sql =
    'SELECT path, modified, size FROM files WHERE source = (SELECT key FROM sources WHERE id = ?) ORDER BY path';
  return all(db, sql, source).map((row) => ({
    path: String(row['path']),
    modified: Number(row['modified']),
    size: Number(row['size']),
  }));
}

/**
 * Takes articles away whose files are gone, and returns them. Where the same scan had filed the file under its new name
 * before it missed it under its old one, the article was moved: it keeps its id and status, and is not returned.
 */
export function withdraw(db: DatabaseSync, source: SourceId, paths: readonly string[]): readonly ArticleId[] {
  return transaction(db, () => {
    const key = sourceKey(db, source);
    if (key === null) return [];
    const sql = `SELECT key, id, path, declared, fingerprint FROM articles JOIN headlines ON headlines.article = articles.key
      WHERE source = ? AND path IN (SELECT value FROM json_each(?)) ORDER BY key`;
    const gone = all(db, sql, key, JSON.stringify(paths));
    run(
      db,
      'DELETE FROM files WHERE source = ? AND path IN (SELECT value FROM json_each(?))',
      key,
      JSON.stringify(paths),
    );
    removeArticles(
      db,
      gone.map((row) => Number(row['key'])),
    );
    return gone.filter((row) => !takeOver(db, row, key)).map((row) => articleId(row['id']));
  });
}

/** Gives the id to an article of the source that says the same or declares the same id, was filed later, and is untouched. */
function takeOver(db: DatabaseSync, gone: Row, source: number): boolean {
  const sql = `SELECT a.key FROM articles AS a JOIN headlines AS h ON h.article = a.key
    WHERE a.source = ?1 AND a.path IS NOT NULL AND a.key > ?2 AND a.id NOT IN (SELECT article FROM statuses)
      AND (h.fingerprint = ?3 OR a.key IN (SELECT article FROM names WHERE name = 'i:' || lower(?4)))
    ORDER BY h.fingerprint != ?3, a.key LIMIT 1`;
  const { id } = gone;
  const heir = one(db, sql, source, Number(gone['key']), String(gone['fingerprint']), String(gone['declared'] ?? ''));
  if (!heir) return false;
  const key = Number(heir['key']);
  run(db, 'DELETE FROM departed WHERE id = ?', String(id));
  run(
    db,
    "DELETE FROM names WHERE article = ? AND name = (SELECT 'i:' || lower(id) FROM articles WHERE key = ?)",
    key,
    key,
  );
  run(db, 'UPDATE articles SET id = ? WHERE key = ?', String(id), key);
  run(db, "INSERT OR IGNORE INTO names (name, article) VALUES ('i:' || lower(?), ?)", String(id), key);
  writeOwnTags(db, [String(id)]);
  resolveWaiting(db, [key]);
  return true;
}
