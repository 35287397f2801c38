import { judgeAddress } from '../address/index.ts';
import type { Health, Instant, Source } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { iso } from './records.ts';
import { articlesOfEach } from './takings.ts';

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

/** Returns what there is to tell of the sources, in their order. */
export function reportsOf(sources: readonly Source[], now: Instant, library: Library): readonly SourceReport[] {
  const ids = sources.map(({ id }) => id);
  const health = new Map(library.health().map((one) => [one.source, one]));
  const activity = library.activity(ids, weeksShown, now);
  const articles = articlesOfEach(ids, [], library);
  const unread = articlesOfEach(ids, [{ type: 'read', states: ['unread', 'reading'] }], library);
  return sources.map((source, index) => ({
    source,
    health: health.get(source.id) ?? null,
    articles: articles[index] ?? 0,
    unread: unread[index] ?? 0,
    weeks: activity.get(source.id) ?? [],
  }));
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
  return kind === 'folder' ? location : judgeAddress(location).shown;
}
