import type { DatabaseSync } from 'node:sqlite';
import { say } from '../text/index.ts';
import type { ArticleId, Entry, Instant, Problem, SourceId } from '../news/index.ts';
import { noteCarrier } from './carriers.ts';
import { declaredId } from './identity-words.ts';
import { identify } from './identity.ts';
import { KeyRing } from './key-ring.ts';
import type { Here, Identity, Origin } from './known-article.ts';
import { noteCorrection } from './corrections.ts';
import type { Filed } from './library.ts';
import { resolveOwn, resolveWaiting, writeNames } from './links.ts';
import { meetingOf } from './meeting.ts';
import { keepPage, keptPage, pageBecomesText, shownWith, textBecomesPage } from './pages.ts';
import { addArticle, noteFile, updateArticle, writeParts, type Filable } from './parts.ts';
import { removeArticles } from './removing.ts';
import { sourceKey, sourceOf } from './sources.ts';
import { one, run } from './statements.ts';
import { transaction } from './transaction.ts';
import { articleId, line } from './values.ts';

/** Files entries as articles, all or none. An unknown source files nothing. */
export function file(db: DatabaseSync, source: SourceId, entries: readonly Filable[], at: Instant): Filed {
  return transaction(db, () => {
    const batch = new Batch();
    const origin = originOf(db, source);
    if (!origin) return batch;
    const filing = { db, origin, at, batch, ring: new KeyRing(db, entries, origin) };
    for (const entry of entries) fileOne(filing, entry);
    resolveOwn(db, batch.linking);
    resolveWaiting(db, batch.renamed);
    return batch;
  });
}

/** Where and when entries are filed, and what became of those before. */
interface Filing {
  readonly db: DatabaseSync;
  readonly origin: Origin;
  readonly at: Instant;
  readonly ring: KeyRing;
  readonly batch: Batch;
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

function fileOne(filing: Filing, entry: Filable): void {
  const { db, origin, ring, batch } = filing;
  const identity = identify(db, entry, origin, ring);
  if (identity.type !== 'here') addNew(filing, entry, identity);
  else if (!ring.has(entry)) refile(filing, entry, identity);
  else if (ring.isMet(identity.id)) batch.unchanged += 1;
  else meetAgain(filing, entry, identity);
}

function addNew(filing: Filing, entry: Filable, identity: Identity): void {
  const { db, origin, at, batch, ring } = filing;
  displace(db, identity, entry, origin);
  const key = addArticle(db, identity.id, entry, origin, at);
  if (identity.type === 'known') run(db, 'DELETE FROM departed WHERE id = ?', identity.id);
  batch.added.push(articleId(identity.id));
  writeAll(filing, key, identity.id, entry, entry);
  ring.note(entry, {
    type: 'here',
    key,
    id: identity.id,
    fingerprint: entry.fingerprint,
    source: origin.key,
    path: null,
  });
  const declared = declaredId(entry.declaredId);
  if (declared && identity.type === 'new' && identity.id !== declared)
    batch.problems.push(duplicate(declared, entry, identity.id));
}

/** Files again what is known without keys: a file, or the text of a page. Whichever source files it last has it. */
function refile(filing: Filing, entry: Filable, known: Here): void {
  const { db, origin, batch } = filing;
  const isThere = known.source === origin.key && known.path === entry.path;
  if (isThere && known.fingerprint === entry.fingerprint) {
    batch.unchanged += 1;
    noteFile(db, known.key, entry, origin);
    return;
  }
  displace(db, known, entry, origin);
  // What was known from the web and is a file now is that file: it alone is shown.
  if (known.path === null && entry.path !== null) pageBecomesText(db, known.key);
  change(filing, known, entry);
  batch.changed.push(articleId(known.id));
}

/** Files what a source on the web tells again, or what another one told before. */
function meetAgain(filing: Filing, entry: Entry, known: Here): void {
  const { db, origin, at, batch, ring } = filing;
  const meeting = meetingOf(db, known, entry, origin);
  ring.note(entry, known);
  const changed = () => {
    switch (meeting) {
      case 'own':
        return known.fingerprint !== entry.fingerprint && change(filing, known, entry);
      case 'carried':
        return false;
      case 'page':
        return keepPage(db, known.key, entry, at, batch);
      case 'joined':
        textBecomesPage(db, known.key);
        return change(filing, known, entry);
      case 'taken':
        if (origin.source.kind === 'page') pageBecomesText(db, known.key);
        return change(filing, known, entry);
    }
  };
  if (meeting === 'carried' || meeting === 'page') noteCarrier(db, origin.key, known.key, entry.published, at);
  if (changed()) batch.changed.push(articleId(known.id));
  else batch.unchanged += 1;
}

function change(filing: Filing, known: Here, entry: Filable): true {
  const { db, origin, at } = filing;
  const page = keptPage(db, known.key);
  const shown = page ? shownWith(entry, page) : entry;
  // What comes from another source, or lies in another file, is another text and no correction.
  if (known.source === origin.key && known.path === entry.path) noteCorrection(db, known.key, shown, at);
  updateArticle(db, known, shown, origin, at);
  writeAll(filing, known.key, known.id, entry, shown);
  return true;
}

function writeAll({ db, origin, batch }: Filing, key: number, id: string, entry: Filable, shown: Entry): void {
  writeParts(db, { key, id, origin }, entry, shown);
  if (shown.links.length > 0) batch.linking.push(key);
  if (writeNames(db, key, entry, id, origin.key)) batch.renamed.push(key);
}

/** A file that now is another article makes room for it. */
function displace(db: DatabaseSync, identity: Identity, entry: Entry, { key }: Origin): void {
  if (entry.path === null) return;
  const there = one(db, 'SELECT key FROM articles WHERE source = ? AND path = ?', key, entry.path);
  if (there && !(identity.type === 'here' && identity.key === there['key'])) removeArticles(db, [Number(there['key'])]);
}

function duplicate(declared: string, entry: Entry, id: string): Problem {
  const detail = say`The id ${line(declared)} belongs to another article already. This one is kept as ${line(id)}; give it an id of its own.`;
  return { kind: 'duplicate-id', where: line(entry.path ?? entry.title), detail };
}
