// Lives here: every noun of the product and its pure rules: what an article, a link, a status, a query and a trail are.
// Does not live here: parsing, storing, drawing; nothing here touches a disk, a clock or a terminal.
// Everything but text may import it; it imports text alone.
export type { Problem, Reading } from './problem.ts';
export type { Align, Block, Cell, CodeToken, ListEntry, Prose, Span } from './prose.ts';
export type {
  Article,
  ArticleId,
  Entry,
  EntryKey,
  Headline,
  Instant,
  Kind,
  Link,
  Picture,
  Relation,
  ResolvedLink,
  Source,
  SourceId,
  Version,
} from './article.ts';
export type { Found, NoPage, PageOutcome, Round, SourceReport } from './asking.ts';
export type { Health } from './health.ts';
export { readDate } from './dates.ts';
export { untouched, type Mark, type Place, type ReadState, type Status } from './status.ts';
export {
  smartLists,
  sorts,
  type Condition,
  type Feature,
  type Part,
  type Query,
  type SmartList,
  type Sort,
} from './query.ts';
export { emptyTrail, follow, remember, walk, type Step, type Trail } from './trail.ts';
export type {
  Because,
  Comparison,
  Correction,
  Moment,
  Neighbour,
  Neighbourhood,
  Related,
  Story,
  StoryId,
  Stretch,
  Surroundings,
  Timeline,
} from './story.ts';
export { addressKey, titleKey } from './keys.ts';
export { readingMinutes } from './reading.ts';
export { alsoSeeWording } from './wordings.ts';
