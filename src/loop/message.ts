import type { Safe } from '../text/index.ts';
import type {
  Article,
  ArticleId,
  Comparison,
  Headline,
  Mark,
  Neighbourhood,
  Problem,
  Round,
  Source,
  SourceReport,
  Story,
  Surroundings,
  Timeline,
  Place,
  SmartList,
} from '../news/index.ts';
import type { Chord } from './keys.ts';
import type { Arrival, Found, LeftAt, Offer, Window } from './effect.ts';
import type { Ending, Errand } from './errand.ts';
import type { ChooserPurpose, PromptPurpose } from './opening.ts';

/** A hit of the full-text search; the matched words of the snippet are marked. */
export interface Hit {
  readonly headline: Headline;
  readonly snippet: readonly { readonly text: Safe; readonly hit: boolean }[];
  readonly place: Place | null;
}

/** Something that happened. Past tense, and closed: these are all the events that make the program move. */
export type Message =
  /** A key that the top screen asked to have as it is, since it is being typed into. */
  | { readonly type: 'typed'; readonly chord: Chord }
  | { readonly type: 'pasted'; readonly text: Safe }
  | { readonly type: 'clicked'; readonly row: number; readonly column: number }
  | { readonly type: 'wheeled'; readonly rows: number }
  | { readonly type: 'resized' }
  | {
      readonly type: 'headlinesArrived';
      readonly list: string;
      readonly window: Window;
      readonly rows: readonly Headline[];
      readonly total: number;
      readonly first: number;
      /** The stories of those rows that belong to one with others. */
      readonly stories: ReadonlyMap<ArticleId, Story>;
    }
  | {
      readonly type: 'articleArrived';
      readonly article: Article;
      /** The source that it was filed under, unless that is gone. */
      readonly source: Source | null;
      readonly arrival: Arrival;
      /** What stands around it, where that is needed to find the place in it again. */
      readonly around?: Surroundings;
      readonly find?: Found;
    }
  /** The frame with the article stands: there is time to look for what stands around it. */
  | { readonly type: 'aroundWanted'; readonly article: ArticleId }
  | {
      readonly type: 'aroundArrived';
      readonly article: ArticleId;
      readonly around: Surroundings;
      readonly asked?: 'background';
    }
  /** What was filed is connected; `news` is what came in stories that are followed. */
  | { readonly type: 'connected'; readonly news: Safe | null }
  | { readonly type: 'storiesOffered'; readonly article: ArticleId; readonly stories: readonly Story[] }
  /** Null when no other article tells of the same event. */
  | { readonly type: 'timelineArrived'; readonly article: ArticleId; readonly timeline: Timeline | null }
  | { readonly type: 'mapArrived'; readonly map: Neighbourhood }
  | { readonly type: 'changesArrived'; readonly article: ArticleId; readonly changes: readonly Comparison[] }
  /** An article that was named on the command line, or added just now, is to be opened. */
  | { readonly type: 'articleWanted'; readonly article: ArticleId }
  /** The article before or after the open one was asked for: the list below knows which that is. */
  | { readonly type: 'neighbourWanted'; readonly step: 1 | -1; readonly unread: boolean; readonly from: LeftAt }
  | { readonly type: 'articleChanged'; readonly article: Article }
  /** Articles of each list, and articles that each of the rules hides. */
  | { readonly type: 'countsArrived'; readonly counts: readonly number[]; readonly hidden: readonly number[] }
  /** The reader's own lists and rules have changed. */
  | { readonly type: 'listsChanged'; readonly lists: readonly SmartList[]; readonly rules: readonly SmartList[] }
  | { readonly type: 'namesArrived'; readonly source: readonly Safe[]; readonly tag: readonly Safe[] }
  | { readonly type: 'hitsArrived'; readonly words: string; readonly hits: readonly Hit[] }
  | { readonly type: 'sourcesArrived'; readonly sources: readonly SourceReport[] }
  | { readonly type: 'sourceRemoved'; readonly source: Source }
  | { readonly type: 'problemsArrived'; readonly problems: readonly Problem[] }
  | {
      readonly type: 'marked';
      readonly articles: readonly ArticleId[];
      readonly mark: Mark;
      readonly verb: 'marked' | 'undone' | 'redone';
      /** Whether very many more are marked while one reads on. */
      readonly goesOn?: true;
    }
  /** Articles came or went, or another program changed a status. */
  | { readonly type: 'libraryChanged' }
  | { readonly type: 'promptChanged'; readonly purpose: PromptPurpose; readonly text: Safe }
  | { readonly type: 'promptEntered'; readonly purpose: PromptPurpose; readonly text: Safe }
  | { readonly type: 'promptLeft'; readonly purpose: PromptPurpose }
  | { readonly type: 'lineWanted'; readonly line: number }
  | { readonly type: 'linkWanted'; readonly link: number }
  | { readonly type: 'chosen'; readonly purpose: ChooserPurpose; readonly value: string }
  /** Something was done, or could not be, that is worth a sentence. */
  | { readonly type: 'told'; readonly words: Safe; readonly stays?: true; readonly offer?: Offer }
  | { readonly type: 'settingChanged'; readonly setting: string; readonly value: string | number | boolean }
  | { readonly type: 'toastExpired'; readonly number: number }
  /** No key was pressed for a while: what is half done is written down. */
  | { readonly type: 'rested' }
  /** Folders are being taken in: so many files are read so far. */
  | { readonly type: 'refreshing'; readonly files: number }
  /** They are taken in. */
  | { readonly type: 'refreshed' }
  /** Something that takes time has begun, in the place of what went on in its line. */
  | { readonly type: 'errandBegan'; readonly errand: Errand }
  /** It has taken so long that the reader is told of it. */
  | { readonly type: 'errandSlow'; readonly errand: number }
  /** A round of asking for news has come further. `grown` when articles came or changed. */
  | { readonly type: 'roundAdvanced'; readonly errand: number; readonly round: Round; readonly grown: boolean }
  | { readonly type: 'errandEnded'; readonly errand: number; readonly ending: Ending }
  /** The whole text of an article is here. */
  | { readonly type: 'wholeArrived'; readonly article: ArticleId };
