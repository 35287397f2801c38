import type { Safe } from '../text/index.ts';
import type { ArticleId, Headline, Mark, Place, Query, Source, SourceId, StoryId, Version } from '../news/index.ts';
import type { Message } from './message.ts';
import type { Opening } from './opening.ts';

/** A window of a list: where it begins, and how many rows at most. */
export interface Window {
  readonly from:
    | 'start'
    | 'end'
    | { readonly after: Headline }
    | { readonly before: Headline }
    | { readonly around: ArticleId };
  readonly limit: number;
}

/** The spot in the open article that is left behind, kept with its step of the trail. */
export interface LeftAt {
  readonly place: Place | null;
  readonly link: number | null;
  /** Which of its texts was read. */
  readonly version?: Version;
}

/** Words that are found in an article as it opens, and where in its text the first of them stands that is meant. */
export interface Found {
  readonly words: Safe;
  readonly place: Place | null;
}

/** What the reader keeps by a name: lists, and rules that hide. */
export type Shelf = 'lists' | 'mute';

/** What the reader may change of a source. */
export type SourceChange = Partial<Pick<Source, 'name' | 'tags' | 'paused' | 'whole'>>;

/** Something that may be done while a toast stands, by the key of a command: what it does then instead. */
export interface Offer {
  readonly command: string;
  readonly effects: readonly Effect[];
}

/** How an article comes to be opened: as a new step of the trail, or at a step that is there. */
export type Arrival = { readonly type: 'new' } | { readonly type: 'step'; readonly index: number };

/** Something to be done outside of the state. Plain values: a test reads them, `app/perform.ts` does them. */
export type Effect =
  // The stack of screens and the trail
  | { readonly type: 'open'; readonly opening: Opening }
  /** Takes the screen off the stack. The last one stays, unless that is to quit. */
  | { readonly type: 'leave'; readonly orQuit?: true }
  /** Gives a message to the screen below, or back to the screen itself. */
  | { readonly type: 'send'; readonly message: Message; readonly to?: 'self' }
  | { readonly type: 'run'; readonly command: string }
  /** Says something at the foot of the screen. What `stays` is not taken away by time, only by the next key. */
  | { readonly type: 'tell'; readonly words: Safe; readonly stays?: true; readonly offer?: Offer }
  | { readonly type: 'follow'; readonly article: ArticleId; readonly from: LeftAt | null; readonly find?: Found }
  | { readonly type: 'walk'; readonly steps: number; readonly from: LeftAt | null }
  // The library
  | { readonly type: 'list'; readonly list: string; readonly query: Query; readonly window: Window }
  | {
      readonly type: 'read';
      readonly article: ArticleId;
      readonly arrival: Arrival;
      readonly version?: Version;
      readonly find?: Found;
    }
  /** Gets the open article again, in the text that is read or in the other one. */
  | { readonly type: 'reread'; readonly article: ArticleId; readonly version: Version }
  /** Looks for what stands around an article; `asked` is what was asked for and could not be answered without it. */
  | { readonly type: 'lookAround'; readonly article: ArticleId; readonly asked?: 'background' }
  /** Gathers the story of an article. `seen`: the reader looks at it now. */
  | { readonly type: 'gatherStory'; readonly article: ArticleId; readonly seen?: true }
  /** Follows the story of an article, or no more. */
  | { readonly type: 'followStory'; readonly article: ArticleId }
  /** Offers the stories that are followed, to put an article into one of them. */
  | { readonly type: 'offerStories'; readonly article: ArticleId }
  /** Puts an article into a story, or takes it out. */
  | { readonly type: 'pin'; readonly article: ArticleId; readonly story: StoryId; readonly belongs: boolean }
  /** Has what was filed connected, as soon as nothing else is. */
  | { readonly type: 'connect' }
  | { readonly type: 'mapOut'; readonly article: ArticleId }
  | { readonly type: 'compare'; readonly article: ArticleId }
  | { readonly type: 'count' }
  | { readonly type: 'search'; readonly words: string; readonly query: Query; readonly limit: number }
  /** Keeps a query under a name, or takes the name away: a list of the reader's own, or a rule that hides. */
  | {
      readonly type: 'keepQuery';
      readonly shelf: Shelf;
      readonly name: Safe;
      readonly query: Query | null;
      /** The name that it had before. */
      readonly was?: Safe;
    }
  /** Asks for the names that can be completed. */
  | { readonly type: 'askNames' }
  | { readonly type: 'mark'; readonly articles: readonly ArticleId[]; readonly mark: Mark }
  /** Marks all articles of a list: of very many those of \`first\` at once. */
  | { readonly type: 'markAll'; readonly query: Query; readonly mark: Mark; readonly first: readonly ArticleId[] }
  /** Marks an article and all above it in the list. */
  | {
      readonly type: 'markAbove';
      readonly query: Query;
      readonly headline: Headline;
      readonly mark: Mark;
      readonly first: readonly ArticleId[];
    }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'notePlace'; readonly article: ArticleId; readonly place: Place | null; readonly progress: number }
  | { readonly type: 'askProblems' }
  | { readonly type: 'askSources' }
  | { readonly type: 'changeSource'; readonly source: SourceId; readonly change: SourceChange }
  | { readonly type: 'removeSource'; readonly source: SourceId }
  /** Keeps a source again that was removed. */
  | { readonly type: 'keepAgain'; readonly source: Source }
  | { readonly type: 'keepSession'; readonly session: unknown }
  /** Asks for a `rested` message once no key has been pressed for a while. */
  | { readonly type: 'rest' }
  // What takes time, and reports by messages: app/errands.ts
  /** Keeps what the reader typed: an address, a folder or a file. */
  | { readonly type: 'addSource'; readonly location: string }
  | { readonly type: 'keepFeed'; readonly address: Safe; readonly name: Safe }
  /** Fetches a page and opens it in place. `from` is the article whose link led there; null when the reader named it. */
  | { readonly type: 'openPage'; readonly address: Safe; readonly from: ArticleId | null }
  /** Fetches the page of an article, for its whole text. */
  | { readonly type: 'fetchWhole'; readonly article: ArticleId; readonly address: Safe | null }
  /** Asks for news: of all sources, or of one. */
  | { readonly type: 'refresh'; readonly of: SourceId | 'all' }
  | { readonly type: 'cancel'; readonly errand: number }
  // The outside world
  | { readonly type: 'browse'; readonly address: Safe }
  | { readonly type: 'copy'; readonly text: Safe; readonly what: Safe }
  | { readonly type: 'openGuide' }
  | { readonly type: 'set'; readonly setting: string; readonly value: string | number | boolean }
  | { readonly type: 'remind'; readonly after: number; readonly message: Message }
  | { readonly type: 'redraw' }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit' };
