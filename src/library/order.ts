import { titleKey, type Headline, type Sort } from '../news/index.ts';
import type { Value } from './statements.ts';

/**
 * An order of a list: the columns it goes by, all in one direction, the article's key last so that no two rows are equal.
 * One direction lets a page begin anywhere by comparing the columns as one, which an index answers at once.
 */
export interface Order {
  readonly columns: readonly string[];
  readonly descending: boolean;
  /** The index that is in this order. */
  readonly index: string;
  /** What the columns but the key are for a headline, so that a list goes on from one that has changed or gone meanwhile. */
  readonly standing: (headline: Headline) => readonly Value[];
}

/** Stands for "no date" in the columns that are made from dates. */
const undated = 9e15;

/** Returns the order of a sort; by relevance there is none in the tables, and the newest come first. */
export function orderOf(sort: Sort): Order {
  return sort === 'relevance' ? orders.newest : orders[sort];
}

const orders: Readonly<Record<Exclude<Sort, 'relevance'>, Order>> = {
  newest: order('articles_newest', ['newest', 'title_key'], (headline) => [newest(headline), titleKey(headline.title)]),
  oldest: order('articles_oldest', ['oldest', 'title_key'], ({ published, title }) => [
    published ?? undated,
    titleKey(title),
  ]),
  title: order('articles_title', ['title_key'], (headline) => [titleKey(headline.title)]),
  longest: { ...order('articles_words', ['words'], (headline) => [headline.words]), descending: true },
  shortest: order('articles_words', ['words'], (headline) => [headline.words]),
  publisher: order('articles_publisher', ['publisher_key', 'newest'], (headline) => [
    titleKey(headline.publisher),
    newest(headline),
  ]),
  'recently-read': order('articles_recent', ['recent'], ({ status }) => [
    status.readAt === null ? undated : -status.readAt,
  ]),
};

function order(index: string, columns: readonly string[], standing: Order['standing']): Order {
  return { index, columns: [...columns, 'key'].map((column) => `a.${column}`), descending: false, standing };
}

function newest(headline: Headline): number {
  return headline.published === null ? undated : -headline.published;
}
