import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../news/index.ts';
import { bodyText } from './body-text.ts';
import { forIndex } from '../query/index.ts';
import { all, run } from './statements.ts';
import { gatheredFor } from './transaction.ts';

/** The words of an article, as they are looked for. */
type Words = readonly [title: string, beside: string, body: string];

/** Puts the words of an article into the index of words, by the end of the change. */
export function index(
  db: DatabaseSync,
  key: number,
  shown: Pick<Entry, 'title' | 'aliases' | 'summary' | 'byline' | 'tags' | 'body'>,
): void {
  const beside = [shown.summary ?? '', shown.byline ?? '', ...shown.tags].join('\n');
  const named = [shown.title, ...shown.aliases].join('\n');
  const words: Words = [forIndex(named), forIndex(beside), forIndex(bodyText(shown.body))];
  const gathered = gatheredFor(db, writeWords);
  if (gathered) gathered.set(key, words);
  else writeWords(db, new Map([[key, words]]));
}

/** Puts what was gathered so far into the index, where a change has more articles than memory holds. */
export function writeGatheredWords(db: DatabaseSync): void {
  const gathered = gatheredFor(db, writeWords);
  if (!gathered) return;
  writeWords(db, gathered);
  gathered.clear();
}

/** Takes the words of an article out of the index. Its date must still be the one with which they were put in. */
export function removeFromIndex(db: DatabaseSync, key: number): void {
  if (gatheredFor(db, writeWords)?.delete(key)) return;
  run(db, 'DELETE FROM search WHERE rowid = (SELECT search_row FROM articles WHERE key = ?)', key);
}

/**
 * The index gathers words in memory as long as they come in the order of its rows, and writes them out whenever one is not. Feeds
 * list the newest first, so each of their articles would be written, and merged with all others, by itself.
 */
function writeWords(db: DatabaseSync, gathered: ReadonlyMap<number, Words>): void {
  if (gathered.size === 0) return;
  const ordered = 'SELECT key FROM articles WHERE key IN (SELECT value FROM json_each(?)) ORDER BY search_row';
  const insert =
    'INSERT INTO search (rowid, title, summary, body) VALUES ((SELECT search_row FROM articles WHERE key = ?), ?, ?, ?)';
  for (const { key } of all(db, ordered, `[${[...gathered.keys()].join()}]`)) {
    const words = gathered.get(Number(key));
    if (words) run(db, insert, Number(key), ...words);
  }
}
