import type { DatabaseSync } from 'node:sqlite';
import { titleKey, type Entry, type Instant, type Source } from '../news/index.ts';
import { writeDetails } from './article.ts';
import { giveTo } from './carriers.ts';
import { fold } from '../query/index.ts';
import { declaredId } from './identity-words.ts';
import type { Here, Origin } from './known-article.ts';
import type { KnownFile } from './library.ts';
import { writeLinks } from './links.ts';
import { isWebAddress } from './listed.ts';
import { one, run } from './statements.ts';
import { clearAuthorTags, writeAuthorTags, writeOwnTags } from './tagging.ts';
import { instant } from './values.ts';
import { index, removeFromIndex } from './word-index.ts';

export type Filable = Entry & { readonly file?: KnownFile };

/** Where an article stands in the tables, and by whom it is filed. */
export interface Standing {
  readonly key: number;
  readonly id: string;
  readonly origin: Origin;
}

/** Adds an article to those that lists are made of, and returns its key. Its parts are still to be written. */
export function addArticle(db: DatabaseSync, id: string, entry: Entry, origin: Origin, at: Instant): number {
  const columns = { ...columnsOf(entry, origin, at), filed: at };
  const names = Object.keys(columns);
  const sql = `INSERT INTO articles (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')}) RETURNING key`;
  return Number(one(db, sql, id, ...Object.values(columns))?.['key']);
}

/** Brings an article up to date in what lists are made of, and gives it to the source that files it. */
export function updateArticle(db: DatabaseSync, known: Here, shown: Entry, origin: Origin, at: Instant): void {
  const { key, id } = known;
  clearShown(db, key);
  clearAuthorTags(db, key);
  run(db, 'DELETE FROM files WHERE article = ?', key);
  giveTo(db, key, origin.key, known.source, shown.path === null);
  const columns = columnsOf(shown, origin, at);
  const sets = Object.keys(columns).map((name) => `${name} = ?`);
  run(db, `UPDATE articles SET ${sets.join(', ')} WHERE key = ?`, ...Object.values(columns), key);
  if (known.source !== origin.key) run(db, 'DELETE FROM departed WHERE id = ?', id);
}

/** Returns whether texts of the source come from the web, so that they can be had again. */
export function isFromWeb({ kind, location }: Source): boolean {
  return kind !== 'folder' && isWebAddress(location);
}

/** The columns by which lists are ordered and chosen. */
function columnsOf(entry: Entry, { key, source }: Origin, at: Instant) {
  return {
    source: key,
    path: entry.path,
    kind: entry.kind === 'backgrounder' ? 1 : 0,
    published: instant(entry.published),
    words: Math.max(0, Math.trunc(entry.words) || 0),
    title_key: titleKey(entry.title),
    publisher_key: titleKey(entry.publisher ?? source.name),
    text_filed: isFromWeb(source) && entry.body.length > 0 ? at : null,
  };
}

/** Writes what an article consists of. The entry is what was filed, `shown` the same with the text of its page, where that is kept. */
export function writeParts(db: DatabaseSync, standing: Standing, entry: Filable, shown: Entry): void {
  const { key, origin } = standing;
  const links = shown === entry ? null : JSON.stringify(entry.links);
  const sql = 'INSERT OR REPLACE INTO bodies (article, prose, details, links) VALUES (?, ?, ?, ?)';
  run(db, sql, key, JSON.stringify(entry.body), writeDetails(entry), links);
  writeShown(db, standing, shown);
  writeAuthorTags(db, key, entry.tags);
  writeOwnTags(db, [standing.id]);
  noteFile(db, key, entry, origin);
}

/** What is made of an entry: what lists show, and what is looked through. */
export type Shown = Pick<
  Entry,
  | 'title'
  | 'aliases'
  | 'summary'
  | 'byline'
  | 'publisher'
  | 'tags'
  | 'links'
  | 'body'
  | 'declaredId'
  | 'fingerprint'
  | 'path'
>;

/** Writes what is made of the text that is shown, after that of another text was cleared. */
export function writeShown(db: DatabaseSync, { key, origin }: Standing, shown: Shown): void {
  writeHeadline(db, key, shown);
  const filter =
    'INSERT INTO filters (article, folded) VALUES (?, ?) ON CONFLICT DO UPDATE SET folded = excluded.folded';
  const looked = [shown.publisher ?? origin.source.name, shown.title, shown.summary ?? '', ...shown.tags];
  run(db, filter, key, fold(looked.join('\n')));
  index(db, key, shown);
  writeLinks(db, key, shown, origin.key);
}

function writeHeadline(db: DatabaseSync, key: number, shown: Shown): void {
  const linked = (relation: string) => shown.links.filter((link) => link.relation === relation).length;
  const { title, summary, byline, publisher, tags, fingerprint } = shown;
  const declared = declaredId(shown.declaredId) || null;
  const told = [title, summary, byline, publisher, JSON.stringify(tags), linked('also-see'), linked('background')];
  const sql = `INSERT INTO headlines
      (article, title, summary, byline, publisher, tags, also_see, background, declared, fingerprint)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET title = excluded.title, summary = excluded.summary, byline = excluded.byline,
      publisher = excluded.publisher, tags = excluded.tags, also_see = excluded.also_see,
      background = excluded.background, declared = excluded.declared, fingerprint = excluded.fingerprint`;
  run(db, sql, key, ...told, declared, fingerprint);
}

/** Takes away what was made of the text that was shown: its words in the index, and its links. */
export function clearShown(db: DatabaseSync, key: number): void {
  removeFromIndex(db, key);
  run(db, 'DELETE FROM links WHERE article = ?', key);
}

/** Notes as what a file was read. */
export function noteFile(db: DatabaseSync, key: number, entry: Filable, origin: Origin): void {
  if (!entry.file) return;
  const { path, modified, size } = entry.file;
  const sql = `INSERT INTO files (source, path, modified, size, article) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET modified = excluded.modified, size = excluded.size, article = excluded.article`;
  run(db, sql, origin.key, path, modified, size, key);
}
