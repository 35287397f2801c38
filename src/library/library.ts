import type { Safe } from '../text/index.ts';
import type {
  Article,
  ArticleId,
  Entry,
  Headline,
  Instant,
  Mark,
  Place,
  Problem,
  Query,
  Source,
  SourceId,
} from '../news/index.ts';

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

/** A full-text hit. The snippet's matched words are the spans marked `hit`. */
export interface Hit {
  readonly headline: Headline;
  readonly snippet: readonly { readonly text: Safe; readonly hit: boolean }[];
}

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

/** A change of state that was made, undone or redone, with words for the reader. */
export interface Change {
  readonly articles: readonly ArticleId[];
  readonly mark: Mark;
  readonly verb: 'marked' | 'undone' | 'redone';
}

/** Everything kept on disk. All calls are synchronous; all writes are on disk when they return. */
export interface Library {
  // Sources
  /** Adds or brings up to date a source by its location. */
  keepSource(source: Omit<Source, 'id'>): Source;
  sources(): readonly Source[];
  /** Removes the source and its articles; their statuses stay. */
  removeSource(id: SourceId): void;

  // Filing
  knownFiles(source: SourceId): readonly KnownFile[];
  /** Files entries as articles: an entry that is known keeps its id and status, whatever moved. Resolves links both ways. */
  file(source: SourceId, entries: readonly (Entry & { readonly file?: KnownFile })[], at: Instant): Filed;
  /** Takes articles away whose files are gone. Their statuses stay. */
  withdraw(source: SourceId, paths: readonly string[]): readonly ArticleId[];
  problems(scope: readonly SourceId[]): readonly Problem[];
  setProblems(source: SourceId, problems: readonly Problem[]): void;

  // Reading
  /** A window of a list of articles from exactly these sources. A list by full text holds the newest 3,000 matches at most. */
  headlines(query: Query, scope: readonly SourceId[], page: Page): Headlines;
  counts(queries: readonly Query[], scope: readonly SourceId[]): readonly number[];
  /** Like `headlines`, for a few articles by id, in the order asked for. Unknown ids are left out. */
  headlinesOf(ids: readonly ArticleId[]): readonly Headline[];
  article(id: ArticleId): Article | null;
  /** Articles whose id begins so, at most `limit`. */
  idsStarting(prefix: string, limit: number): readonly ArticleId[];
  articleAt(source: SourceId, path: string): ArticleId | null;
  articleWithAddress(address: string): ArticleId | null;
  articleTitled(title: string, scope: readonly SourceId[]): ArticleId | null;
  search(words: string, scope: readonly SourceId[], limit: number): readonly Hit[];
  tags(scope: readonly SourceId[]): readonly { readonly tag: Safe; readonly count: number }[];

  // State
  /** Sets the mark on the articles as one change that can be undone. Returns null when nothing would change. */
  mark(articles: readonly ArticleId[], mark: Mark, at: Instant): Change | null;
  /** Marks all articles of a list in one change. */
  markAll(query: Query, scope: readonly SourceId[], mark: Mark, at: Instant): Change | null;
  undo(at: Instant): Change | null;
  redo(at: Instant): Change | null;
  /** Notes where reading stopped. Not a change to undo; unread becomes reading, and read at the end. */
  notePlace(article: ArticleId, place: Place | null, progress: number, at: Instant): void;

  // Session
  session(name: string): unknown;
  saveSession(name: string, value: unknown): void;

  /** Calls back when another program changed the library. Costs nothing while none does. */
  watch(changed: () => void): () => void;
  /** Copies the library beside itself when the last copy is older than a day, and keeps a few. */
  backUp(at: Instant): Promise<void>;
  close(): void;
}
