import type { ArticleId, Instant } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Web } from '../web/index.ts';
import type { Intake } from './intake.ts';
import type { Keeper } from './keeper.ts';
import type { Tray } from './tray.ts';

/** What those work with who take in what is on the web. */
export interface Newsroom {
  readonly library: Library;
  readonly clock: () => Instant;
  /** The way to the web, opened when it is first needed. */
  readonly web: () => Promise<Web>;
  /** Reads what somebody is waiting for. */
  readonly documents: Keeper;
  /** Reads the feeds of a round, and the pages that belong to them. */
  readonly feeds: Keeper;
  /** Articles whose pages were asked for because their source is to be whole: once is enough. */
  readonly triedWhole: Set<ArticleId>;
  /** Files what feeds bring. */
  readonly intake: Intake;
  /** On which what is to be noted of feeds that brought nothing is laid. */
  readonly tray: Tray;
}
