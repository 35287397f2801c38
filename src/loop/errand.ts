import type { Safe } from '../text/index.ts';
import type { ArticleId, Found, PageOutcome, Problem, Round, Source } from '../news/index.ts';

/**
 * Something that takes time: it is begun by an effect, goes on while keys are answered, and reports by messages. One
 * `fetch` at a time is waited for, and beside it one `round` of asking sources for news.
 */
export interface Errand {
  readonly number: number;
  readonly line: 'fetch' | 'round';
  /** What is being done, in words: "Fetching example.org". */
  readonly about: Safe;
  /** Whether the reader asked for it; else it is told of only where news is listed. */
  readonly wanted: boolean;
}

/** How an errand ended. */
export type Ending =
  | { readonly type: 'found'; readonly asked: Safe; readonly found: Found }
  /** A source was kept, and its first articles are here; null when it could not be. */
  | { readonly type: 'kept'; readonly source: Source | null; readonly problems: readonly Problem[] }
  /** `title` is that of the article, if it is here. */
  | { readonly type: 'page'; readonly address: Safe; readonly title: Safe | null; readonly outcome: PageOutcome }
  | {
      readonly type: 'whole';
      readonly article: ArticleId;
      readonly title: Safe | null;
      readonly address: Safe | null;
      readonly outcome: PageOutcome;
    }
  | { readonly type: 'round'; readonly round: Round; readonly problems: readonly Problem[] }
  /** Something else came in the way: the library cannot be written. */
  | { readonly type: 'failed'; readonly why: Safe };
