import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../query/index.ts';
import { all, one, run } from './statements.ts';
import { lines } from './values.ts';

/** Writes the tags that the article's author gave it, in place of those that were cleared. */
export function writeAuthorTags(db: DatabaseSync, article: number, tags: readonly string[]): void {
  writeTags(db, article, tags, 0);
}

/** Takes away the tags that the article's author gave it. */
export function clearAuthorTags(db: DatabaseSync, article: number): void {
  run(db, 'DELETE FROM tags WHERE article = ? AND own = 0', article);
}

/** Brings the tags by which articles are found up to date with those that the reader gave them. */
export function writeOwnTags(db: DatabaseSync, ids: readonly string[]): void {
  for (const id of ids) {
    const sql = `SELECT a.key, filters.own_tags, statuses.tags FROM articles AS a
      LEFT JOIN filters ON filters.article = a.key
      LEFT JOIN statuses ON statuses.article = a.id WHERE a.id = ?`;
    const row = one(db, sql, id);
    if (!row) continue;
    const key = Number(row['key']);
    const own = lines(row['tags']);
    if (own.length === 0 && row['own_tags'] === '') continue;
    run(db, 'DELETE FROM tags WHERE article = ? AND own = 1', key);
    writeTags(db, key, own, 1);
    run(db, 'UPDATE filters SET own_tags = ? WHERE article = ?', own.map(fold).join('\n'), key);
  }
}

/** Returns the ids of the articles that a change was about. */
export function articlesOf(db: DatabaseSync, change: number): readonly string[] {
  return all(db, 'SELECT article FROM befores WHERE change = ? ORDER BY row', change).map((row) =>
    String(row['article']),
  );
}

/** A tag that both gave counts as the author's, so that it stays when the reader takes theirs back. */
function writeTags(db: DatabaseSync, article: number, tags: readonly string[], own: number): void {
  const sql = `INSERT INTO tags (tag_key, article, own, tag) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET own = min(own, excluded.own)`;
  for (const tag of tags) run(db, sql, fold(tag), article, own, tag);
}
