import type { Safe } from '../text/index.ts';
import type { ArticleId, Headline, Instant } from './article.ts';

/** Names a story as long as it has articles. Grouping the articles anew may give an article another one. */
export type StoryId = number & { readonly story: true };

/** An article that has to do with another one, and why, in the reader's words: the strongest reason first. */
export interface Related {
  readonly headline: Headline;
  readonly why: readonly Safe[];
}

/** Several articles on one running event. */
export interface Story {
  readonly id: StoryId;
  /** The title of the article that speaks for it. */
  readonly name: Safe;
  readonly articles: number;
  readonly publishers: number;
  /** Articles of it that are not read to the end. */
  readonly unread: number;
  /** Articles that came since the reader last looked at it, or began to follow it; 0 when neither was ever done. */
  readonly fresh: number;
  readonly latest: Instant | null;
  readonly followed: boolean;
}

/** What stands around an article beyond its own links. */
export interface Surroundings {
  readonly background: readonly Related[];
  readonly related: readonly Related[];
  /** The story that it belongs to, where others belong to it too. */
  readonly story: Story | null;
}

/** Why an article stands in a timeline: it is of the story, the reader put it there, a link leads there, or it is alike. */
export type Because = 'member' | 'pinned' | 'linked' | 'like';

/** An article in a timeline. */
export interface Moment {
  readonly headline: Headline;
  readonly because: Because;
  /** Whether it came since the reader last looked at the story. */
  readonly fresh: boolean;
  /** The same text, for the most part, by others. */
  readonly copies: readonly Headline[];
}

/** A story as it is read: retrieved from its articles, their links and the reader's pins, not a hard group. */
export interface Timeline {
  readonly story: Story;
  /** From the oldest; what has no date comes last. */
  readonly moments: readonly Moment[];
  readonly background: readonly Related[];
}

/** A place in the neighbourhood of an article, and what lies behind it. */
export interface Neighbour {
  readonly headline: Headline;
  readonly via: 'links to' | 'linked from' | 'background' | 'related';
  readonly why: readonly Safe[];
  /** One step further; empty at the edge of the map. What stands on the map already is not repeated. */
  readonly beyond: readonly Neighbour[];
}

/** The neighbourhood of an article, two steps out. */
export interface Neighbourhood {
  readonly article: ArticleId;
  readonly neighbours: readonly Neighbour[];
}

/** What a text said before its source changed it, and when that was seen. The headline comes with it, since that may change too. */
export interface Correction {
  readonly seen: Instant;
  readonly title: { readonly before: Safe; readonly after: Safe };
  /** The texts without markup, their paragraphs on lines of their own. */
  readonly text: { readonly before: Safe; readonly after: Safe };
}

/** A stretch of a text that was changed: what is the same in both versions, only in the new one, or only in the old. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: Safe;
}

/** How a source changed an article, word by word. */
export interface Comparison {
  readonly seen: Instant;
  readonly title: readonly Stretch[];
  /** Paragraphs on lines of their own. */
  readonly text: readonly Stretch[];
}
