import type { Card, Index } from './card.ts';
import { day, eventCloseness } from './closeness.ts';
import { usual } from './story.ts';
import { weigh } from './weight.ts';
import { strengthsOf } from './vector.ts';

/** For each card, by its place, the places of those like it and how alike they are. */
export type Pairs = readonly Map<number, number>[];

/** Likeness below which two are not compared any further. */
const least = 0.03;
/** Days between two articles beyond which they are on two events: their likeness would count for less than 2 %. */
const farthest = 3;

/**
 * Returns how alike each two of these articles are, counting nearness in time. Cards must be in the order of their dates, the
 * undated first; a dated one is compared only with those of the three days before.
 */
export function alikePairs(cards: readonly Card[], index: Index): Pairs {
  const pairs: Pairs = cards.map(() => new Map<number, number>());
  const holders = new Map<number, { places: number[]; weights: number[] }>();
  const first = firstInReach(cards);
  const sums = new Float64Array(cards.length);
  for (const [place, card] of cards.entries()) {
    const { keys, weights } = weigh(card.vector, index);
    const strengths = strengthsOf(card.vector);
    const touched: number[] = [];
    for (let at = 0; at < keys.length; at++) {
      const held = holders.get(keys[at]!) ?? { places: [], weights: [] };
      holders.set(keys[at]!, held);
      for (let back = held.places.length - 1; back >= 0 && held.places[back]! >= first[place]!; back--) {
        const other = held.places[back]!;
        if (sums[other] === 0) touched.push(other);
        sums[other]! += weights[at]! * held.weights[back]!;
      }
      held.places.push(place);
      held.weights.push(card.length > 0 ? strengths[at]! / card.length : 0);
    }
    for (const other of touched) {
      const alike = sums[other]! * eventCloseness(card.published, cards[other]!.published);
      sums[other] = 0;
      if (alike < least) continue;
      pairs[place]!.set(other, alike);
      pairs[other]!.set(place, alike);
    }
  }
  return pairs;
}

/** Returns for each card the place of the first that is near enough in time. */
function firstInReach(cards: readonly Card[]): readonly number[] {
  let first = 0;
  return cards.map(({ published }) => {
    const from = published === null ? -Infinity : published - farthest * day;
    while (cards[first]!.published !== null && cards[first]!.published! < from) first++;
    // The undated come first; a dated article is not compared with them once it has a window of its own.
    if (published !== null && cards[first]!.published === null)
      first = cards.findIndex((card) => card.published !== null);
    return first;
  });
}

/** Returns the same pairs in parts of what is usual around both (see `usual`). */
export function scaled(pairs: Pairs, cards: readonly Card[]): Pairs {
  const scales = pairs.map((row, place) => usual([...row.values()], cards[place]!.words));
  return pairs.map((row, place) => {
    const own = scales[place]!;
    return new Map(Array.from(row, ([other, alike]) => [other, alike / Math.sqrt(own * scales[other]!)]));
  });
}
