import type { ArticleId, Headline, Instant, Kind, SourceId } from '../news/index.ts';
import type { Card, Meant, Profile, Ref, Regrouped, StoryRef } from '../related/index.ts';

/** What is read of an article to connect it. */
export interface Readable {
  readonly article: Ref;
  readonly title: string;
  /** Without markup, paragraphs on lines of their own. */
  readonly body: string;
  readonly kind: Kind;
  readonly source: SourceId;
  readonly published: Instant | null;
  /** The story that it is in, where it is connected. */
  readonly story: StoryRef | null;
  /** Whether it is connected as it reads now. */
  readonly isConnected: boolean;
}

/** A link that says no more than a title, which no article here has exactly. */
export interface OpenTitle {
  readonly from: Ref;
  readonly ordinal: number;
  readonly text: string;
  /** When the article that has the link was published. */
  readonly published: Instant | null;
}

/** An article as it is to be found by others. */
export interface Connected extends Pick<Readable, 'article' | 'title' | 'body' | 'kind' | 'published'> {
  readonly profile: Profile;
  /** The story that it belongs to; null for one of its own. */
  readonly story: StoryRef | null;
}

/**
 * What keeps the index of connections. Whoever connects articles takes them from those that wait, and keeps what it found
 * out, one after another; ended anywhere, what was kept is true and the rest still waits.
 */
export interface Connections {
  /** Does work that only asks, all of it as things are at its beginning: it is quicker, and nothing changes meanwhile. */
  still<Result>(work: () => Result): Result;
  refOf(article: ArticleId): Ref | null;
  /** The headlines of these articles, in the order asked for. Unknown ones are left out. */
  headlines(articles: readonly Ref[]): readonly Headline[];
  /** Articles whose text is new or changed: the latest filed, `limit` at most, the earliest of them first. */
  waiting(limit: number): readonly Ref[];
  read(article: Ref): Readable | null;
  /** Keeps an article that waits, which is no longer so. What is pinned goes where the reader wants it. */
  keep(connected: Connected): void;
  /** Lets an article wait no longer: it is connected as it is, or cannot be. */
  pass(article: Ref): void;
  /** Links of the article that say no more than a title and lead nowhere, the first of them. */
  openTitles(article: Ref): readonly OpenTitle[];
  /** Such links of all articles that hope for several of these words, the most of them first, `limit` at most. */
  hoping(words: readonly number[], limit: number): readonly OpenTitle[];
  /** Keeps whom such a link means, if anyone, and by which words it goes on hoping. */
  keepMeant(title: OpenTitle, meant: Pick<Meant, 'article' | 'sure'> | null, words: readonly number[]): void;
  /** Brings the index into order for a few milliseconds; returns whether there is more to do. */
  tend(pace: 'busy' | 'idle'): boolean;
  /** The latest articles, to be grouped anew, when enough were connected since that was last done; else none. */
  ungrouped(limit: number, enough: number): readonly Card[];
  /** Articles that the reader put into their story. */
  pinned(): ReadonlySet<Ref>;
  /** What the reader put into the story, and took out of it. */
  pinsOf(story: StoryRef): { readonly into: readonly Ref[]; readonly outOf: readonly Ref[] };
  /** Articles of the story that came since the reader last looked at it, or began to follow it. */
  freshIn(story: StoryRef): readonly Ref[];
  /** Keeps what stands in the timeline of a story that is followed, besides its own articles. */
  gather(story: StoryRef, articles: readonly Ref[]): void;
  /** Keeps how articles were grouped anew. */
  group(stories: readonly Regrouped[]): void;
}
