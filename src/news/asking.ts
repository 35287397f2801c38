import type { Safe } from '../text/index.ts';
import type { ArticleId, Source } from './article.ts';
import type { Health } from './health.ts';

/** Where a round of asking for news stands: sources, and of what they brought the articles. */
export interface Round {
  readonly asked: number;
  readonly done: number;
  /** Articles. */
  readonly added: number;
  readonly changed: number;
  /** Sources that had not changed, and sources that could not be read. */
  readonly unchanged: number;
  readonly failed: number;
}

/** What an address turned out to be. */
export type Found =
  | {
      readonly type: 'feed';
      readonly address: Safe;
      readonly name: Safe;
      readonly site: Safe | null;
      readonly entries: number;
    }
  /** A page that offers feeds. The page itself can be kept, too. */
  | {
      readonly type: 'offers';
      readonly name: Safe;
      readonly feeds: readonly { readonly address: Safe; readonly name: Safe }[];
    }
  /** A page without feeds: a single article. */
  | { readonly type: 'page'; readonly address: Safe; readonly title: Safe }
  | { readonly type: 'failed'; readonly why: Safe }
  | { readonly type: 'cancelled' };

/** A page that was to be opened in place, and could not be. `wall` tells whether something stands before its text. */
export type NoPage =
  | { readonly type: 'failed'; readonly why: Safe; readonly wall: boolean }
  | { readonly type: 'cancelled' };

/** What became of a page that was to be opened in place. `wall` says what stands before its text, if anything. */
export type PageOutcome =
  | { readonly type: 'article'; readonly article: ArticleId; readonly wall: Safe | null }
  | NoPage;

/** A source as the list of sources tells of it. */
export interface SourceReport {
  readonly source: Source;
  /** How asking it went; null when it was never asked. */
  readonly health: Health | null;
  readonly articles: number;
  readonly unread: number;
  /** Articles by the week in which they were published, the oldest first. */
  readonly weeks: readonly number[];
}
