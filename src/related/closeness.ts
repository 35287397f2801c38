import type { Instant } from '../news/index.ts';

export const day = 86_400_000;

/**
 * Returns how much two articles belong together by their dates alone, from 0 to 1; 1 when one has no date. It falls as a
 * power of the days between, quickly at first and then ever more slowly, as interest in news and memory do (Wixted and
 * Ebbesen, "On the form of forgetting", 1991): a week 0.90, a month 0.76, a year 0.49. Judged by related stories of three
 * sources it is better than an exponential, which forgets either the week or the year.
 */
export function closeness(one: Instant | null, other: Instant | null): number {
  if (one === null || other === null) return 1;
  return (1 + Math.abs(one - other) / day / 10) ** -0.2;
}

/**
 * Returns the same for articles on one event, which are published within hours: a day 0.24, three days 0.01.
 */
export function eventCloseness(one: Instant | null, other: Instant | null): number {
  if (one === null || other === null) return 1;
  return Math.exp(-Math.abs(one - other) / day / 0.7);
}
