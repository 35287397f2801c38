import type { Source, SourceReport } from '../news/index.ts';
import { withoutCredentials } from './credentials.ts';
import { iso } from './records.ts';

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
