import { judgeAddress } from '../address/index.ts';
import type { Entry, NoPage } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import { copyOf, unheard, type Copied } from './copying.ts';
import type { Keeper } from './keeper.ts';
import type { Newsroom } from './newsroom.ts';
import { getTyped } from './own-network.ts';
import { whyNot } from './told.ts';

/** A page with something to read on it. */
export interface FetchedPage {
  readonly type: 'page';
  readonly entry: Entry;
  /** Where it was found in the end. */
  readonly found: Safe;
  readonly site: Safe | null;
  /** What stands before the rest of its text, if anything does. */
  readonly wall: Safe | null;
}

/** Media types of pages, in the order in which they are wanted. */
const pageTypes = 'text/html, application/xhtml+xml, text/markdown;q=0.8, text/plain;q=0.7, */*;q=0.5';

/**
 * How far an address may lead: one that was typed, anywhere; a link within a host of the reader's own network, to that host; every
 * other, to public hosts alone.
 */
type Reach = 'typed' | 'own host' | 'public';

/** Fetches a page and has it read. What cannot be read in place is told in words, with what to do instead. */
export async function fetchPage(
  room: Newsroom,
  keeper: Keeper,
  address: string,
  reach: Reach,
  signal: AbortSignal,
): Promise<FetchedPage | NoPage> {
  const request = { address: withoutPlace(address), accept: pageTypes };
  const fetched =
    reach === 'typed'
      ? await getTyped(room, request, signal)
      : await (await room.web()).get({ ...request, mayBePrivate: reach === 'own host' }, signal);
  if (fetched.type === 'cancelled') return fetched;
  if (fetched.type !== 'document') return failed(whyNot(fetched));
  const copied = await copyOf(keeper, fetched, { wanted: 'any', at: room.clock() }, unheard);
  if (signal.aborted) return { type: 'cancelled' };
  return pageIn(copied, fetched.address);
}

/** The place on a page that an address may name is no part of what a server is asked for. */
function withoutPlace(address: string): string {
  return address.trim().replace(/#.*$/s, '');
}

function pageIn(copied: Copied, found: Safe): FetchedPage | NoPage {
  switch (copied.format) {
    case 'broken':
      return failed(say`The page could not be read: it ${copied.why}. Open it in the browser.`);
    case 'feed':
      return failed(say`This is a feed, not a page. Add it as a source to read it.`);
    case 'other':
      return failed(say`This is ${copied.what}, not a page to read. Open it in the browser.`);
    case 'page': {
      const { entry, site, wall } = copied;
      if (wall && !wall.isOpen) return failed(wall.words, true);
      if (entry === null) return failed(say`There is no text on the page. Open it in the browser.`);
      return { type: 'page', entry, found, site, wall: wall?.words ?? null };
    }
  }
}

function failed(why: Safe, wall = false): NoPage {
  return { type: 'failed', why, wall };
}

/** Returns the trouble with an address that is never followed, or null. */
export function refusal(address: string): NoPage | null {
  const { verdict, why } = judgeAddress(address);
  return verdict === 'refused' ? failed(why ?? say`This is not a web address.`) : null;
}
