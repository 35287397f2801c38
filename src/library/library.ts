import type { Safe } from '../text/index.ts';
import type {
  Article,
  ArticleId,
  Correction,
  Entry,
  Headline,
  Health,
  Instant,
  Mark,
  Place,
  Problem,
  Query,
  Source,
  SourceId,
  Story,
  StoryId,
  Version,
} from '../news/index.ts';
import type { Index } from '../related/index.ts';
import type { Connections } from './connections.ts';
import type { Repaired, Tell } from './repair.ts';
import type { SharedTurns } from './turns.ts';

/**
 * A window of a list. `after` and `before` continue from a headline that was returned earlier; where the caller still knows
 * its index in the list, nothing need be counted. `around` begins at the start when the article is not in the list.
 */
export interface Page {
  readonly from:
    | 'start'
    | 'end'
    | { readonly after: Headline; readonly index?: number }
    | { readonly before: Headline; readonly index?: number }
    | { readonly around: ArticleId };
  readonly limit: number;
}

/** Rows of a list, in its order. */
export interface Headlines {
  readonly rows: readonly Headline[];
  /** Articles in the whole list. */
  readonly total: number;
  /** Index in the whole list of the first row returned. */
  readonly first: number;
}

/** A full-text hit. The snippet's matched words are the spans marked `hit`; the first of them stands at `place` in the text. */
export interface Hit {
  readonly headline: Headline;
  readonly snippet: readonly { readonly text: Safe; readonly hit: boolean }[];
  readonly place: Place | null;
}

/** A source as it is added. */
export type NewSource = Pick<Source, 'kind' | 'name' | 'location' | 'kept'> &
  Partial<Pick<Source, 'tags' | 'paused' | 'whole'>>;

