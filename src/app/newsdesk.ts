import type { Safe } from '../text/index.ts';
import type { ArticleId, Reading, Source } from '../news/index.ts';
import type { Found, PageOutcome, Round } from '../loop/index.ts';
import type { Desk } from '../desk/index.ts';

/** What the errands ask of the desk. */
export interface Newsdesk extends Pick<Desk, 'takeInFile'> {
  refresh(
    sources: readonly Source[],
    wanted: boolean,
    progress: (round: Round) => void,
    signal: AbortSignal,
  ): Promise<Reading<Round>>;
  find(address: string, signal: AbortSignal): Promise<Found>;
  keepFeed(
    feed: { address: string; name?: Safe; tags?: readonly Safe[] },
    signal: AbortSignal,
  ): Promise<Reading<Source | null>>;
  openPage(address: string, typed: boolean, signal: AbortSignal, from?: ArticleId | null): Promise<PageOutcome>;
  fetchWhole(article: ArticleId, signal: AbortSignal): Promise<PageOutcome>;
}
