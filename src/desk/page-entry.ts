import { createHash } from 'node:crypto';
import { webAddress } from '../address/index.ts';
import { addressKey, type Entry, type EntryKey } from '../news/index.ts';
import type { WebPage } from '../pages/index.ts';
import { cleanLine, type Safe } from '../text/index.ts';
import { summaryOf, titleOf } from './words-of.ts';

/** Returns a web page as what the library files. `found` is the address at which it was found. Pieces that it lists are links. */
export function pageEntry(page: WebPage, found: string): Entry {
  const address = ownAddress(page.address, found);
  const entry = {
    declaredId: null,
    aliases: [],
    kind: 'news' as const,
    title: titleOf(page.title, page.excerpt ?? '', lastOf(found)),
    summary: page.excerpt === null ? null : summaryOf(page.excerpt),
    byline: page.byline,
    publisher: page.siteName,
    published: page.published,
    updated: page.updated,
    place: null,
    address,
    language: page.language,
    tags: [],
    picture: page.picture,
    authorNote: null,
    links: [...page.links, ...page.related],
    body: page.body,
    words: page.words,
    path: null,
    problems: [],
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  return { ...entry, keys: keysAt([address, found]), fingerprint };
}

/** Returns the keys of what lies at these addresses, each once. */
export function keysAt(addresses: readonly (string | null)[]): readonly EntryKey[] {
  const keys = addresses.flatMap((address) => (address === null ? [] : (addressKey(address) ?? [])));
  return [...new Set(keys)].map((key) => ({ value: `at ${key}`, everywhere: true }));
}

/**
 * Returns the address that a page has: the one that it gives itself, if that is of the same site and no mere front page. A page
 * that names another site's address would else be taken for what is there.
 */
function ownAddress(claimed: Safe | null, found: string): Safe | null {
  const [own, there] = [URL.parse(claimed ?? ''), URL.parse(found)];
  const isFront = own?.pathname === '/' && own.search === '';
  const isOwn = own && there && siteOf(own) === siteOf(there) && (!isFront || there.pathname === '/');
  return webAddress(isOwn ? own.href : found);
}

function siteOf({ host }: URL): string {
  return host.replace(/^(?:www|m|mobile|amp)\./, '');
}

function lastOf(address: string): Safe {
  const { pathname = '', host = '' } = URL.parse(address) ?? {};
  const name = cleanLine(pathname.split('/').findLast((part) => part !== '') ?? '');
  return name === '' ? cleanLine(host) : name;
}
