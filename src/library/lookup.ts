import type { DatabaseSync } from 'node:sqlite';
import type { Safe } from '../text/index.ts';
import { addressKey, titleKey, type ArticleId, type SourceId } from '../news/index.ts';
import { hashOfKey } from './entry-keys.ts';
import { listedIn, scopeOf, unlistedIn, type Scope } from './scope.ts';
import { fewBeyond } from './beyond.ts';
import { all, one } from './statements.ts';
import { articleId, count, line } from './values.ts';

/** Returns the articles whose id begins so, in the order of their ids, at most `limit`. */
export function idsStarting(db: DatabaseSync, prefix: string, limit: number): readonly ArticleId[] {
  const sql = 'SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT ?';
  return all(db, sql, prefix, `${prefix}\u{10ffff}`, limit).map((row) => articleId(row['id']));
}

/** Returns the article that was read from the file, or null. */
export function articleAt(db: DatabaseSync, source: SourceId, path: string): ArticleId | null {
  const sql =
    'SELECT a.id FROM sources CROSS JOIN articles AS a ON a.source = sources.key WHERE sources.id = ? AND a.path = ?';
  return idOrNull(one(db, sql, source, path));
}

/** Returns the newest article with the web address, however it is written, else one that was also found there, or null. */
export function articleWithAddress(db: DatabaseSync, address: string): ArticleId | null {
  const key = addressKey(address);
  return key === null ? null : (named(db, `a:${key}`, '1') ?? foundAt(db, key));
}

/** An article from the web is known by all addresses that led to it. */
function foundAt(db: DatabaseSync, address: string): ArticleId | null {
  const sql = 'SELECT a.id FROM keys CROSS JOIN articles AS a ON a.id = keys.article WHERE keys.hash = ? LIMIT 1';
  return idOrNull(one(db, sql, hashOfKey({ value: `at ${address}`, everywhere: true })));
}

/** Returns the newest article with the title or alias, or null. */
export function articleTitled(db: DatabaseSync, title: string, ids: readonly SourceId[]): ArticleId | null {
  return named(db, `t:${titleKey(title)}`, listedIn(scopeOf(db, ids)) ?? '1');
}

/** Returns the tags of authors and of the reader, the most frequent first. */
export function tags(
  db: DatabaseSync,
  ids: readonly SourceId[],
): readonly { readonly tag: Safe; readonly count: number }[] {
  const scope = scopeOf(db, ids);
  const within = listedIn(scope);
  if (fewBeyond(db, scope)) return countedTags(db, scope);
  const sql = `SELECT max(tag) AS tag, count(*) AS articles
    FROM tags ${within ? `CROSS JOIN articles AS a ON a.key = tags.article WHERE ${within}` : ''}
    GROUP BY tag_key ORDER BY articles DESC, tag_key`;
  return all(db, sql).map((row) => ({ tag: line(row['tag']), count: count(row['articles']) }));
}

/** Tags that are told of, at most: the rest are rare. */
const mostTags = 1000;

/** Returns the tags as they are counted in all, less those of the few articles that are not listed. */
function countedTags(db: DatabaseSync, scope: Scope): ReturnType<typeof tags> {
  const unlisted = unlistedIn(scope);
  const beyond = `SELECT tag_key, count(*) AS articles FROM articles AS a INDEXED BY articles_source
    CROSS JOIN tags ON tags.article = a.key WHERE ${unlisted} GROUP BY tag_key`;
  const less = new Map(
    unlisted === null ? [] : all(db, beyond).map((row) => [row['tag_key'], Number(row['articles'])]),
  );
  const sql = 'SELECT tag_key, tag, articles FROM tagged ORDER BY articles DESC, tag_key LIMIT ?';
  return all(db, sql, mostTags + less.size)
    .map((row) => ({ tag: line(row['tag']), count: Number(row['articles']) - (less.get(row['tag_key']) ?? 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostTags);
}

function named(db: DatabaseSync, name: string, within: string): ArticleId | null {
  const sql = `SELECT a.id FROM names CROSS JOIN articles AS a ON a.key = names.article
    WHERE names.name = ? AND (${within}) ORDER BY a.newest, a.key LIMIT 1`;
  return idOrNull(one(db, sql, name));
}

function idOrNull(row: ReturnType<typeof one>): ArticleId | null {
  return row ? articleId(row['id']) : null;
}
