import type { DatabaseSync } from 'node:sqlite';
import type { Safe } from '../text/index.ts';
import type { Article, ArticleId, Entry, Headline, Picture, ResolvedLink, Version } from '../news/index.ts';
import { headlineColumns, headlineJoins, headlinesByKey, readHeadline } from './headlines-by-key.ts';
import { meantBy, mostLinks, readLink } from './links.ts';
import { all, one, type Row } from './statements.ts';
import { readProse } from './stored-prose.ts';
import { fromJson, instant, line, lineOrNull } from './values.ts';

/** Articles that are listed as linking to one, at most. */
const mostLinking = 200;

/** Returns the whole article, or null when it is not here; its text in the version asked for, else the one that is shown. */
export function article(db: DatabaseSync, id: ArticleId, wanted: Version = 'page'): Article | null {
  const row = one(db, whole, id);
  if (!row) return null;
  const key = Number(row['key']);
  const versions = versionsOf(row);
  const version = versions.includes(wanted) ? wanted : (versions[0] ?? 'filed');
  const text = version === 'page' ? row['page_prose'] : row['prose'];
  return {
    ...readHeadline(row),
    ...detailsOf(row, version),
    body: versions.length === 0 ? [] : readProse(text),
    version,
    versions,
    path: typeof row['path'] === 'string' ? row['path'] : null,
    links: version === 'filed' && versions.length > 1 ? filedLinks(db, key, row['links']) : linksOf(db, key),
    linkedFromArticles: linkingTo(db, key),
  };
}

const whole = `SELECT ${headlineColumns}, a.key, a.path, bodies.prose, bodies.details, bodies.links,
    pages.prose AS page_prose, pages.details AS page_details
  FROM articles AS a ${headlineJoins}
  LEFT JOIN bodies ON bodies.article = a.key
  LEFT JOIN pages ON pages.article = a.key
  WHERE a.id = ?`;

/** A text that was let go is empty. One that never was has no blocks; only of a file is that its text. */
function versionsOf(row: Row): readonly Version[] {
  const { prose, path, page_prose: page } = row;
  const isFiled = prose !== '' && (prose !== '[]' || path !== null);
  return [...(isFiled ? (['filed'] as const) : []), ...(typeof page === 'string' ? (['page'] as const) : [])];
}

type Details = Pick<Article, 'picture' | 'place' | 'address' | 'authorNote' | 'language' | 'updated' | 'problems'>;

/** Returns, as text to store, what only the open article shows. */
export function writeDetails(entry: Entry): string {
  const { picture, place, address, authorNote, language, updated, problems } = entry;
  return JSON.stringify({ picture, place, address, authorNote, language, updated, problems: problems.slice(0, 100) });
}

/** What the article does not say itself its page tells. */
function detailsOf(row: Row, version: Version): Details {
  const filed = readDetails(row['details']);
  if (row['page_details'] === null) return filed;
  const page = readDetails(row['page_details']);
  return {
    picture: filed.picture ?? page.picture,
    place: filed.place ?? page.place,
    address: filed.address ?? page.address,
    authorNote: filed.authorNote ?? page.authorNote,
    language: filed.language ?? page.language,
    updated: filed.updated ?? page.updated,
    problems: version === 'page' ? page.problems : filed.problems,
  };
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

/** The links of a text that is not shown are kept beside it, and looked up when it is asked for. */
function filedLinks(db: DatabaseSync, key: number, json: unknown): readonly ResolvedLink[] {
  const value = fromJson(json);
  const links = (Array.isArray(value) ? value.slice(0, mostLinks) : []).map(fieldsOf).map(readLink);
  const targets = links.map((link) => meantBy(db, link, key));
  const headlines = targetsOf(db, targets);
  return links.map((link, index) => ({ ...link, target: at(headlines, targets[index]), guess: null }));
}

function linksOf(db: DatabaseSync, key: number): readonly ResolvedLink[] {
  const rows = all(
    db,
    'SELECT relation, text, address, target, guess FROM links WHERE article = ? ORDER BY ordinal',
    key,
  );
  const targets = rows.map((row) => keyOf(row['target']));
  const guesses = rows.map((row) => (row['target'] === null ? keyOf(row['guess']) : null));
  const headlines = targetsOf(db, [...targets, ...guesses]);
  return rows.map((row, index) => ({
    ...readLink(row),
    target: at(headlines, targets[index]),
    guess: at(headlines, guesses[index]),
  }));
}

function keyOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function targetsOf(db: DatabaseSync, targets: readonly (number | null)[]): ReadonlyMap<number, Headline> {
  const keys = [...new Set(targets.filter((target) => target !== null))];
  const headlines = headlinesByKey(db, keys);
  // The reference from links to articles holds, so there is a headline for each key, in order.
  return new Map(keys.map((key, index) => [key, headlines[index]!]));
}

function at(headlines: ReadonlyMap<number, Headline>, key: number | null | undefined): Headline | null {
  return (typeof key === 'number' && headlines.get(key)) || null;
}

function linkingTo(db: DatabaseSync, key: number): readonly Headline[] {
  const sql = `SELECT DISTINCT a.key FROM links JOIN articles AS a ON a.key = links.article
    WHERE links.target = ? ORDER BY a.newest, a.title_key, a.key LIMIT ${mostLinking}`;
  return headlinesByKey(
    db,
    all(db, sql, key).map((row) => Number(row['key'])),
  );
}
