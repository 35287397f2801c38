import type { Health, Instant, Query, Source, SourceId } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { withoutCredentials } from './credentials.ts';
import { iso } from './records.ts';

/** What there is to tell of a source. */
export interface SourceReport {
  readonly source: Source;
  /** How asking it went; null when it was never asked. */
  readonly health: Health | null;
  readonly articles: number;
  readonly unread: number;
  /** Articles of the last weeks, the oldest first. */
  readonly weeks: readonly number[];
}

const weeksShown = 8;

/** Returns what there is to tell of the sources, in their order. All are counted at once: there may be thousands. */
export function reportsOf(sources: readonly Source[], now: Instant, library: Library): readonly SourceReport[] {
  const health = new Map(library.health().map((one) => [one.source, one]));
  const ids = sources.map(({ id }) => id);
  const activity = library.activity(ids, weeksShown, now);
  const counts = library.counts(
    ids.flatMap((id) => [articlesOf(id), unreadOf(id)]),
    ids,
  );
  return sources.map((source, index) => ({
    source,
    health: health.get(source.id) ?? null,
    articles: counts[2 * index] ?? 0,
    unread: counts[2 * index + 1] ?? 0,
    weeks: activity.get(source.id) ?? [],
  }));
}

function articlesOf(source: SourceId): Query {
  return { conditions: [{ type: 'source', source }], sort: 'newest' };
}

function unreadOf(source: SourceId): Query {
  return {
    conditions: [
      { type: 'source', source },
      { type: 'read', states: ['unread', 'reading'] },
    ],
    sort: 'newest',
  };
}

/** A source as JSON tells it. Times are ISO 8601 in UTC or null. A name and password in its address are left out. */
export function sourceRecord({ source, health, articles, unread, weeks }: SourceReport) {
  return {
    ...source,
    location: shownLocation(source),
    articles,
    unread,
    weeks,
    health: health && {
      tried: iso(health.tried),
      fetched: iso(health.fetched),
      notBefore: iso(health.notBefore),
      failures: health.failures,
      failingSince: iso(health.failingSince),
      why: health.why,
      gone: health.gone,
      site: health.site,
    },
  };
}

/** Returns where a source is, without the name and password that may stand in its address. */
function shownLocation({ kind, location }: Source): string {
  return kind === 'folder' ? location : withoutCredentials(location);
}
