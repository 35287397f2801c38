import { say, type Safe } from '../text/index.ts';
import type { ArticleId, Instant, Kind, SourceId } from './article.ts';
import type { ReadState } from './status.ts';
import type { StoryId } from './story.ts';

/** One condition on an article. */
export type Condition =
  | { readonly type: 'read'; readonly states: readonly ReadState[] }
  | { readonly type: 'bookmarked' }
  /** Read at some time, in whatever state it is now: the history. */
  | { readonly type: 'opened' }
  | { readonly type: 'kind'; readonly kind: Kind }
  | { readonly type: 'source'; readonly source: SourceId }
  | { readonly type: 'tag'; readonly tag: string }
  | { readonly type: 'links-to'; readonly target: ArticleId }
  /** Belongs to the story, or to one that is followed. */
  | { readonly type: 'story'; readonly story: StoryId }
  | { readonly type: 'followed' }
  /** Its source changed it after the reader had opened it, and the reader has not opened it since. */
  | { readonly type: 'corrected' }
  /** Every word stands in title, summary, publisher or tags: the live filter of a list. */
  | { readonly type: 'words'; readonly words: string }
  /** Full text, body included. */
  | { readonly type: 'text'; readonly words: string }
  | { readonly type: 'published'; readonly from: Instant | null; readonly until: Instant | null };

/** Every order of a list. By relevance only a list of words that were looked for can be. */
export const sorts = [
  'newest',
  'oldest',
  'title',
  'longest',
  'shortest',
  'publisher',
  'recently-read',
  'relevance',
] as const;
export type Sort = (typeof sorts)[number];

/** A list's definition: articles that meet every condition, in an order. */
export interface Query {
  readonly conditions: readonly Condition[];
  readonly sort: Sort;
  /** Whether one line stands for a story: its first article in this order that meets the conditions. */
  readonly folded?: true;
}

/** A name and a query. */
export interface SmartList {
  readonly id: string;
  readonly name: Safe;
  readonly query: Query;
}

/** The lists that every reader has, in the order of their digits. */
export const smartLists: readonly SmartList[] = [
  { id: 'latest', name: say`Latest`, query: { conditions: [], sort: 'newest' } },
  {
    id: 'unread',
    name: say`Unread`,
    query: { conditions: [{ type: 'read', states: ['unread', 'reading'] }], sort: 'newest' },
  },
  { id: 'bookmarks', name: say`Bookmarks`, query: { conditions: [{ type: 'bookmarked' }], sort: 'newest' } },
  {
    id: 'backgrounders',
    name: say`Backgrounders`,
    query: { conditions: [{ type: 'kind', kind: 'backgrounder' }], sort: 'newest' },
  },
  {
    id: 'continue',
    name: say`Continue reading`,
    query: { conditions: [{ type: 'read', states: ['reading'] }], sort: 'recently-read' },
  },
  { id: 'history', name: say`History`, query: { conditions: [{ type: 'opened' }], sort: 'recently-read' } },
  { id: 'following', name: say`Following`, query: { conditions: [{ type: 'followed' }], sort: 'newest' } },
];
