import type { DatabaseSync } from 'node:sqlite';
import { linksInto, resolveThese } from './links.ts';
import { run } from './statements.ts';

/**
 * Takes articles away, with everything that hangs on them but their statuses, and remembers under which ids they were known.
 * Links that led to them keep their address and wait, or lead to another article of that name.
 */
export function removeArticles(db: DatabaseSync, articles: readonly number[]): void {
  if (articles.length === 0) return;
  const keys = JSON.stringify(articles);
  const links = linksInto(db, articles);
  remember(db, articles);
  run(db, `DELETE FROM carriers WHERE article IN ${listed}`, keys);
  run(db, `DELETE FROM search WHERE rowid IN (SELECT search_row FROM articles WHERE key IN ${listed})`, keys);
  run(db, `DELETE FROM articles WHERE key IN ${listed}`, keys);
  resolveThese(db, links);
}

const listed = '(SELECT value FROM json_each(?))';

/** Remembers where articles were and what they said, so that they are known when they return. */
export function remember(db: DatabaseSync, articles: readonly number[]): void {
  run(db, departing, JSON.stringify(articles));
}

const departing = `
  INSERT OR REPLACE INTO departed (id, source, path, declared, address_key, fingerprint, title_key)
  SELECT articles.id, sources.id, path, declared,
    (SELECT substr(name, 3) FROM names WHERE article = articles.key AND name >= 'a:' AND name < 'b' LIMIT 1),
    fingerprint, title_key
  FROM articles
  CROSS JOIN headlines ON headlines.article = articles.key
  CROSS JOIN sources ON sources.key = articles.source
  WHERE articles.key IN ${listed}`;
