import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openLibrary, type Hit, type KnownFile, type Library } from '../../src/library/index.ts';
import {
  addressKey,
  titleKey,
  type ArticleId,
  type Entry,
  type EntryKey,
  type Link,
  type Prose,
  type Query,
  type Source,
  type Version,
} from '../../src/news/index.ts';
import { readQuery } from '../../src/query/index.ts';
import { cleanLine } from '../../src/text/index.ts';

/** Noon of a day in 2025. */
export const day = (month: number, day: number): number => Date.UTC(2025, month - 1, day, 12);
export const now = day(12, 1);
export const everything: Query = { conditions: [], sort: 'newest' };

/** Returns the query that is typed, as it is while one types. */
export function asked(text: string): Query {
  return readQuery(text, { now, typing: true }).value;
}

/** Returns what is found in all sources, the best first; nothing when nothing is asked for. */
export function found(library: Library, text: string, limit = 50): readonly Hit[] {
  const query = asked(text);
  if (query.conditions.length === 0) return [];
  return library.search(
    query,
    library.sources().map(({ id }) => id),
    limit,
  );
}

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'library-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Opens a library, in a new folder unless one is given, and closes it when the test ends. */
export function open(at: string = folder()): Library {
  const { library, problems } = openLibrary(at, now);
  if (problems.length > 0) throw new Error(problems[0]!.detail);
  onTestFinished(() => library.close());
  return library;
}

export function keep(library: Library, location = '/news', kept = true): Source {
  return library.keepSource({ kind: 'folder', name: cleanLine(`The ${location.slice(1)}`), location, kept });
}

/** Keeps a feed, or the pages of a site. */
export function keepFeed(library: Library, location = 'https://one.example/feed', kept = true): Source {
  return library.keepSource({ kind: 'feed', name: cleanLine(new URL(location).hostname), location, kept });
}
export function keepPages(library: Library, location = 'https://one.example/', kept = false): Source {
  return library.keepSource({ kind: 'page', name: cleanLine(new URL(location).hostname), location, kept });
}

/** What a test says of an entry; the rest is plain. */
export interface Told {
  readonly id?: string;
  readonly path?: string | null;
  readonly title?: string;
  readonly summary?: string;
  readonly publisher?: string;
  readonly published?: number | null;
  readonly address?: string;
  readonly kind?: Entry['kind'];
  readonly words?: number;
  readonly tags?: readonly string[];
  readonly aliases?: readonly string[];
  readonly body?: string | Prose;
  readonly links?: readonly Link[];
  readonly says?: string;
}

export function entry(told: Told): Entry & { readonly file?: KnownFile } {
  const title = told.title ?? told.path ?? told.id ?? 'Untitled';
  const path = told.path === undefined ? `${told.id ?? title}.md` : told.path;
  return {
    declaredId: told.id ?? null,
    aliases: (told.aliases ?? []).map(cleanLine),
    kind: told.kind ?? 'news',
    title: cleanLine(title),
    summary: told.summary === undefined ? null : cleanLine(told.summary),
    byline: null,
    publisher: told.publisher === undefined ? null : cleanLine(told.publisher),
    published: told.published === undefined ? day(1, 1) : told.published,
    updated: null,
    place: null,
    address: told.address === undefined ? null : cleanLine(told.address),
    language: null,
    tags: (told.tags ?? []).map(cleanLine),
    picture: null,
    authorNote: null,
    links: told.links ?? [],
    body: typeof told.body === 'object' ? told.body : paragraphs(told.body ?? ''),
    words: told.words ?? 100,
    path,
    fingerprint: told.says ?? JSON.stringify(told),
    problems: [],
    ...(path !== null && { file: { path, modified: 1, size: 1 } }),
  };
}

/** What a test says of an entry of a feed or of a page on the web. */
export interface Fed extends Omit<Told, 'path' | 'id'> {
  /** The id that the feed gives; one that is an address means the same in every feed. */
  readonly guid?: string;
}

/** Returns an entry with the keys that feeds give, the surest first: its id, its address, its title and day. */
export function fed({ guid, ...told }: Fed): Entry {
  const address = told.address === undefined ? null : addressKey(told.address);
  const keys: EntryKey[] = [];
  if (guid !== undefined) keys.push({ value: `id ${guid}`, everywhere: guid.startsWith('https:') });
  if (address !== null) keys.push({ value: `at ${address}`, everywhere: true });
  if (told.title !== undefined) keys.push({ value: `said ${titleKey(told.title)} 20089`, everywhere: false });
  return { ...entry({ body: 'Words.', says: JSON.stringify(told), ...told, path: null }), keys };
}

/** Files what a feed or page says, and returns the ids of what is new. */
export function feed(library: Library, source: Source, ...told: readonly Fed[]): readonly ArticleId[] {
  return library.file(source.id, told.map(fed), now).added;
}

export function paragraphs(text: string): Prose {
  return text.split('\n\n').map((part) => ({ type: 'paragraph', spans: [{ text: cleanLine(part) }] }));
}

export function link(address: string | null, text = 'elsewhere', relation: Link['relation'] = 'inline'): Link {
  return { relation, text: cleanLine(text), address: address === null ? null : cleanLine(address) };
}

/** Files the entries and returns the ids, in their order. */
export function shelve(library: Library, source: Source, ...told: readonly Told[]): readonly ArticleId[] {
  const before = new Set(ids(library, source));
  library.file(source.id, told.map(entry), now);
  return told.map(({ path, id, title }) => {
    const at = path === null ? null : library.articleAt(source.id, path ?? `${id ?? title}.md`);
    return at ?? ids(library, source).find((one) => !before.has(one))!;
  });
}

/** Returns the ids of a list, in its order. */
export function ids(library: Library, source: Source | null = null, query: Query = everything): readonly ArticleId[] {
  const scope = source ? [source.id] : library.sources().map(({ id }) => id);
  return library.headlines(query, scope, { from: 'start', limit: 1000 }).rows.map(({ id }) => id);
}

/** Returns the titles of a list, in its order. */
export function titles(library: Library, query: Query = everything): readonly string[] {
  const scope = library.sources().map(({ id }) => id);
  return library.headlines(query, scope, { from: 'start', limit: 1000 }).rows.map(({ title }) => title);
}

export function statusOf(library: Library, id: ArticleId) {
  return library.headlinesOf([id])[0]!.status;
}

/** Returns the words of an article, in the version that is shown or the one asked for. */
export function textOf(library: Library, id: ArticleId, version?: Version): string {
  const body = library.article(id, version)?.body ?? [];
  return body.map((block) => ('spans' in block ? block.spans.map(({ text }) => text).join('') : '')).join('\n\n');
}
