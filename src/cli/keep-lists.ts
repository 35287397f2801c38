import { say, type Safe } from '../text/index.ts';
import type { SourceId } from '../news/index.ts';
import type { CarriedList } from '../exchange/index.ts';
import { keepOwnLists, ownLists, type OwnList } from '../app/index.ts';
import type { Library } from '../library/index.ts';
import type { Complaint } from './verb.ts';
import { feedAt } from './visit.ts';

/** Keeps lists, each in place of one with the same name. A list of a feed that is not here is left out. */
export function keepLists(
  lists: readonly CarriedList[],
  library: Library,
): { readonly names: readonly Safe[]; readonly problems: readonly Complaint[] } {
  const problems: Complaint[] = [];
  const kept = new Map(ownLists(library).map((list) => [list.name, list]));
  const names: Safe[] = [];
  for (const list of lists) {
    const made = keptList(list, library);
    if (!made) {
      const detail = say`left out, as it is a list of one feed, and that is not here`;
      problems.push({ kind: 'not-found', where: list.name, detail });
    } else {
      kept.set(made.name, made);
      names.push(made.name);
    }
  }
  if (names.length > 0) keepOwnLists(library, [...kept.values()]);
  return { names, problems };
}

function keptList({ name, query, feed, age }: CarriedList, library: Library): OwnList | null {
  const source = feed === null ? null : sourceOf(feed, library);
  if (feed !== null && source === null) return null;
  const conditions = source === null ? query.conditions : [...query.conditions, { type: 'source', source } as const];
  return { name, query: { ...query, conditions }, ...(age ? { age } : {}) };
}

function sourceOf(feed: NonNullable<CarriedList['feed']>, library: Library): SourceId | null {
  if ('address' in feed) return feedAt(feed.address, library)?.id ?? null;
  const wanted = feed.title.toLowerCase();
  return library.sources().find(({ kind, name }) => kind === 'feed' && name.toLowerCase() === wanted)?.id ?? null;
}
