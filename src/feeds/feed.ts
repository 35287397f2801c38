import type { Node } from '../markup/index.ts';
import type { Instant } from '../news/index.ts';
import type { Safe } from '../text/index.ts';

/** Entries that are read of one feed. */
export const mostEntries = 10_000;

/** The family of formats that a feed is written in. */
export type Format = 'rss' | 'atom' | 'rdf' | 'json';

/** What a feed says about itself, and what it publishes. Null and empty lists stand for what it does not say. */
export interface Feed {
  readonly format: Format;
  /** As it is written: an id is compared, never resolved or followed. */
  readonly id: Safe | null;
  readonly title: Safe | null;
  readonly subtitle: Safe | null;
  /** The site that the feed belongs to. Addresses are absolute, but judged by whoever follows one. */
  readonly link: Safe | null;
  readonly links: readonly FeedLink[];
  readonly language: Safe | null;
  readonly published: Instant | null;
  readonly updated: Instant | null;
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly tags: readonly Tag[];
  readonly image: FeedImage | null;
  readonly icon: Safe | null;
  readonly rights: Safe | null;
  readonly generator: Safe | null;
  /** Minutes that the feed asks to be left alone after it was fetched. */
  readonly ttl: number | null;
  /** Hours of the day, from 0 to 23 UTC, and days of the week, from 0 for Sunday, in which it asks not to be fetched. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
  readonly entries: readonly FeedEntry[];
}

/** One entry as the feed has it. Titles and names are plain text; a body is a clean tree. */
export interface FeedEntry {
  readonly id: Safe | null;
  readonly title: Safe | null;
  /** The page of the entry. */
  readonly link: Safe | null;
  readonly links: readonly FeedLink[];
  readonly summary: Body | null;
  readonly content: readonly Body[];
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly published: Instant | null;
  readonly updated: Instant | null;
  readonly tags: readonly Tag[];
  readonly enclosures: readonly Enclosure[];
  /** The page where readers discuss it. */
  readonly comments: Safe | null;
  /** The feed that it was taken from, when this one collects others. */
  readonly source: Origin | null;
  readonly image: Safe | null;
  readonly language: Safe | null;
  readonly rights: Safe | null;
}

/** Text of an entry as a tree in which nothing is active and all text is clean. */
export interface Body {
  readonly nodes: readonly Node[];
  /** Whether it was plain text: then line ends in it mean something. */
  readonly plain: boolean;
  readonly language: Safe | null;
}

export interface FeedLink {
  /** Empty when the feed forgot it. */
  readonly href: Safe;
  readonly rel: Safe;
  readonly type: Safe | null;
  readonly title: Safe | null;
  readonly hreflang: Safe | null;
  readonly length: number | null;
}

export interface Person {
  readonly name: Safe | null;
  readonly email: Safe | null;
  readonly url: Safe | null;
}

export interface Tag {
  readonly term: Safe;
  readonly scheme: Safe | null;
  readonly label: Safe | null;
}

/** Sound, film or another file that belongs to an entry. */
export interface Enclosure {
  readonly url: Safe;
  readonly type: Safe | null;
  /** Bytes. */
  readonly length: number | null;
  /** Seconds. */
  readonly duration: number | null;
}

export interface FeedImage {
  readonly url: Safe;
  readonly title: Safe | null;
  readonly link: Safe | null;
}

export type Origin = Pick<
  Feed,
  | 'id'
  | 'title'
  | 'subtitle'
  | 'link'
  | 'links'
  | 'updated'
  | 'authors'
  | 'tags'
  | 'contributors'
  | 'rights'
  | 'icon'
  | 'image'
  | 'generator'
>;
