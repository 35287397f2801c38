import { cleanLine } from '../../src/text/index.ts';
import {
  titleKey,
  type ArticleId,
  type Entry,
  type Problem,
  type Source,
  type SourceId,
} from '../../src/news/index.ts';
import type { Filed, KnownFile, Library } from '../../src/library/index.ts';

interface Kept {
  readonly id: ArticleId;
  readonly source: SourceId;
  readonly entry: Entry & { readonly file?: KnownFile };
}

/** The part of a library that the desk uses, in memory. `calls` tells the size of each transaction. */
export function openShelf() {
  const sources: Source[] = [];
  const calls: number[] = [];
  const noted = new Map<SourceId, readonly Problem[]>();
  let kept: readonly Kept[] = [];
  const isSame = (one: Kept, source: SourceId, entry: Entry) =>
    one.source === source &&
    (entry.path === null ? titleKey(one.entry.title) === titleKey(entry.title) : one.entry.path === entry.path);

  const part: Partial<Library> = {
    keepSource(given) {
      const known = sources.findIndex(({ location }) => location === given.location);
      const source: Source = {
        tags: [],
        paused: false,
        whole: false,
        ...given,
        id: (sources[known]?.id ?? `s${sources.length}`) as SourceId,
      };
      if (known === -1) sources.push(source);
      else sources[known] = source;
      return source;
    },
    sources: () => sources,
    knownFiles: (source) => kept.flatMap((one) => (one.source === source && one.entry.file ? [one.entry.file] : [])),
    file(source, entries): Filed {
      calls.push(entries.length);
      const added: ArticleId[] = [];
      for (const entry of entries) {
        const known = kept.find((one) => isSame(one, source, entry));
        const id = known?.id ?? (cleanLine(`a${kept.length}`) as ArticleId);
        if (!known) added.push(id);
        kept = [...kept.filter((one) => one !== known), { id, source, entry }];
      }
      return { added, changed: [], unchanged: entries.length - added.length, problems: [] };
    },
    withdraw(source, paths) {
      const gone = kept.filter((one) => one.source === source && paths.includes(one.entry.path ?? ''));
      kept = kept.filter((one) => !gone.includes(one));
      return gone.map(({ id }) => id);
    },
    setProblems: (source, problems) => void noted.set(source, problems),
    problems: (scope) => scope.flatMap((source) => noted.get(source) ?? []),
    articleAt: (source, path) => kept.find((one) => one.source === source && one.entry.path === path)?.id ?? null,
    articleTitled: (title, scope) =>
      kept.find((one) => scope.includes(one.source) && titleKey(one.entry.title) === titleKey(title))?.id ?? null,
  };
  return {
    library: part as Library,
    calls,
    noted,
    entries: () => kept.map(({ entry }) => entry),
    titles: () => kept.map(({ entry }) => entry.title),
    entry: (id: ArticleId | null) => kept.find((one) => one.id === id)?.entry,
  };
}
