import type { DatabaseSync } from 'node:sqlite';
import type { Entry, Relation } from '../news/index.ts';
import { namesOf, wantsOf } from './names.ts';
import { all, run } from './statements.ts';

/** Links that one article keeps at most. */
const mostLinks = 2000;

/** Writes the links of an article, not yet resolved. */
export function writeLinks(db: DatabaseSync, article: number, entry: Entry, source: number): void {
  run(db, 'DELETE FROM links WHERE article = ?', article);
  for (const [ordinal, link] of entry.links.slice(0, mostLinks).entries()) {
    const sql = 'INSERT INTO links (article, ordinal, relation, text, address) VALUES (?, ?, ?, ?, ?)';
    run(db, sql, article, ordinal, link.relation, link.text, link.address);
    for (const [rank, name] of wantsOf(link, entry.path, source).entries()) {
      run(db, 'INSERT INTO wants (article, ordinal, rank, name) VALUES (?, ?, ?, ?)', article, ordinal, rank, name);
    }
  }
}

/** Writes the names that an article bears; returns whether they are others than before, so that links must be looked at anew. */
export function writeNames(db: DatabaseSync, article: number, entry: Entry, id: string, source: number): boolean {
  const names = namesOf(entry, id, source);
  const before = all(db, 'SELECT name FROM names WHERE article = ?', article).map((row) => String(row['name']));
  if (before.length === names.length && names.every((name) => before.includes(name))) return false;
  run(db, 'DELETE FROM names WHERE article = ?', article);
  for (const name of names) run(db, 'INSERT INTO names (name, article) VALUES (?, ?)', name, article);
  return true;
}

/** Leads the links of these articles to the articles they mean, where those are here. */
export function resolveOwn(db: DatabaseSync, articles: readonly number[]): void {
  if (articles.length === 0) return;
  run(db, `${resolve} AND article IN (SELECT value FROM json_each(?))`, JSON.stringify(articles));
}

/** Looks anew at the links of others that lead to these articles, or want a name that these bear. */
export function resolveWaiting(db: DatabaseSync, articles: readonly number[]): void {
  if (articles.length === 0) return;
  const keys = JSON.stringify(articles);
  run(db, `${resolve} AND target IN (SELECT value FROM json_each(?))`, keys);
  run(
    db,
    `${resolve} AND (article, ordinal) IN (
      SELECT wants.article, wants.ordinal
      FROM json_each(?) AS arrived CROSS JOIN names ON names.article = arrived.value CROSS JOIN wants USING (name)
    )`,
    keys,
  );
}

/** Returns the links, as article and ordinal, that lead to these articles now and must be looked at when those are gone. */
export function linksInto(db: DatabaseSync, articles: readonly number[]): string {
  const sql = `SELECT json_group_array(json_array(article, ordinal)) AS links FROM links
    WHERE target IN (SELECT value FROM json_each(?))`;
  return String(all(db, sql, JSON.stringify(articles))[0]?.['links'] ?? '[]');
}

/** Looks anew at links that `linksInto` returned. */
export function resolveThese(db: DatabaseSync, links: string): void {
  if (links === '[]') return;
  const these = `SELECT value ->> 0, value ->> 1 FROM json_each(?)`;
  run(db, `${resolve} AND (article, ordinal) IN (${these})`, links);
}

/**
 * The article that a link means: by its surest name; of several that bear it one in the same source, then the one whose file
 * lies highest, then the newest. An article of a source that was only opened once is never a target from outside it.
 */
const meant = `
  SELECT names.article FROM wants
  CROSS JOIN names USING (name)
  CROSS JOIN articles AS there ON there.key = names.article
  CROSS JOIN articles AS here ON here.key = links.article
  CROSS JOIN sources ON sources.key = there.source
  WHERE wants.article = links.article AND wants.ordinal = links.ordinal AND names.article != links.article
    AND (there.source = here.source OR sources.kept = 1)
  ORDER BY wants.rank, there.source != here.source, lower(there.id) != substr(names.name, 3), length(there.path), there.newest, there.id
  LIMIT 1`;

const resolve = `UPDATE links SET target = (${meant}) WHERE target IS NOT (${meant})`;

const relations: readonly Relation[] = ['also-see', 'background', 'inline'];

/** Returns the relation that a text read back names; anything else counts as a link in the text. */
export function relationOf(value: unknown): Relation {
  return relations.find((relation) => relation === value) ?? 'inline';
}
