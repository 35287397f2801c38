import type { DatabaseSync } from 'node:sqlite';
import { say } from '../text/index.ts';
import { titleKey, type ArticleId, type Entry, type Instant, type Problem, type SourceId } from '../news/index.ts';
import { writeDetails } from './article.ts';
import { bodyText } from './body-text.ts';
import { fold, forIndex } from './fold.ts';
import { declaredId } from './identity-words.ts';
import { identify, type Identity, type Origin } from './identity.ts';
import type { Filed, KnownFile } from './library.ts';
import { resolveOwn, resolveWaiting, writeLinks, writeNames } from './links.ts';
import { removeArticles } from './removing.ts';
import { sourceKey, sourceOf } from './sources.ts';
import { one, run } from './statements.ts';
import { writeAuthorTags, writeOwnTags } from './tagging.ts';
import { transaction } from './transaction.ts';
import { articleId, instant, line } from './values.ts';

type Filable = Entry & { readonly file?: KnownFile };

/** Files entries as articles, all or none. An unknown source files nothing. */
export function file(db: DatabaseSync, source: SourceId, entries: readonly Filable[], at: Instant): Filed {
  return transaction(db, () => {
    const origin = originOf(db, source);
    const batch = new Batch();
    if (origin) for (const entry of entries) fileOne(db, entry, origin, at, batch);
    resolveOwn(db, batch.linking);
    resolveWaiting(db, batch.renamed);
    return batch;
  });
}

/** What became of the entries so far. */
class Batch implements Filed {
  readonly added: ArticleId[] = [];
  readonly changed: ArticleId[] = [];
  readonly problems: Problem[] = [];
  unchanged = 0;
  /** Articles whose links were written anew. */
  readonly linking: number[] = [];
  /** Articles that bear other names than before. */
  readonly renamed: number[] = [];
}

function originOf(db: DatabaseSync, id: SourceId): Origin | null {
  const key = sourceKey(db, id);
  const source = sourceOf(db, id);
  return key === null || !source ? null : { key, source };
}

function fileOne(db: DatabaseSync, entry: Filable, origin: Origin, at: Instant, batch: Batch): void {
  const identity = identify(db, entry, origin);
  if (identity.type === 'here' && identity.fingerprint === entry.fingerprint && isAt(db, identity.key, entry, origin)) {
    batch.unchanged += 1;
    noteFile(db, identity.key, entry, origin);
    return;
  }
  displace(db, identity, entry, origin);
  const here = identity.type === 'here';
  const key = here ? updateArticle(db, identity.key, entry, origin) : addArticle(db, identity.id, entry, origin, at);
  (here ? batch.changed : batch.added).push(articleId(identity.id));
  writeParts(db, key, entry, identity.id, origin);
  if (entry.links.length > 0) batch.linking.push(key);
  if (writeNames(db, key, entry, identity.id, origin.key)) batch.renamed.push(key);
  const declared = declaredId(entry.declaredId);
  if (declared && identity.type === 'new' && identity.id !== declared)
    batch.problems.push(duplicate(declared, entry, identity.id));
}

function isAt(db: DatabaseSync, key: number, entry: Entry, origin: Origin): boolean {
  const row = one(db, 'SELECT source, path FROM articles WHERE key = ?', key);
  return row?.['source'] === origin.key && row['path'] === entry.path;
}

/** A file that now is another article makes room for it. */
function displace(db: DatabaseSync, identity: Identity, entry: Entry, { key }: Origin): void {
  if (entry.path === null) return;
  const there = one(db, 'SELECT key FROM articles WHERE source = ? AND path = ?', key, entry.path);
  if (there && !(identity.type === 'here' && identity.key === there['key'])) removeArticles(db, [Number(there['key'])]);
}

function addArticle(db: DatabaseSync, id: string, entry: Entry, origin: Origin, at: Instant): number {
  const columns = { ...columnsOf(entry, origin), filed: at };
  const names = Object.keys(columns);
  const sql = `INSERT INTO articles (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')}) RETURNING key`;
  const key = Number(one(db, sql, id, ...Object.values(columns))?.['key']);
  run(db, 'DELETE FROM departed WHERE id = ?', id);
  return key;
}

