import { judgeAddress, webAddress } from '../address/index.ts';
import type { Found } from '../news/index.ts';
import { say, cleanLine, type Safe } from '../text/index.ts';
import type { Fetched, Web } from '../web/index.ts';
import type { Offer, PageCopy } from './copy.ts';
import { copyOf, unheard } from './copying.ts';
import { feedTypes } from './ask-feed.ts';
import type { Newsroom } from './newsroom.ts';
import { namelessName } from './noting.ts';
import { hostOf, getTyped, mayLieInside } from './own-network.ts';
import { whyNot } from './told.ts';

/** Trouble that may be only with https, when the reader wrote no scheme. What could be forged is not looked for without it. */
const onlySecure = ['connection', 'time', 'answer'];
/** A page first, since that is what people type. */
const anyType = 'text/html, application/xhtml+xml, ' + feedTypes;

/**
 * Finds out what lies at an address that the reader typed: a feed, a page that offers feeds, or an article. Without a scheme
 * it is looked for by https, and then by http. Keeps nothing.
 */
export async function find(room: Newsroom, typed: string, signal: AbortSignal): Promise<Found> {
  let fetched: Fetched | null = null;
  let address = '';
  for (address of waysTo(typed)) {
    fetched = await getTyped(room, { address, accept: anyType }, signal);
    if (fetched.type !== 'failed' || !onlySecure.includes(fetched.kind)) break;
  }
  if (!fetched) return { type: 'failed', why: say`This is not a web address.` };
  if (fetched.type === 'cancelled') return fetched;
  if (fetched.type !== 'document') return { type: 'failed', why: whyNot(fetched) };
  return lookInto(room, await room.web(), fetched, address, signal);
}

/** Returns the addresses that what was typed may mean. Some sites write those of their feeds with a scheme of their own. */
function waysTo(typed: string): readonly string[] {
  const address = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return [address];
  return URL.canParse(`https://${address}`) ? [`https://${address}`, `http://${address}`] : [address];
}

type Document = Extract<Fetched, { type: 'document' }>;

async function lookInto(
  room: Newsroom,
  web: Web,
  document: Document,
  address: string,
  signal: AbortSignal,
): Promise<Found> {
  const copied = await copyOf(room.documents, document, { wanted: 'any', at: room.clock() }, unheard);
  if (signal.aborted) return { type: 'cancelled' };
  switch (copied.format) {
    case 'broken':
      return { type: 'failed', why: say`What lies at the address could not be read: it ${copied.why}.` };
    case 'other':
      return { type: 'failed', why: say`What lies at the address is ${copied.what}, and neither a feed nor a page.` };
    case 'feed': {
      const { title, site, count } = copied.about;
      const kept = writtenAddress(address) ?? document.address;
      return { type: 'feed', address: kept, name: title ?? namelessName(kept), site, entries: count };
    }
    case 'page':
      return lookAround(room, web, copied, document, signal);
  }
}

/** Returns the address with the name and password that may stand in it: its feed is asked for with them. */
export function writtenAddress(address: string): Safe | null {
  const { verdict } = judgeAddress(address);
  const url = URL.parse(address.trim());
  if (verdict === 'refused' || !url) return null;
  url.hash = '';
  return webAddress(url.href) ?? cleanLine(url.href);
}

/** Links of a page that look like feeds, and common places, that are tried when it names none. */
const mostLinks = 4;

/** Returns the feeds that a page names, else those that are found where feeds mostly are, else the page. */
async function lookAround(
  room: Newsroom,
  web: Web,
  copied: PageCopy,
  document: Document,
  signal: AbortSignal,
): Promise<Found> {
  const { entry, site, wall, offers } = copied;
  const allowed = (offer: Offer): boolean => isReachable(offer.address, document.address);
  const named = offers.named.filter(allowed);
  const feeds =
    named.length > 0 ? named.map(nameOf) : await tryLikely(room, web, offers.likely.filter(allowed), signal);
  if (signal.aborted) return { type: 'cancelled' };
  const name = site ?? entry?.title ?? namelessName(document.address);
  if (feeds.length > 0) return { type: 'offers', name, feeds };
  if (wall && !wall.isOpen) return { type: 'failed', why: wall.words };
  if (entry) return { type: 'page', address: entry.address ?? document.address, title: entry.title };
  return {
    type: 'failed',
    why: say`There is neither a feed nor an article at this address. Look in the browser for its feed.`,
  };
}

/** A page must not lead into the reader's own network, unless it lies there itself. */
function isReachable(address: Safe, page: Safe): boolean {
  const { verdict } = judgeAddress(address);
  return verdict === 'public' || (verdict === 'private' && hostOf(address) === hostOf(page));
}

function nameOf({ address, title }: Offer): { readonly address: Safe; readonly name: Safe } {
  return { address, name: title ?? namelessName(address) };
}

/** Asks one after another, so that nobody is asked too much: links of the page, and where none is a feed, common places up to the first. */
async function tryLikely(room: Newsroom, web: Web, likely: readonly Offer[], signal: AbortSignal) {
  const links = likely.filter(({ title }) => title !== null).slice(0, mostLinks);
  const found = [];
  for (const { address, title } of links) {
    const feed = await feedAt(room, web, address, signal);
    if (feed) found.push({ address, name: feed.title ?? title ?? namelessName(address) });
  }
  if (found.length > 0) return found;
  for (const { address } of likely.filter(({ title }) => title === null)) {
    const feed = await feedAt(room, web, address, signal);
    if (feed) return [{ address, name: feed.title ?? namelessName(address) }];
    if (signal.aborted) break;
  }
  return [];
}

async function feedAt(room: Newsroom, web: Web, address: Safe, signal: AbortSignal) {
  const mayBePrivate = mayLieInside(room.library, address);
  const fetched = await web.get({ address, mayBePrivate, accept: feedTypes }, signal);
  if (fetched.type !== 'document') return null;
  const copied = await copyOf(room.documents, fetched, { wanted: 'any', at: room.clock() }, unheard);
  return copied.format === 'feed' ? copied.about : null;
}
