import type { Instant, Query } from '../news/index.ts';
import type { SourceReport } from '../loop/index.ts';
import { isListed, type Library } from '../library/index.ts';

/** Weeks that a source's activity is told of. */
const weeks = 8;

/**
 * Returns what the list of sources tells of: every source that is kept and every site that a link led to, with how it goes and
 * what came of it. What is left of removed sources is none.
 */
export function sourceReports(library: Library, now: Instant): readonly SourceReport[] {
  const sources = library
    .sources()
    .filter((source) => isListed(source) && (source.kept || /^https?:/i.test(source.location)));
  const ids = sources.map(({ id }) => id);
  const health = new Map(library.health().map((one) => [one.source, one]));
  const activity = library.activity(ids, weeks, now);
  const counts = library.counts(
    ids.flatMap((source): readonly Query[] => [
      { conditions: [{ type: 'source', source }], sort: 'newest' },
      {
        conditions: [
          { type: 'source', source },
          { type: 'read', states: ['unread', 'reading'] },
        ],
        sort: 'newest',
      },
    ]),
    ids,
  );
  return sources.map((source, index) => ({
    source,
    health: health.get(source.id) ?? null,
    articles: counts[2 * index] ?? 0,
    unread: counts[2 * index + 1] ?? 0,
    weeks: activity.get(source.id) ?? Array.from({ length: weeks }, () => 0),
  }));
}
