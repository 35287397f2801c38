import type { Safe } from '../text/index.ts';
import type { Instant, Query } from '../news/index.ts';

/** What one file of another program holds. */
export interface Carried {
  /** What the file was taken for, such as "a Pocket export". */
  readonly format: Safe;
  readonly feeds: readonly CarriedFeed[];
  readonly lists: readonly CarriedList[];
  readonly pages: readonly CarriedPage[];
}

export interface CarriedFeed {
  /** As the URL standard writes it; http or https. A name and password may stand in it. */
  readonly address: Safe;
  readonly name: Safe | null;
  readonly tags: readonly Safe[];
}

/** A list by a rule. What is known only where it is used stands beside the query: which feeds are there, and what day it is. */
export interface CarriedList {
  readonly name: Safe;
  readonly query: Query;
  /** Only articles of the feed with this address or title. */
  readonly feed: { readonly address: Safe } | { readonly title: Safe } | null;
  /** Only articles whose age is within these, in whole days; null where there is no such bound. */
  readonly age: { readonly least: number | null; readonly most: number | null } | null;
}

export interface CarriedPage {
  /** As the URL standard writes it; http or https. */
  readonly address: Safe;
  /** The address without its scheme where the file gives no title. */
  readonly title: Safe;
  readonly tags: readonly Safe[];
  readonly read: boolean;
  /** Kept for later: in the lists of such programs, what was not put away. */
  readonly bookmarked: boolean;
  /** When it was kept. */
  readonly at: Instant | null;
}

/** Returns what a file holds of which only some parts are there. */
export function carried(format: Safe, parts: Partial<Omit<Carried, 'format'>>): Carried {
  return { format, feeds: [], lists: [], pages: [], ...parts };
}
