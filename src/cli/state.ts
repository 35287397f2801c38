import { readFileSync, statSync } from 'node:fs';
import { clean, cleanLine, say, type Safe } from '../text/index.ts';
import type { ArticleId, Condition, Instant, Mark, Reading, SourceId } from '../news/index.ts';
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
/** A larger file is none of ours, in bytes. */
const largest = 100_000_000;

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

/** Returns the marks that a state document holds. What is no such document is told, and marks nothing. */
export function readState(path: string): Reading<readonly { readonly id: ArticleId; readonly mark: Mark }[]> {
  const refuse = (detail: Safe) => ({
    value: [],
    problems: [{ kind: 'unreadable' as const, where: cleanLine(path), detail }],
  });
  if (statSync(path).size > largest) return refuse(say`The file is too large for a state file.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return refuse(say`The file is no JSON. "alsosee export state" writes what can be imported.`);
  }
  const whole = value as { format?: unknown; articles?: unknown } | null;
  if (whole?.format !== format || !Array.isArray(whole.articles)) {
    return refuse(say`The file holds no state of articles. "alsosee export state" writes what can be imported.`);
  }
  return { value: whole.articles.flatMap(markOf), problems: [] };
}

function markOf(row: unknown): readonly { readonly id: ArticleId; readonly mark: Mark }[] {
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
export function restoreState(
  library: Library,
  marks: readonly { readonly id: ArticleId; readonly mark: Mark }[],
  at: Instant,
): readonly ArticleId[] {
  const alike = Map.groupBy(marks, ({ mark }) => JSON.stringify(mark));
  return [...alike.values()].flatMap((rows) => {
    const here = library.headlinesOf(rows.map(({ id }) => id)).map(({ id }) => id);
    return here.length === 0 ? [] : (library.mark(here, rows[0]!.mark, at)?.articles ?? []);
  });
}
