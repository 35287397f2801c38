import type { Article, ArticleId, Entry, NoPage, PageOutcome, Source } from '../news/index.ts';
import { say } from '../text/index.ts';
import { fetchPage, refusal, type FetchedPage } from './fetch-page.ts';
import type { Newsroom } from './newsroom.ts';
import { namelessName } from './noting.ts';
import { hostOf, mayLieInside } from './own-network.ts';
import { keysAt } from './page-entry.ts';

/** Who asks for a page: the reader by typing its address, or by a link of an article. */
export interface Errand {
  readonly typed: boolean;
  readonly from: ArticleId | null;
}

/** Opens a page in place: from the library, where it is here with its text, else from the web, and then it is kept. */
export async function openPage(
  room: Newsroom,
  address: string,
  { typed, from }: Errand,
  signal: AbortSignal,
): Promise<PageOutcome> {
  const refused = refusal(address);
  if (refused) return refused;
  const known = articleAt(room, address);
  if (known && hasText(known)) {
    if (typed) keepSourceOf(room, known);
    return { type: 'article', article: known.id, wall: null };
  }
  const asking = from === null ? known : room.library.article(from);
  const reach = typed ? 'typed' : isOfOwnHost(room, asking, address) ? 'own host' : 'public';
  const page = await fetchPage(room, room.documents, address, reach, signal);
  if (page.type !== 'page') return page;
  const article = filePage(room, page, address, typed);
  return article === null ? unkept : { type: 'article', article, wall: page.wall };
}

const unkept: NoPage = { type: 'failed', why: say`The page could not be kept. Try again.`, wall: false };

/** Returns whether the library has more of the article than its headline. What a feed gave only as an address has no text. */
export function hasText({ versions, words }: Article): boolean {
  return versions.length > 0 && words > 0;
}

function articleAt({ library }: Newsroom, address: string): Article | null {
  const id = library.articleWithAddress(address);
  return id === null ? null : library.article(id);
}

/**
 * Returns whether an address lies in the same private host as the source of the article that leads there, at the same port: pages
 * of a home server may link to each other, and no other page may lead into the reader's own network.
 */
export function isOfOwnHost({ library }: Newsroom, article: Article | null, address: string): boolean {
  const source = library.sources().find(({ id }) => id === article?.source);
  if (!source || !mayLieInside(library, source.location)) return false;
  return hostOf(source.location) === hostOf(address);
}

function keepSourceOf({ library }: Newsroom, { source }: Article): void {
  const its = library.sources().find(({ id }) => id === source);
  if (its?.kind === 'page' && !its.kept) library.changeSource(its.id, { kept: true });
}

/** Files a page under its site, or with the article that it is the page of. Returns that. */
function filePage(room: Newsroom, page: FetchedPage, asked: string, typed: boolean): ArticleId | null {
  const { library, clock } = room;
  const { entry, found } = page;
  const known = articleAt(room, entry.address ?? found) ?? articleAt(room, found);
  const owner = library.sources().find(({ id }) => id === known?.source);
  if (known && typed) keepSourceOf(room, known);
  if (known && owner && owner.kind !== 'page') {
    // A wall shows less than a feed may have given.
    if (owner.kind === 'feed' && !(page.wall !== null && hasText(known))) library.fileWhole(known.id, entry, clock());
    return known.id;
  }
  const site = owner ?? siteOf(room, page, typed);
  const keys = keysAt([entry.address, found, isWayThrough(page, asked) ? null : asked]);
  const publisher = entry.publisher === site.name ? null : entry.publisher;
  const { added, changed } = library.file(site.id, [{ ...entry, publisher, keys } satisfies Entry], clock());
  return added[0] ?? changed[0] ?? library.articleWithAddress(entry.address ?? found);
}

/** The pages of one site are one source. */
function siteOf({ library }: Newsroom, { found, site }: FetchedPage, typed: boolean): Source {
  const location = new URL('/', found).href;
  const known = library.sources().find((source) => source.location === location);
  if (!known) return library.keepSource({ kind: 'page', name: site ?? namelessName(found), location, kept: typed });
  return (typed && !known.kept && library.changeSource(known.id, { kept: true })) || known;
}

/** Paths of pages that stand in for others until something is done on them. */
const gates = /log-?in|sign-?in|sign-?up|consent|captcha|challenge|subscri|auth\b/i;

/** Returns whether one was led to another page than the one asked for, so that the address must not stand for what was found. */
function isWayThrough({ found, wall }: FetchedPage, asked: string): boolean {
  const [there, from] = [URL.parse(found), URL.parse(asked.trim())];
  if (!there || !from || there.href === from.href) return false;
  return wall !== null || gates.test(there.pathname) || (there.pathname === '/' && from.pathname !== '/');
}
