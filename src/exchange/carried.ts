import type { Safe } from '../text/index.ts';
import type { Instant } from '../news/index.ts';

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

/** A list by a rule, as the text of a query. */
export interface CarriedList {
  readonly name: Safe;
  readonly query: string;
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
