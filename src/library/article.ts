import type { DatabaseSync } from 'node:sqlite';
import type { Safe } from '../text/index.ts';
import type { Article, ArticleId, Entry, Headline, Picture, ResolvedLink } from '../news/index.ts';
import { headlineColumns, headlineJoins, headlinesByKey, readHeadline } from './headlines-by-key.ts';
import { relationOf } from './links.ts';
import { all, one, type Row } from './statements.ts';
import { readProse } from './stored-prose.ts';
import { fromJson, instant, line, lineOrNull } from './values.ts';

/** Articles that are listed as linking to one, at most. */
const mostLinking = 200;

/** Returns the whole article, or null when it is not here. */
export function article(db: DatabaseSync, id: ArticleId): Article | null {
  const sql = `SELECT ${headlineColumns}, a.key, a.path, bodies.prose, bodies.details
    FROM articles AS a ${headlineJoins} LEFT JOIN bodies ON bodies.article = a.key WHERE a.id = ?`;
  const row = one(db, sql, id);
  if (!row) return null;
  const key = Number(row['key']);
  return {
    ...readHeadline(row),
    ...readDetails(row['details']),
    body: readProse(row['prose']),
    version: 'filed',
    versions: ['filed'],
    path: typeof row['path'] === 'string' ? row['path'] : null,
    links: linksOf(db, key),
    linkedFromArticles: linkingTo(db, key),
  };
}

type Details = Pick<Article, 'picture' | 'place' | 'address' | 'authorNote' | 'language' | 'updated' | 'problems'>;

/** Returns, as text to store, what only the open article shows. */
export function writeDetails(entry: Entry): string {
  const { picture, place, address, authorNote, language, updated, problems } = entry;
  return JSON.stringify({ picture, place, address, authorNote, language, updated, problems: problems.slice(0, 100) });
}

function readDetails(json: unknown): Details {
  const details = fieldsOf(fromJson(json));
  const { picture } = details;
  return {
    picture: picture ? readPicture(fieldsOf(picture)) : null,
    place: lineOrNull(details['place']),
    address: lineOrNull(details['address']),
    authorNote: lineOrNull(details['authorNote']),
    language: lineOrNull(details['language']),
    updated: instant(details['updated']),
    problems: readProblems(details['problems']),
  };
}

function readPicture(picture: Readonly<Record<string, unknown>>): Picture {
  const { address, alt, caption, credit } = picture;
  return { address: line(address), alt: line(alt), caption: lineOrNull(caption), credit: lineOrNull(credit) };
}

function readProblems(value: unknown): readonly { readonly detail: Safe }[] {
  return Array.isArray(value)
    ? value.slice(0, 100).map((problem) => ({ detail: line(fieldsOf(problem)['detail']) }))
    : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function linksOf(db: DatabaseSync, key: number): readonly ResolvedLink[] {
  const rows = all(db, 'SELECT relation, text, address, target FROM links WHERE article = ? ORDER BY ordinal', key);
  const targets = targetsOf(db, rows);
  return rows.map((row) => ({
    relation: relationOf(row['relation']),
    text: line(row['text']),
    address: lineOrNull(row['address']),
    target: targets.get(Number(row['target'])) ?? null,
  }));
}

function targetsOf(db: DatabaseSync, links: readonly Row[]): ReadonlyMap<number, Headline> {
  const keys = [...new Set(links.filter((row) => row['target'] !== null).map((row) => Number(row['target'])))];
  const headlines = headlinesByKey(db, keys);
  // The reference from links to articles holds, so there is a headline for each key, in order.
  return new Map(keys.map((key, index) => [key, headlines[index]!]));
}

function linkingTo(db: DatabaseSync, key: number): readonly Headline[] {
  const sql = `SELECT DISTINCT a.key FROM links JOIN articles AS a ON a.key = links.article
    WHERE links.target = ? ORDER BY a.newest, a.title_key, a.key LIMIT ${mostLinking}`;
  return headlinesByKey(
    db,
    all(db, sql, key).map((row) => Number(row['key'])),
  );
}
