import type { DatabaseSync } from 'node:sqlite';
import { matching } from './match.ts';
import { all } from './statements.ts';
import { keyBits, type Where } from './where.ts';

/** Matches that are weighed: the newest anywhere, and the newest in a title. A word of every article stays as quick as a rare one. */
const weighed = 500;
const weighedTitles = 200;

/**
 * Returns the articles that meet the conditions and in which the words stand, the best first: by BM25 with a word of the
 * title counting ten times and one of the summary thrice a word of the body, and of equals the newest.
 */
export function ranked(db: DatabaseSync, words: string, where: Where): readonly { readonly key: number }[] {
  const match = matching(words);
  if (match === null) return [];
  const found = [
    ...candidates(db, match, where, weighed),
    ...candidates(db, `{title} : (${match})`, where, weighedTitles),
  ];
  // Found both ways, an article has the score of the whole match, which came first and counts every column.
  const best = new Map<number, Candidate>();
  for (const candidate of found) if (!best.has(candidate.key)) best.set(candidate.key, candidate);
  return [...best.values()].sort((left, right) => left.score - right.score || left.age - right.age);
}

/** Returns the articles that meet the conditions and in which the words stand, the newest first, at most `most`. */
export function matches(db: DatabaseSync, words: string, where: Where, most: number): readonly number[] {
  const match = matching(words);
  if (match === null) return [];
  const sql = `SELECT a.key FROM search CROSS JOIN articles AS a ON a.key = search.rowid & ${keyBits}
    WHERE search MATCH ? AND ${where.sql} ORDER BY search.rowid DESC LIMIT ${most}`;
  return all(db, sql, match, ...where.values).map((row) => Number(row['key']));
}

interface Candidate {
  readonly key: number;
  /** The lower the better. */
  readonly score: number;
  readonly age: number;
}

function candidates(db: DatabaseSync, match: string, where: Where, most: number): readonly Candidate[] {
  const sql = `SELECT a.key, a.newest, bm25(search, 10.0, 3.0, 1.0) AS score
    FROM search CROSS JOIN articles AS a ON a.key = search.rowid & ${keyBits}
    WHERE search MATCH ? AND ${where.sql} ORDER BY search.rowid DESC LIMIT ${most}`;
  return all(db, sql, match, ...where.values).map((row) => ({
    key: Number(row['key']),
    score: Number(row['score']),
    age: Number(row['newest']),
  }));
}
