import type { Instant, Kind } from '../news/index.ts';
import type { Sketch } from './sketch.ts';
import type { Vector } from './vector.ts';

/** The number by which the keeper of an index knows an article. */
export type Ref = number;
/** The number by which it knows a story. */
export type StoryRef = number;

/** The index card of an article: all that is asked about it when others are compared with it. */
export interface Card {
  readonly article: Ref;
  readonly title: string;
  readonly kind: Kind;
  /** Whether it serves as background: a backgrounder, or news that was recognised as an explainer. */
  readonly explains: boolean;
  readonly published: Instant | null;
  readonly words: number;
  readonly vector: Vector;
  /** Length of the vector, as `lengthOf` gave it when the article was filed or the library last weighed anew. */
  readonly length: number;
  readonly sketch: Sketch;
  readonly story: StoryRef | null;
}

/** An article under one of whose posted keys it was looked up. */
export interface Holder {
  readonly article: Ref;
  /** How strongly it speaks of that term, as in its vector. */
  readonly strength: number;
}

/**
 * What this room asks of whoever keeps the articles. Every answer may be empty; none may fail. A keeper stores of each
 * article its card, its posted keys, its counted keys and the key of its title, and answers from these.
 */
export interface Index {
  /** Articles in the index. */
  articles(): number;
  /** In how many articles each of the keys was counted, in the order asked. */
  frequencies(keys: readonly number[]): readonly number[];
  /** Articles that posted the key, the latest filed first, at most `limit`. */
  holders(key: number, limit: number): readonly Holder[];
  /** The cards of these articles; unknown ones are left out. */
  cards(articles: readonly Ref[]): readonly Card[];
  /** Articles here that the article links to, and that link to it; each once. */
  linksFrom(article: Ref): readonly Ref[];
  linksTo(article: Ref): readonly Ref[];
  /** The articles of a story. */
  members(story: StoryRef): readonly Ref[];
  /** Articles whose title has exactly this key (`titleKey` of news), and those whose title's key begins so, at most `limit`. */
  titled(key: string): readonly Ref[];
  titledFrom(beginning: string, limit: number): readonly Ref[];
}
