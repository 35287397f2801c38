import type { DatabaseSync } from 'node:sqlite';
import type { Safe } from '../text/index.ts';
import type { ArticleId, Entry, Instant, Link } from '../news/index.ts';
import { writeDetails } from './article.ts';
import { noteCorrection } from './corrections.ts';
import { KeyRing } from './key-ring.ts';
import { here, select, type Origin } from './known-article.ts';
import { addAddress, resolveOwn, resolveWaiting, storedLinks } from './links.ts';
import { clearShown, isFromWeb, writeShown, type Shown } from './parts.ts';
import { sourceOf } from './sources.ts';
import { one, run, type Row } from './statements.ts';
import { readProse } from './stored-prose.ts';
import { transaction } from './transaction.ts';
import { count, line, lineOrNull, lines, sourceId } from './values.ts';

/** Of the page of an article, what is shown of it in place of what was filed. */
export type Page = Pick<Entry, 'body' | 'links' | 'summary' | 'byline' | 'words'>;

/** Keeps the text of an article's page beside the one that was filed. Returns false when the article is not here. */
export function fileWhole(db: DatabaseSync, article: ArticleId, page: Entry, at: Instant): boolean {
  return transaction(db, () => {
    const row = one(db, `${select} WHERE id = ?`, article);
    if (!row) return false;
    const known = here(row);
    const origin = originOf(db, known.source);
    if (origin) new KeyRing(db, [page], origin).note(page, known);
    const batch = { linking: [], renamed: [] };
    keepPage(db, known.key, page, at, batch);
    resolveOwn(db, batch.linking);
    resolveWaiting(db, batch.renamed);
    return true;
  });
}

/** Articles whose links are to be led to their targets when all is filed. */
interface Unresolved {
  readonly linking: number[];
  readonly renamed: number[];
}

/**
 * Keeps the text of the page and shows it. What the article says itself stays; what it does not say the page tells. Returns
 * false when the page is kept as it is already, or has no text.
 */
export function keepPage(db: DatabaseSync, key: number, page: Entry, at: Instant, unresolved: Unresolved): boolean {
  const before = one(db, 'SELECT fingerprint FROM pages WHERE article = ?', key);
  if (before?.['fingerprint'] === page.fingerprint || page.body.length === 0) return false;
  if (before) noteCorrection(db, key, { title: titleOf(db, key), body: page.body }, at);
  else keepFiledLinks(db, key);
  const { summary, byline, words } = page;
  const sql = `INSERT OR REPLACE INTO pages (article, prose, details, summary, byline, words, fingerprint)
    VALUES (?, ?, ?, ?, ?, ?, ?)`;
  run(db, sql, key, JSON.stringify(page.body), writeDetails(page), summary, byline, count(words), page.fingerprint);
  show(db, key, page, at);
  unresolved.linking.push(key);
  if (page.address !== null && addAddress(db, key, page.address)) unresolved.renamed.push(key);
  return true;
}

function titleOf(db: DatabaseSync, key: number): Safe {
  return line(one(db, 'SELECT title FROM headlines WHERE article = ?', key)?.['title']);
}

/** Returns what is kept of the article's page, or null when there is no page of it. */
export function keptPage(db: DatabaseSync, key: number): Page | null {
  const row = one(db, 'SELECT prose, summary, byline, words FROM pages WHERE article = ?', key);
  if (!row) return null;
  return {
    body: readProse(row['prose']),
    links: storedLinks(db, key),
    summary: lineOrNull(row['summary']),
    byline: lineOrNull(row['byline']),
    words: count(row['words']),
  };
}

/** Returns the entry as it is shown where its page is kept. */
export function shownWith<Told extends Page>(entry: Told, page: Page): Told {
  const { body, links, words } = page;
  return {
    ...entry,
    body,
    links,
    words: words || entry.words,
    summary: entry.summary ?? page.summary,
    byline: entry.byline ?? page.byline,
  };
}

/** The text of a page that was kept by itself stays that of its page, now that a feed brings the article. */
export function textBecomesPage(db: DatabaseSync, key: number): void {
  const sql = `INSERT OR IGNORE INTO pages (article, prose, details, summary, byline, words, fingerprint)
    SELECT articles.key, prose, details, summary, byline, words, fingerprint
    FROM articles
    CROSS JOIN bodies ON bodies.article = articles.key
    CROSS JOIN headlines ON headlines.article = articles.key
    WHERE articles.key = ? AND prose NOT IN ('', '[]')`;
  run(db, sql, key);
}

/** What is filed from now on is the page itself, so there is nothing beside it. */
export function pageBecomesText(db: DatabaseSync, key: number): void {
  run(db, 'DELETE FROM pages WHERE article = ?', key);
}

/** The table of links is to hold those of the page, so the filed text keeps its own. */
function keepFiledLinks(db: DatabaseSync, key: number): void {
  const links: readonly Link[] = storedLinks(db, key);
  run(db, 'UPDATE bodies SET links = ? WHERE article = ?', JSON.stringify(links), key);
}

function show(db: DatabaseSync, key: number, page: Page, at: Instant): void {
  const row = one(db, filedOf, key);
  const origin = row && originOf(db, Number(row['source']));
  if (!origin) return;
  const shown = shownWith(filedAs(row), page);
  clearShown(db, key);
  run(db, 'UPDATE articles SET words = ? WHERE key = ?', shown.words, key);
  if (isFromWeb(origin.source)) run(db, 'UPDATE articles SET text_filed = ? WHERE key = ?', at, key);
  writeShown(db, { key, id: String(row['id']), origin }, shown);
}

/** The source that an article belongs to. */
function originOf(db: DatabaseSync, key: number): Origin | null {
  const id = one(db, 'SELECT id FROM sources WHERE key = ?', key)?.['id'];
  const source = sourceOf(db, sourceId(id));
  return source && { key, source };
}

const filedOf = `SELECT articles.id, source, path, words, title, summary, byline, publisher,
    headlines.tags, declared, fingerprint
  FROM articles
  CROSS JOIN headlines ON headlines.article = articles.key
  WHERE articles.key = ?`;

/** What an article says by itself, but for its text. */
function filedAs(row: Row): Shown & Page {
  return {
    title: line(row['title']),
    aliases: [],
    summary: lineOrNull(row['summary']),
    byline: lineOrNull(row['byline']),
    publisher: lineOrNull(row['publisher']),
    tags: lines(row['tags']),
    declaredId: lineOrNull(row['declared']),
    fingerprint: String(row['fingerprint']),
    path: typeof row['path'] === 'string' ? row['path'] : null,
    links: [],
    body: [],
    words: count(row['words']),
  };
}
