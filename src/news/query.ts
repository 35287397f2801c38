import { say, type Safe } from '../text/index.ts';
import type { ArticleId, Instant, Kind, SourceId } from './article.ts';
import type { ReadState } from './status.ts';
import type { StoryId } from './story.ts';

/** One condition on an article. How each is written stands in the room `query`. */
export type Condition =
  /** At least one of them holds, or all, or the one does not. */
  | { readonly type: 'any'; readonly conditions: readonly Condition[] }
  | { readonly type: 'all'; readonly conditions: readonly Condition[] }
  | { readonly type: 'not'; readonly condition: Condition }
  | { readonly type: 'read'; readonly states: readonly ReadState[] }
  | { readonly type: 'bookmarked' }
  /** Read at some time, in whatever state it is now: the history. */
  | { readonly type: 'opened' }
  /** Hidden by a rule of the reader's. Which rules there are is known where lists are asked for, and put in its place there. */
  | { readonly type: 'muted' }
  | { readonly type: 'kind'; readonly kind: Kind }
  | { readonly type: 'source'; readonly source: SourceId }
  /** The source has this id or location, or these words in its name, or the publisher that the article credits has them. */
  | { readonly type: 'from'; readonly name: string; readonly begins?: true }
  | { readonly type: 'tag'; readonly tag: string; readonly begins?: true }
  | { readonly type: 'links-to'; readonly target: ArticleId }
  /** One of its links leads to the article with this id, or to an address that begins so, written as `addressKey` does. */
  | { readonly type: 'link'; readonly to: string }
  | { readonly type: 'has'; readonly what: Feature }
  /** A language, with all its regions: `en` holds for `en-GB`. */
  | { readonly type: 'language'; readonly language: string }
  /** Belongs to the story, or to one that is followed. */
  | { readonly type: 'story'; readonly story: StoryId }
  | { readonly type: 'followed' }
  /** Its source changed it after the reader had opened it, and the reader has not opened it since. */
  | { readonly type: 'corrected' }
  /**
   * The words stand side by side in the article, or in a part of it; without a part: in title, summary, author, tags or text. A word by itself stands for its inflections too, unless it is meant `exactly`; one that `begins` for all that
   * begin so.
   */
  | {
      readonly type: 'text';
      readonly words: string;
      readonly within?: Part;
      readonly begins?: true;
      readonly exactly?: true;
    }
  /** A regular expression fits the headline (publisher, title, summary and tags), the title alone, or the text. */
  | { readonly type: 'pattern'; readonly pattern: string; readonly within?: 'title' | 'body' }
  /** `said` is how the reader put it: tomorrow it may mean another time. */
  | {
      readonly type: 'published';
      readonly from: Instant | null;
      readonly until: Instant | null;
      readonly said?: string;
    }
  /** Words of the text, both bounds included. */
  | { readonly type: 'length'; readonly least: number | null; readonly most: number | null };

/** A part of an article in which words are looked for. */
export type Part = 'title' | 'body' | 'author';
export type Feature = 'image' | 'links' | 'background';

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
