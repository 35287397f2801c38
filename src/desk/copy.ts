import type { Safe } from '../text/index.ts';
import type { Entry, Instant, Problem } from '../news/index.ts';
import type { Offer, Offers } from '../feeds/index.ts';
import type { Wishes } from './due.ts';

/** A document from the web, before anybody looked into it. */
export interface Sheet {
  readonly bytes: Uint8Array;
  /** The header `Content-Type`, with its charset: a claim. */
  readonly contentType: string | null;
  /** Where it was found in the end. */
  readonly address: string;
}

/** What a sheet turned out to be. */
export type Copy = FeedCopy | PageCopy | OtherCopy;

export interface FeedCopy {
  readonly format: 'feed';
  readonly about: FeedAbout;
  /** Its last entries. Those before them came in parts. */
  readonly entries: readonly Entry[];
  /** Whether it ends in the middle. */
  readonly torn: boolean;
  readonly problems: readonly Problem[];
}

/** What a feed says of itself. */
export interface FeedAbout extends Omit<Wishes, 'freshUntil'> {
  readonly title: Safe | null;
  /** The web site that it belongs to. */
  readonly site: Safe | null;
  /** How many entries it has. */
  readonly count: number;
}

export interface PageCopy {
  readonly format: 'page';
  /** Null when there is no text on it. */
  readonly entry: Entry | null;
  /** Who publishes it, where it says so. */
  readonly site: Safe | null;
  readonly wall: PageWall | null;
  readonly offers: Offers;
}

/** What stands before a page's text. */
export interface PageWall {
  /** What it is and what can be done, in a sentence. */
  readonly words: Safe;
  /** Whether some of the article can be read all the same. */
  readonly isOpen: boolean;
}

/** Neither a feed nor something to read. */
export interface OtherCopy {
  readonly format: 'other';
  /** What it is, as "a picture". */
  readonly what: Safe;
}

/** How a sheet is looked at: as the feed that it has been, or as whatever it is. */
export interface Look {
  readonly wanted: 'feed' | 'any';
  readonly at: Instant;
}

export type { Offer, Offers };
