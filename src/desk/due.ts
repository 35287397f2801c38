import type { Health, Instant } from '../news/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** However short-lived an answer says it is: no source is asked more often by itself. */
const floor = 10 * minute;
/** When nothing is said of it. */
const usual = 30 * minute;
/** However long-lived an answer says it is: news of more than a day ago is none. */
const ceiling = day;
/** After the first failure, doubled with each in a row. */
const firstPause = 15 * minute;

/** What an answer and the feed in it say of when to come back. */
export interface Wishes {
  /** Of the answer's headers. */
  readonly freshUntil: Instant | null;
  /** Minutes, of the feed. */
  readonly ttl: number | null;
  /** Hours of the day and days of the week, in UTC, in which the feed asks to be left alone. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

/** Returns whether a source is to be asked for news without being told to. One that was never asked is. */
export function isDue(health: Health | null, now: Instant): boolean {
  return health === null || (!health.gone && (health.notBefore ?? 0) <= now);
}

/**
 * Returns when a feed that was read may be asked again: when its server and it itself agree, held between ten minutes and
 * a day, and then past the hours and days in which it asks for rest.
 */
export function afterAnswer({ freshUntil, ttl, skipHours, skipDays }: Wishes, now: Instant): Instant {
  const asked = [freshUntil === null ? 0 : freshUntil - now, (ttl ?? 0) * minute];
  const wait = asked.some((time) => time > 0) ? Math.max(...asked) : usual;
  return pastRest(now + held(wait), new Set(skipHours), new Set(skipDays));
}

/** Returns when a feed that has not changed may be asked again. It was not read anew, so what it said the last time holds on. */
export function afterNoChange(freshUntil: Instant | null, before: Health | null, now: Instant): Instant {
  const kept = before?.failures === 0 ? (before.notBefore ?? 0) - (before.fetched ?? Infinity) : 0;
  const wait = Math.max(freshUntil === null ? 0 : freshUntil - now, kept);
  return now + held(wait > 0 ? wait : usual);
}

/** Returns when a source that has failed so many times in a row is asked again: 15 minutes, doubled each time, up to a day. */
export function afterFailure(failures: number, now: Instant): Instant {
  return now + Math.min(firstPause * 2 ** Math.min(Math.max(failures - 1, 0), 20), ceiling);
}

function held(wait: number): number {
  return Math.min(Math.max(wait, floor), ceiling);
}

/** Returns the instant, or the first hour after it in which there is no rest. One that rests always is not believed. */
function pastRest(from: Instant, hours: ReadonlySet<number>, days: ReadonlySet<number>): Instant {
  const rests = (instant: Instant): boolean => {
    const date = new Date(instant);
    return hours.has(date.getUTCHours()) || days.has(date.getUTCDay());
  };
  if (!rests(from)) return from;
  const next = from - (from % hour) + hour;
  for (let ahead = 0; ahead < 7 * 24; ahead++) if (!rests(next + ahead * hour)) return next + ahead * hour;
  return from;
}