/** What filing did. */
export interface Filed {
  readonly added: readonly ArticleId[];
  readonly changed: readonly ArticleId[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

/** A file as it was when last read: what has not changed since need not be read again. */
export interface KnownFile {
  readonly path: string;
  readonly modified: number;
  readonly size: number;
}

/** A change of state that was made, undone or redone, and the articles that it changed. */
export interface Change {
  readonly articles: readonly ArticleId[];
  readonly mark: Mark;
  readonly verb: 'marked' | 'undone' | 'redone';
  /** Whether these are only the first of very many: the others are changed by `goOn`. */
  readonly goesOn?: true;
}

/** How much of a list is meant. */
export interface Extent {
  /** The last of its articles that is meant; without it all are. */
  readonly upTo?: Headline;
  /** Articles that go first, such as those on the screen. */
  readonly first?: readonly ArticleId[];
}

/**
 * Everything kept on disk. All calls are synchronous; all writes are on disk when they return, but for those of a library that
 * was opened beside this one in another thread: a power cut may take the last of them. What cannot be done throws a
 * LibraryProblem, whose message is for the reader; nothing kept before is lost by it, and reading goes on.
 * A scope is exactly the sources it names: an empty one has no articles.
 */
export interface Library {
  /** Where it lies: by this another thread opens it beside this one. */
  readonly folder: string;
  /** Given to that thread, so that the changes made here need not wait for its turn to come round. */
  readonly turns: SharedTurns;

  // Sources
  /**
   * Adds a source, or brings the one at that location up to date. What is not said of a new one is: no tags, not paused, not
   * whole; of a known one it stays as it is. What lies at the address of a feed stays that feed, also when it is added as a page.
   */
  keepSource(source: NewSource): Source;
  /** Changes what the reader sets of a source, and returns it; null when there is none, or another one has that location. */
  changeSource(id: SourceId, change: Partial<Omit<Source, 'id' | 'kind'>>): Source | null;
  sources(): readonly Source[];
  /**
   * Removes the source and its articles; their statuses stay. An article that another source carries too goes over to that,
   * and one that was bookmarked, tagged by the reader or half read stays with its text: under a source of its own, which
   * `isListed`, and of which articles stand only in lists by such conditions, in the history, and among what is looked for.
   * They go back when the source is added again.
   */
  removeSource(id: SourceId): void;
  /** How it has gone with every source that was ever asked for news. */
  health(): readonly Health[];
  /** Keeps how it went. Of a source that is gone nothing is kept. */
  noteHealth(health: Health): void;
  /**
   * Articles of each source by the week in which they were published, the oldest week first. The last of the weeks ends at
   * `until`. What has no date counts in the week in which it was filed.
   */
  activity(scope: readonly SourceId[], weeks: number, until: Instant): ReadonlyMap<SourceId, readonly number[]>;

  // Filing
  /** The files of the source as they were when last read. */
  knownFiles(source: SourceId): readonly KnownFile[];
  /**
   * Files entries as articles: an entry that is known keeps its id and status, whatever moved. Resolves links both ways. What
   * belongs to another source stays there, and this one carries it as well; but what was kept as a page goes over to its feed,
   * which has its text beside that of the page, and what is only a headline to the feed that has its text.
   */
  file(source: SourceId, entries: readonly (Entry & { readonly file?: KnownFile })[], at: Instant): Filed;
  /**
   * Keeps the text of the article's page beside the one that was filed, and shows it from now on. What the article did not
   * say (author, picture, place, language) is taken over from the page; its title and date stay. Links are those of the
   * page. From now on the article is known by the keys of the page, too. Returns false when the article is not here.
   */
  fileWhole(article: ArticleId, page: Entry, at: Instant): boolean;
  /**
   * Lets go of the texts of articles from the web that were filed before the instant, `limit` at most, and returns how many.
   * Headline and status stay. What is bookmarked, tagged by the reader or half read is kept.
   */
  letGo(before: Instant, limit: number): number;
  /**
   * Takes articles away whose files are gone, and returns them. Their statuses stay. A file that was already filed under its
   * new name, before it was missed under its old one, takes over id and status, and is not returned.
   */
  withdraw(source: SourceId, paths: readonly string[]): readonly ArticleId[];
  /** What was wrong with the files of these sources, as last kept by `setProblems`. */
  problems(scope: readonly SourceId[]): readonly Problem[];
  setProblems(source: SourceId, problems: readonly Problem[]): void;

  // Reading
  /** A window of a list of articles from exactly these sources. Of more than 200,000 articles a list by full text holds the newest 3,000 matches at most. */
  headlines(query: Query, scope: readonly SourceId[], page: Page): Headlines;
  counts(queries: readonly Query[], scope: readonly SourceId[]): readonly number[];
  /** Like `headlines`, for a few articles by id, in the order asked for. Unknown ids are left out. */
  headlinesOf(ids: readonly ArticleId[]): readonly Headline[];
  /** The article with its text: in the version asked for, or where that is not kept, in the other one; else the page's. */
  article(id: ArticleId, version?: Version): Article | null;
  /** Articles whose id begins so, at most `limit`. */
  idsStarting(prefix: string, limit: number): readonly ArticleId[];
  /** The article that was read from the file, by its path in the source. */
  articleAt(source: SourceId, path: string): ArticleId | null;
  /** The article with the web address, however that is written. */
  articleWithAddress(address: string): ArticleId | null;
  /** The article with exactly this title or alias, but for case, accents and punctuation; the newest of several. */
  articleTitled(title: string, scope: readonly SourceId[]): ArticleId | null;
  /** The articles that the query asks for, the best first where words are looked for. At most some hundred newest are weighed. */
  search(query: Query, scope: readonly SourceId[], limit: number): readonly Hit[];
  /** The tags of authors and of the reader, the most frequent first; of very many the thousand most frequent. */
  tags(scope: readonly SourceId[]): readonly { readonly tag: Safe; readonly count: number }[];

  // State
  /**
   * Sets the mark on the articles as one change that can be undone. Returns null when nothing would change. What is marked
   * unread begins at its top again. An article that is not here can be marked: its status waits for it.
   */
  mark(articles: readonly ArticleId[], mark: Mark, at: Instant): Change | null;
  /** Marks all articles of a list in one change. */
  markAll(query: Query, scope: readonly SourceId[], mark: Mark, at: Instant): Change | null;
  /**
   * Marks all articles of a list in one change, as `markAll` does. Of very many some are marked at once; that the others are to be
   * is on disk as well, and `goOn` marks them. The same holds when such a change is undone or redone.
   */
  sweep(query: Query, scope: readonly SourceId[], mark: Mark, at: Instant, extent?: Extent): Change | null;
  /** Goes on for a few milliseconds with changes that were begun, by whichever program. Returns whether there is more to do. */
  goOn(at: Instant): boolean;
  /** Takes back the last change that this program made. Only what it set goes back, not what came since. */
  undo(at: Instant): Change | null;
  redo(at: Instant): Change | null;
  /**
   * Notes where reading stopped and that the article was open. Not a change to undo. Unread becomes reading with any
   * progress, and read from 0.98 on; what is read stays read.
   */
  notePlace(article: ArticleId, place: Place | null, progress: number, at: Instant): void;

  // Connections
  /** What is asked when articles are compared, and by which number each is known there. */
  readonly index: Index;
  /** What whoever connects articles needs. */
  readonly connections: Connections;
  /** A story with what the reader has to do in it; null when it has no articles any more. */
  story(id: StoryId): Story | null;
  /** The story of an article, also when it is alone in it; null when it is not connected yet. */
  storyOf(article: ArticleId): Story | null;
  /** The stories of those of the articles that are not alone in theirs. */
  storiesOf(articles: readonly ArticleId[]): ReadonlyMap<ArticleId, Story>;
  /** The stories that the reader follows, those with the latest news first. */
  followedStories(): readonly Story[];
  /** Follows a story or no longer. What comes from now on is fresh. Not a change to undo: it is undone by the same key. */
  follow(story: StoryId, followed: boolean, at: Instant): void;
  /** Notes that the reader looked at the story, so that nothing in it is fresh. */
  lookedAt(story: StoryId, at: Instant): void;
  /** Puts an article into a story or takes it out of it, whatever is found out about them later; null lets that be found out again. */
  pin(article: ArticleId, story: StoryId, how: 'into' | 'out of' | null): void;
  /** What an article said before its source changed it, the latest change first, a few at most. */
  corrections(article: ArticleId): readonly Correction[];

  // Session
  /** What was saved under the name, unchecked; undefined when nothing was. */
  session(name: string): unknown;
  saveSession(name: string, value: unknown): void;

  /**
   * Makes the changes of the work as one: all are on disk when this returns, or, when it throws, none. To have many small
   * changes on disk takes as long as one. The work waits for nothing.
   */
  together<Result>(work: () => Result): Result;
  /** Whether a change waits that goes before those made here: who makes a long one ends it soon. */
  isWanted(): boolean;
  /** Calls back when another program changed the library. Costs nothing while none does. */
  watch(changed: () => void): () => void;
  /** Returns the version of the tables, and whether SQLite finds every page sound. Reads the whole file. */
  examine(): { readonly version: number; readonly sound: boolean };
  /**
   * Makes anew what is made of the articles (indexes, counts, the words that are searched), packs the file, and looks at all of it.
   * Other programs wait meanwhile. Killed in the middle, the library is whole.
   */
  repair(tell: Tell): Repaired;
  /** Copies the library beside itself when the last copy is older than a day, and keeps a few. */
  backUp(at: Instant): Promise<void>;
  close(): void;
}
