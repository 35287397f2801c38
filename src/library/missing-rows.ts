import type { DatabaseSync } from 'node:sqlite';
import { LibraryProblem } from './problem.ts';
import { one } from './statements.ts';

/**
 * Throws a LibraryProblem where one of the articles that a list named, and that was then not found, cannot be missing unless the library is
 * damaged. An article that another program took away in between is no damage. Call it when any of them was not found.
 */
export function holdThere(db: DatabaseSync, keys: readonly number[]): void {
  const missing = one(db, firstMissing, JSON.stringify(keys));
  if (missing && (missing['row'] !== null || isIndexed(db, missing['key'] as number)))
    throw new LibraryProblem('damaged', db.location() ?? '');
}

/** What belongs to an article comes and goes with it: one that is there by half, or that an index still has, is damaged. */
const firstMissing = `SELECT wanted.value AS key, a.key AS row FROM json_each(?) AS wanted
  LEFT JOIN articles AS a ON a.key = wanted.value
  LEFT JOIN headlines AS h ON h.article = a.key LEFT JOIN sources AS s ON s.key = a.source
  WHERE h.article IS NULL OR s.key IS NULL LIMIT 1`;

/** The indexes in which all articles stand. To look through one takes as long as its length. */
const indexes = ['newest', 'oldest', 'title', 'words', 'publisher', 'recent', 'source'];

function isIndexed(db: DatabaseSync, key: number): boolean {
  const found = (index: string) => one(db, `SELECT 1 FROM articles INDEXED BY articles_${index} WHERE +key = ?`, key);
  return indexes.some((index) => found(index) !== undefined);
}
