import { expect, test } from 'vitest';
import { freshnessOf, pauseUntil } from '../../src/web/headers.ts';
import { noon } from './servers.ts';

const hour = 3600;

test.each([
  ['120', 120],
  ['0', 60],
  ['-1', 60],
  ['soon', 60],
  ['', 60],
  [undefined, 60],
  ['99999999999999999999', 24 * hour],
  ['Sun, 01 Mar 2026 12:10:00 GMT', 600],
  ['Sun, 01 Mar 2026 11:10:00 GMT', 60],
  ['Mon, 01 Mar 2027 12:00:00 GMT', 24 * hour],
])('Retry-After: %s is a pause of %i seconds', (value, seconds) => {
  expect(pauseUntil(value, noon)).toBe(noon + seconds * 1000);
});

test.each([
  [{ 'cache-control': 'public, max-age=600' }, 600],
  [{ 'cache-control': 'MAX-AGE="600"' }, 600],
  [{ 'cache-control': 'max-age=600', age: '500' }, 100],
  [{ 'cache-control': 'max-age=600', age: '700' }, null],
  [{ 'cache-control': 'max-age=600, no-cache' }, null],
  [{ 'cache-control': 'max-age=31536000' }, 24 * hour],
  [{ 'cache-control': 'max-age=0', expires: 'Sun, 01 Mar 2026 13:00:00 GMT' }, null],
  [{ expires: 'Sun, 01 Mar 2026 13:00:00 GMT' }, hour],
  [{ expires: 'Sun, 01 Mar 2026 13:00:00 GMT', date: 'Sun, 01 Mar 2026 12:50:00 GMT' }, 600],
  [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, null],
  [{ expires: '0' }, null],
  [{}, null],
])('%o holds for %s seconds', (headers, seconds) => {
  expect(freshnessOf(headers, noon, null).freshUntil).toBe(seconds && noon + seconds * 1000);
});
