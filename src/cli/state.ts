import { clean, type Safe } from '../text/index.ts';
import type { ArticleId, Condition, Instant, Mark, SourceId } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { headlinesOf } from './list.ts';
import { iso } from './records.ts';

/** The state of one article as `alsosee export state` writes it. Times are ISO 8601 in UTC or null. */
export interface StateRecord {
  readonly id: ArticleId;
  readonly title: Safe;
  readonly address: Safe | null;
  readonly read: 'unread' | 'reading' | 'read';
  readonly bookmarked: boolean;
  readonly progress: number;
  readonly place: { readonly block: number; readonly offset: number } | null;
  readonly tags: readonly Safe[];
  readonly readAt: string | null;
  readonly bookmarkedAt: string | null;
}

/** Names the format of the document, and its version. */
const format = 'alsosee-state';

/** Returns the state of every article that the reader did something with. */
export function stateOf(library: Library, scope: readonly SourceId[]): readonly StateRecord[] {
  const touched: readonly Condition[] = [
    { type: 'opened' },
    { type: 'bookmarked' },
    { type: 'read', states: ['reading', 'read'] },
  ];
  const headlines = touched.flatMap((condition) =>
    headlinesOf(library, { conditions: [condition], sort: 'newest' }, scope, Infinity),
  );
  const once = new Map(headlines.map((headline) => [headline.id, headline]));
  return Array.from(once.values(), ({ id, title, status }) => ({
    id,
    title,
    address: library.article(id)?.address ?? null,
    read: status.read,
    bookmarked: status.bookmarked,
    progress: status.progress,
    place: status.place,
    tags: status.tags,
    readAt: iso(status.readAt),
    bookmarkedAt: iso(status.bookmarkedAt),
  }));
}

/** Returns the document that holds the state. */
export function stateDocument(articles: readonly StateRecord[]) {
  return { format, version: 1, articles };
}

/** An article, and what is to be set on it. */
export interface MarkFor {
  readonly id: ArticleId;
  readonly mark: Mark;
}

/** Returns the marks that a state document holds, or null when the text is none. */
export function readState(text: string): readonly MarkFor[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const whole = value as { format?: unknown; articles?: unknown } | null;
  return whole?.format === format && Array.isArray(whole.articles) ? whole.articles.flatMap(markOf) : null;
}

function markOf(row: unknown): readonly MarkFor[] {
  const { id, read, bookmarked, tags } = (row ?? {}) as Partial<Record<keyof StateRecord, unknown>>;
  if (typeof id !== 'string' || id === '') return [];
  const state = (['unread', 'reading', 'read'] as const).find((one) => one === read);
  const words = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  const mark: Mark = {
    ...(state ? { read: state } : {}),
    ...(typeof bookmarked === 'boolean' ? { bookmarked } : {}),
    ...(words.length > 0 ? { tags: words.map((tag) => clean(tag)) } : {}),
  };
  return [{ id: id as ArticleId, mark }];
}

/** Marks the articles that are here; those alike in one change. Returns the ids that changed. */
export function setMarks(library: Library, marks: readonly MarkFor[], at: Instant): readonly ArticleId[] {
  const alike = Map.groupBy(marks, ({ mark }) => JSON.stringify(mark));
  return [...alike.values()].flatMap((rows) => {
    const here = library.headlinesOf(rows.map(({ id }) => id)).map(({ id }) => id);
    return here.length === 0 ? [] : (library.mark(here, rows[0]!.mark, at)?.articles ?? []);
  });
}
