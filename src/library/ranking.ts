import type { DatabaseSync } from 'node:sqlite';
import type { Query } from '../news/index.ts';
import type { Scope } from './scope.ts';
import type { Forms } from './match.ts';
import { all, one, type Row } from './statements.ts';
import { keyBits } from './where-words.ts';
import { whereOf } from './where.ts';

/** Matches that are weighed: the newest anywhere, and the newest in a title. A word of every article stays as quick as a rare one. */
const weighed = 500;
const weighedTitles = 200;
/** A match counts half as much again when it is new, and half of that for each of these many milliseconds of age. */
const fresh = 0.5;
const halfLife = 90 * 86_400_000;

const score = 'bm25(search, 10.0, 3.0, 1.0)';

/** Articles among which every word is weighed by how rare it is, and of which a word is common among more than these. */
const weighable = 20_000;
const rare = 2000;

/**
 * Whether the words say little by how rare they are: BM25 counts all articles that have them, which takes the longer the less it
 * tells. Then what counts is where they stand.
 */
function isCommon(db: DatabaseSync, match: string): boolean {
  if (Number(one(db, 'SELECT sum(articles) AS articles FROM tally')?.['articles'] ?? 0) <= weighable) return false;
  const most = 'SELECT count(*) AS articles FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)';
  return Array.from(match.matchAll(/"[^"]*"\*?/g), ([phrase]) => phrase).some(
    (phrase) => phrase.endsWith('*') || Number(one(db, most, phrase, rare)?.['articles']) === rare,
  );
}

function weighedAll(db: DatabaseSync, match: string, list: Query, scope: Scope): readonly Row[] {
  return [
    ...newest(db, match, score, list, scope, weighed),
    ...newest(db, `{title} : (${match})`, score, list, scope, weighedTitles),
  ];
}

/** Matches in whose titles common words are looked for: where they stand in none of these, all would be walked past. */
const reached = 5000;

/** For the beginning of a word SQLite gathers all that begins so, each time it is asked; so of what is being typed it is asked once. */
function common(db: DatabaseSync, match: string, list: Query, scope: Scope): readonly Row[] {
  const words = Array.from(match.matchAll(/"([^"]*)"/g), ([, word = '']) => word.replaceAll("'", "''"));
  const inTitle = words.map((word) => `(instr(' ' || a.title_key, ' ${word}') > 0)`).join(' + ');
  const found = newest(db, match, `-1 - 3 * (${inTitle})`, list, scope, weighed);
  if (match.includes('*')) return found;
  const sql = 'SELECT rowid AS row FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?';
  const reach = String(one(db, sql, match, reached)?.['row'] ?? 0);
  return [...found, ...newest(db, `{title} : (${match})`, '-10', list, scope, weighedTitles, reach)];
}

/**
 * Returns the keys of the articles of a list that the index finds, the best first: by BM25 with a word of the title counting
 * ten times and one of the summary thrice a word of the body, more when it is nearly as new as the newest of them. Of words that
 * very many articles have it only counts where they stand.
 */
export function ranked(db: DatabaseSync, match: string, list: Query, scope: Scope): readonly number[] {
  const found = isCommon(db, match) ? common(db, match, list, scope) : weighedAll(db, match, list, scope);
  const best = new Map<number, Row>();
  for (const row of found) {
    const known = best.get(Number(row['key']));
    // A word that is rarer in titles than elsewhere counts for more there; the better score is the lower.
    if (!known || Number(row['score']) < Number(known['score'])) best.set(Number(row['key']), row);
  }
  const rows = [...best.values()];
  const now = Math.min(...rows.map((row) => Number(row['newest'])));
  const weight = (row: Row) => Number(row['score']) * (1 + fresh * 2 ** (-(Number(row['newest']) - now) / halfLife));
  return rows
    .toSorted((left, right) => weight(left) - weight(right) || Number(left['newest']) - Number(right['newest']))
    .map((row) => Number(row['key']));
}

/** Returns what leaves of the forms of a word those that stand in some article: weighing counts each of them anew. */
export function living(db: DatabaseSync): Forms {
  return (words) => {
    const found = words.filter((word) => one(db, 'SELECT 1 FROM search WHERE search MATCH ? LIMIT 1', `"${word}"`));
    return found.length > 0 ? found : words.slice(0, 1);
  };
}

/** Returns the keys of the articles of a list that the index finds, the newest first, at most `most`. */
export function matches(db: DatabaseSync, match: string, list: Query, scope: Scope, most: number): readonly number[] {
  return newest(db, match, '0', list, scope, most).map((row) => Number(row['key']));
}

function newest(
  db: DatabaseSync,
  match: string,
  score: string,
  list: Query,
  scope: Scope,
  most: number,
  reach = '0',
): readonly Row[] {
  const where = whereOf(list, scope);
  const sql = `SELECT a.key, a.newest, ${score} AS score
    FROM search CROSS JOIN articles AS a
    WHERE a.key = search.rowid & ${keyBits} AND search MATCH ? AND search.rowid >= ${reach} AND ${where.sql}
    ORDER BY search.rowid DESC LIMIT ${most}`;
  return all(db, sql, match, ...where.values);
}
