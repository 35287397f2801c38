import { describe, expect, test } from 'vitest';
import { afterAnswer, afterFailure, afterNoChange, isDue, type Wishes } from '../../src/desk/due.ts';
import type { Health, SourceId } from '../../src/news/index.ts';

const minute = 60_000;
/** Sunday, 1 March 2026, noon UTC. */
const now = Date.UTC(2026, 2, 1, 12);

const nothing: Wishes = { freshUntil: null, ttl: null, skipHours: [], skipDays: [] };

/** Returns the minutes from now. */
const ahead = (instant: number) => (instant - now) / minute;

function healthOf(said: Partial<Health>): Health {
  const silent = { tried: now, fetched: now, notBefore: null, failures: 0, failingSince: null, why: null, gone: false };
  const sent = { etag: null, lastModified: null, digest: null, movedTo: null, movedReads: 0, site: null };
  return { source: 's' as SourceId, ...silent, ...sent, ...said };
}

describe('a feed that was read is asked again', () => {
  const freshFor = (minutes: number) => ({ freshUntil: now + minutes * minute });
  test.each<[string, Partial<Wishes>, number]>([
    ['in half an hour when nothing is said', {}, 30],
    ['when its server says so', freshFor(45), 45],
    ['when it says so itself', { ttl: 45 }, 45],
    ['when both agree', { ...freshFor(20), ttl: 45 }, 45],
    ['in ten minutes at the earliest', freshFor(1), 10],
    ['in ten minutes at the earliest, whatever it says itself', { ttl: 1 }, 10],
    ['within a day, as one that is published monthly', { ttl: 43_200 }, 1440],
    ['after the hour in which it rests', { skipHours: [12] }, 60],
    ['after the hours in which it rests, and not sooner than it says', { ttl: 90, skipHours: [13, 14] }, 180],
    ['past midnight', { skipHours: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] }, 720],
    ['after the day on which it rests', { skipDays: [0] }, 720],
    ['after the days on which it rests', { skipDays: [0, 1] }, 720 + 1440],
    ['after the day and in an hour in which it does not rest', { skipDays: [0], skipHours: [0, 1] }, 720 + 120],
    ['although it rests always', { skipDays: [0, 1, 2, 3, 4, 5, 6] }, 30],
  ])('%s', (_, said, minutes) => {
    expect(ahead(afterAnswer({ ...nothing, ...said }, now))).toBe(minutes);
  });
});

describe('a feed that has not changed is asked again', () => {
  const before = (minutes: number, failures = 0) =>
    healthOf({ fetched: now - 300 * minute, notBefore: now - 300 * minute + minutes * minute, failures });
  test.each<[string, number | null, Health | null, number]>([
    ['in half an hour when nothing is said', null, null, 30],
    ['when its server says so', 50, null, 50],
    ['after the time that it asked for when it was read', null, before(120), 120],
    ['after the longer of the two', 50, before(120), 120],
    ['in half an hour when it failed in between', null, before(120, 2), 30],
    ['within a day', null, before(10_000), 1440],
  ])('%s', (_, fresh, health, minutes) => {
    expect(ahead(afterNoChange(fresh === null ? null : now + fresh * minute, health, now))).toBe(minutes);
  });
});

test.each([
  [1, 15],
  [2, 30],
  [3, 60],
  [7, 960],
  [8, 1440],
  [5000, 1440],
])('after %i failures in a row a source is asked again in %i minutes', (failures, minutes) => {
  expect(ahead(afterFailure(failures, now))).toBe(minutes);
});

describe('a source is due', () => {
  test.each<[string, Health | null, boolean]>([
    ['when it was never asked', null, true],
    ['when nothing was said', healthOf({}), true],
    ['when its time has come', healthOf({ notBefore: now }), true],
    ['not before its time', healthOf({ notBefore: now + 1 }), false],
    ['never again once it is gone', healthOf({ gone: true }), false],
  ])('%s', (_, health, due) => {
    expect(isDue(health, now)).toBe(due);
  });
});