function updateArticle(db: DatabaseSync, key: number, entry: Entry, origin: Origin): number {
  const columns = columnsOf(entry, origin);
  run(db, 'DELETE FROM search WHERE rowid = (SELECT search_row FROM articles WHERE key = ?)', key);
  run(db, 'DELETE FROM files WHERE article = ?', key);
  const sets = Object.keys(columns).map((name) => `${name} = ?`);
  run(db, `UPDATE articles SET ${sets.join(', ')} WHERE key = ?`, ...Object.values(columns), key);
  return key;
}

/** The columns by which lists are ordered and chosen. */
function columnsOf(entry: Entry, { key, source }: Origin) {
  return {
    source: key,
    path: entry.path,
    kind: entry.kind === 'backgrounder' ? 1 : 0,
    published: instant(entry.published),
    words: Math.max(0, Math.trunc(entry.words) || 0),
    title_key: titleKey(entry.title),
    publisher_key: titleKey(entry.publisher ?? source.name),
  };
}

function writeParts(db: DatabaseSync, key: number, entry: Filable, id: string, origin: Origin): void {
  writeHeadline(db, key, entry);
  const body =
    'INSERT INTO bodies (article, prose, details) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET prose = excluded.prose, details = excluded.details';
  run(db, body, key, JSON.stringify(entry.body), writeDetails(entry));
  const filter =
    'INSERT INTO filters (article, folded) VALUES (?, ?) ON CONFLICT DO UPDATE SET folded = excluded.folded';
  run(
    db,
    filter,
    key,
    fold([entry.publisher ?? origin.source.name, entry.title, entry.summary ?? '', ...entry.tags].join('\n')),
  );
  index(db, key, entry);
  writeAuthorTags(db, key, entry.tags);
  writeOwnTags(db, [id]);
  writeLinks(db, key, entry, origin.key);
  noteFile(db, key, entry, origin);
}

function writeHeadline(db: DatabaseSync, key: number, entry: Entry): void {
  const linked = (relation: string) => entry.links.filter((link) => link.relation === relation).length;
  const { title, summary, byline, publisher, tags, fingerprint } = entry;
  const declared = declaredId(entry.declaredId) || null;
  const shown = [title, summary, byline, publisher, JSON.stringify(tags), linked('also-see'), linked('background')];
  const sql = `INSERT INTO headlines
      (article, title, summary, byline, publisher, tags, also_see, background, declared, fingerprint)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET title = excluded.title, summary = excluded.summary, byline = excluded.byline,
      publisher = excluded.publisher, tags = excluded.tags, also_see = excluded.also_see,
      background = excluded.background, declared = excluded.declared, fingerprint = excluded.fingerprint`;
  run(db, sql, key, ...shown, declared, fingerprint);
}

function index(db: DatabaseSync, key: number, entry: Entry): void {
  const sql =
    'INSERT INTO search (rowid, title, summary, body) VALUES ((SELECT search_row FROM articles WHERE key = ?), ?, ?, ?)';
  const beside = [entry.summary ?? '', entry.byline ?? '', ...entry.tags].join('\n');
  const named = [entry.title, ...entry.aliases].join('\n');
  run(db, sql, key, forIndex(named), forIndex(beside), forIndex(bodyText(entry.body)));
}

function noteFile(db: DatabaseSync, key: number, entry: Filable, origin: Origin): void {
  if (!entry.file) return;
  const { path, modified, size } = entry.file;
  const sql = `INSERT INTO files (source, path, modified, size, article) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET modified = excluded.modified, size = excluded.size, article = excluded.article`;
  run(db, sql, origin.key, path, modified, size, key);
}

function duplicate(declared: string, entry: Entry, id: string): Problem {
  const detail = say`The id ${line(declared)} belongs to another article already. This one is kept as ${line(id)}; give it an id of its own.`;
  return { kind: 'duplicate-id', where: line(entry.path ?? entry.title), detail };
}
