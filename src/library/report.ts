import type { Instant, Query, Source, SourceReport } from '../news/index.ts';
import type { Library } from './library.ts';

/** Weeks that a source's activity is told of. */
const weeks = 8;

/** Returns how each of the sources goes and what came of it, in their order. */
export function reportOn(library: Library, sources: readonly Source[], now: Instant): readonly SourceReport[] {
  const ids = sources.map(({ id }) => id);
  const health = new Map(library.health().map((one) => [one.source, one]));
  const activity = library.activity(ids, weeks, now);
  const counts = library.counts(ids.flatMap(queriesOf), ids);
  return sources.map((source, index) => ({
    source,
    health: health.get(source.id) ?? null,
    articles: counts[2 * index] ?? 0,
    unread: counts[2 * index + 1] ?? 0,
    weeks: activity.get(source.id) ?? Array.from({ length: weeks }, () => 0),
  }));
}

/** All articles of the source, and those that are not read. */
function queriesOf(id: Source['id']): readonly Query[] {
  const all = { type: 'source', source: id } as const;
  return [
    { conditions: [all], sort: 'newest' },
    { conditions: [all, { type: 'read', states: ['unread', 'reading'] }], sort: 'newest' },
  ];
}
