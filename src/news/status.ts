import type { Safe } from '../text/index.ts';
import type { Instant } from './article.ts';

/** A spot in an article that survives a change of width: a block, and the characters of it that stand above. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

export type ReadState = 'unread' | 'reading' | 'read';

/** What the reader did with an article. Kept longer than the article itself. */
export interface Status {
  readonly read: ReadState;
  readonly bookmarked: boolean;
  /** Where reading stopped; null at the top. */
  readonly place: Place | null;
  /** The share that was read, from 0 to 1. */
  readonly progress: number;
  readonly tags: readonly Safe[];
  /** When it was last open. To be marked as read alone does not set it: the history is what was opened. */
  readonly readAt: Instant | null;
  readonly bookmarkedAt: Instant | null;
}

/** A change of state that can be undone: what to set, on which articles. */
export interface Mark {
  readonly read?: ReadState;
  readonly bookmarked?: boolean;
  /** The tags that each has from now on. */
  readonly tags?: readonly Safe[];
  /** Tags that are given to each beside those that it has, and such as are taken from each. */
  readonly tagged?: readonly Safe[];
  readonly untagged?: readonly Safe[];
}

export const untouched: Status = {
  read: 'unread',
  bookmarked: false,
  place: null,
  progress: 0,
  tags: [],
  readAt: null,
  bookmarkedAt: null,
};
