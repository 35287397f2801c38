import type { DatabaseSync } from 'node:sqlite';
import type { Entry, Link, Relation } from '../news/index.ts';
import { leftBehind } from './listed.ts';
import { addressName, mostNames, namesOf, wantsOf } from './names.ts';
import { all, one, run } from './statements.ts';
import { line, lineOrNull } from './values.ts';

/** Links that one article keeps at most. */
export const mostLinks = 2000;

/** Writes the links of an article that has none yet, not yet resolved. */
export function writeLinks(
  db: DatabaseSync,
  article: number,
  entry: Pick<Entry, 'links' | 'path'>,
  source: number,
): void {
  for (const [ordinal, link] of entry.links.slice(0, mostLinks).entries()) {
    const sql = 'INSERT INTO links (article, ordinal, relation, text, address) VALUES (?, ?, ?, ?, ?)';
    run(db, sql, article, ordinal, link.relation, link.text, link.address);
    for (const [rank, name] of wantsOf(link, entry.path, source).entries()) {
      run(db, 'INSERT INTO wants (article, ordinal, rank, name) VALUES (?, ?, ?, ?)', article, ordinal, rank, name);
    }
  }
}

/** Returns the links of an article as they were written, in their order. */
export function storedLinks(db: DatabaseSync, article: number): readonly Link[] {
  const sql = 'SELECT relation, text, address FROM links WHERE article = ? ORDER BY ordinal';
  return all(db, sql, article).map(readLink);
}

/** Returns a link from what was stored of it. A relation that is none counts as a link in the text. */
export function readLink(stored: Readonly<Record<string, unknown>>): Link {
  return {
    relation: relations.find((relation) => relation === stored['relation']) ?? 'inline',
    text: line(stored['text']),
    address: lineOrNull(stored['address']),
  };
}

/** Lets an article be called by another address as well; returns whether that is new. */
export function addAddress(db: DatabaseSync, article: number, address: string): boolean {
  const name = addressName(address);
  return name !== null && run(db, 'INSERT OR IGNORE INTO names (name, article) VALUES (?, ?)', name, article) > 0;
}

/** Writes the names that an article bears; returns whether they are others than before, so that links must be looked at anew. */
export function writeNames(db: DatabaseSync, article: number, entry: Entry, id: string, source: number): boolean {
  const before = all(db, 'SELECT name FROM names WHERE article = ?', article).map((row) => String(row['name']));
  // What is on the web is still called by the addresses that it had.
  const addresses = entry.path === null ? before.filter((name) => name.startsWith('a:')) : [];
  const names = [...new Set([...namesOf(entry, id, source), ...addresses])].slice(0, mostNames);
  if (before.length === names.length && names.every((name) => before.includes(name))) return false;
  if (before.length > 0) run(db, 'DELETE FROM names WHERE article = ?', article);
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

const target = `
  CROSS JOIN articles AS there ON there.key = names.article
  CROSS JOIN sources ON sources.key = there.source`;
const isVisited = `sources.kind = 'page' AND names.name BETWEEN 'a:' AND 'b' AND
  (sources.location LIKE 'http%://%' OR sources.location = '${leftBehind}')`;

const mayBeMeant = `names.article != here.key AND
  (there.source = here.source OR sources.kept = 1 OR (${isVisited}))`;
const preferred = `there.source != here.source, lower(there.id) != substr(names.name, 3), length(there.path), there.newest,
  there.id`;

/**
 * The article that a link means: by its surest name; of several that bear it one in the same source, then the one whose file
 * lies highest, then the newest. An article of a source that was only opened once is never a target from outside it, and what
 * was fetched because a link to it was followed is one by its address alone: it did not come here under its title.
 */
const meant = `
  SELECT names.article FROM wants
  CROSS JOIN names USING (name)
  CROSS JOIN articles AS here ON here.key = links.article
  ${target}
  WHERE wants.article = links.article AND wants.ordinal = links.ordinal AND ${mayBeMeant}
  ORDER BY wants.rank, ${preferred} LIMIT 1`;

/** Returns the key of the article that a link means which is not in the table, or null. */
export function meantBy(db: DatabaseSync, link: Link, article: number): number | null {
  const from = one(db, 'SELECT source, path FROM articles WHERE key = ?', article);
  if (!from) return null;
  const source = Number(from['source']);
  const sql = `SELECT names.article FROM articles AS here CROSS JOIN names ON names.name = ? ${target}
    WHERE here.key = ? AND ${mayBeMeant} ORDER BY ${preferred} LIMIT 1`;
  for (const name of wantsOf(link, lineOrNull(from['path']), source)) {
    const row = one(db, sql, name, article);
    if (row) return Number(row['article']);
  }
  return null;
}

/** What has no such name is led to by its title, where that is surely meant (see `title-links.ts`). */
const meantAtAll = `ifnull((${meant}), CASE WHEN sure = 1 THEN guess END)`;
const resolve = `UPDATE links SET target = ${meantAtAll} WHERE target IS NOT ${meantAtAll}`;

const relations: readonly Relation[] = ['also-see', 'background', 'inline'];
