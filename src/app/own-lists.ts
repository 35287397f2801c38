import { cleanLine, type Safe } from '../text/index.ts';
import {
  smartLists,
  sorts,
  type ArticleId,
  type Condition,
  type Instant,
  type Query,
  type SmartList,
  type Sort,
  type SourceId,
} from '../news/index.ts';
import type { Library } from '../library/index.ts';

/** A list that the reader made, as it is kept. Its age, in whole days, is counted from the day on which it is opened. */
export interface OwnList {
  readonly name: Safe;
  readonly query: Query;
  readonly age?: { readonly least: number | null; readonly most: number | null };
}

/** Under which name the library keeps the lists that the reader made. */
const place = 'lists';
const day = 86_400_000;

/** Returns the lists that every reader has, and then those that this one made, as they mean at the instant. */
export function allLists(library: Pick<Library, 'session'>, now: Instant): readonly SmartList[] {
  const own = ownLists(library).map(({ name, query, age }): SmartList => {
    const conditions = age ? [...query.conditions, aged(age, now)] : query.conditions;
    return { id: `own ${name}`, name, query: { ...query, conditions } };
  });
  return [...smartLists, ...own];
}

/** Returns the lists that the reader made. What is not sound in what was kept is left out. */
export function ownLists(library: Pick<Library, 'session'>): readonly OwnList[] {
  const kept = library.session(place);
  return Array.isArray(kept) ? kept.flatMap(listFrom) : [];
}

/** Keeps the lists that the reader made, in place of those that are kept. */
export function keepOwnLists(library: Pick<Library, 'saveSession'>, lists: readonly OwnList[]): void {
  library.saveSession(place, lists);
}

function aged({ least, most }: NonNullable<OwnList['age']>, now: Instant): Condition {
  const before = (days: number | null): Instant | null => (days === null ? null : now - days * day);
  return { type: 'published', from: before(most), until: before(least) };
}

/** What was kept is checked part by part: another version of the program, or a damaged disk, may have written it. */
function listFrom(kept: unknown): readonly OwnList[] {
  const { name, query, age } = parts(kept);
  const { conditions, sort } = parts(query);
  if (typeof name !== 'string' || !Array.isArray(conditions) || !isSort(sort)) return [];
  const sound = conditions.map(conditionFrom);
  if (!sound.every((condition) => condition !== null)) return [];
  const { least, most } = parts(age);
  const bounds = age === undefined ? {} : { age: { least: numberFrom(least), most: numberFrom(most) } };
  return [{ name: cleanLine(name), query: { conditions: sound, sort }, ...bounds }];
}

const readStates = ['unread', 'reading', 'read'] as const;

function conditionFrom(kept: unknown): Condition | null {
  const { type, states, kind, source, tag, target, words, from, until } = parts(kept);
  switch (type) {
    case 'bookmarked':
    case 'opened':
      return { type };
    case 'read':
      return Array.isArray(states) ? { type, states: readStates.filter((state) => states.includes(state)) } : null;
    case 'kind':
      return kind === 'news' || kind === 'backgrounder' ? { type, kind } : null;
    case 'source':
      return typeof source === 'string' ? { type, source: source as SourceId } : null;
    case 'tag':
      return typeof tag === 'string' ? { type, tag } : null;
    case 'links-to':
      return typeof target === 'string' ? { type, target: cleanLine(target) as ArticleId } : null;
    case 'words':
    case 'text':
      return typeof words === 'string' ? { type, words } : null;
    case 'published':
      return { type, from: numberFrom(from), until: numberFrom(until) };
    default:
      return null;
  }
}

function isSort(value: unknown): value is Sort {
  return sorts.some((sort) => sort === value);
}

function numberFrom(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function parts(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
