import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addressKey, type Entry, type EntryKey, type Source, type SourceId } from '../news/index.ts';
import { isWebAddress } from './listed.ts';
import { run } from './statements.ts';

/** Keys that are looked at of one entry, and that are noted of one article, at most. */
const mostOfEntry = 10;
const mostOfArticle = 20;

/**
 * Returns the keys by which an entry is known, the surest first. A page from the web that says none is known by its address.
 * Files, and the texts of pages, have none: they are known by their place.
 */
export function keysOf(entry: Entry, { location }: Source): readonly EntryKey[] {
  if (entry.path !== null) return [];
  if (entry.keys && entry.keys.length > 0) return entry.keys.slice(0, mostOfEntry);
  const address = isWebAddress(location) && entry.address ? addressKey(entry.address) : null;
  return address === null ? [] : [{ value: `at ${address}`, everywhere: true }];
}

/**
 * Returns the number under which a key is kept: 63 bits of SHA-256 of its words and, where it means something in its source
 * alone, of that source's id. Keys are only ever compared, and the words of millions would fill more of the disk than the
 * headlines.
 */
export function hashOfKey({ value, everywhere }: EntryKey, source?: SourceId): bigint {
  const digest = hash('sha256', `${everywhere ? '' : (source ?? '')}\n${value}`, 'buffer');
  return digest.readBigInt64BE() >> 1n;
}

/** Notes by what the article is known. */
export function noteKeys(db: DatabaseSync, article: number, keys: readonly EntryKey[], source: SourceId): void {
  const sql = `INSERT OR IGNORE INTO keys (hash, article)
    SELECT ?, id FROM articles WHERE key = ? AND keys < ${mostOfArticle}`;
  let noted = 0;
  for (const key of keys) noted += run(db, sql, hashOfKey(key, source), article);
  if (noted > 0) run(db, 'UPDATE articles SET keys = keys + ? WHERE key = ?', noted, article);
}
