import { say, type Safe } from '../text/index.ts';
import type { Instant } from '../news/index.ts';
import type { Context } from './verb.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Returns how long ago it was, in words; what is longer ago than two weeks, as its day. */
export function agoInWords(instant: Instant, { now, day: dayOf }: Pick<Context, 'now' | 'day'>): Safe {
  const passed = now() - instant;
  if (passed < minute) return say`just now`;
  if (passed < hour) return say`${Math.floor(passed / minute)} min ago`;
  if (passed < 2 * day) return say`${Math.floor(passed / hour)} h ago`;
  if (passed < 14 * day) return say`${Math.floor(passed / day)} days ago`;
  return dayOf(instant, 'short');
}
