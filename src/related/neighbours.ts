import type { Card, Index, Ref } from './card.ts';
import { explainerKey, type Profile } from './profile.ts';
import { strengthOf } from './vector.ts';
import { rarity, weigh, likeness } from './weight.ts';

/** An article and how alike it is to the one asked about. */
export interface Neighbour {
  readonly card: Card;
  /** From 0 to 1, by their words alone. */
  readonly likeness: number;
}

/** Articles read of one term at most, the latest. */
const depth = 600;
/** Articles compared at most. */
const compared = 300;

/**
 * Returns the articles most alike, the most alike first. In bounded time: it looks up the most telling terms, and compares
 * those articles in full that speak most strongly of them. Articles with this reference are left out.
 */
export function neighboursOf(profile: Profile, index: Index, self: Ref | null): readonly Neighbour[] {
  return nearest(profile, index, self, { terms: 32, keyOf: (key) => key });
}

/** Returns the explainers most alike, in the same way. */
export function explainersNear(profile: Profile, index: Index, self: Ref | null): readonly Neighbour[] {
  return nearest(profile, index, self, { terms: 120, keyOf: explainerKey });
}

interface Lookup {
  /** Terms that are looked up at most, the most telling. */
  readonly terms: number;
  /** The key under which a term was posted. */
  keyOf(key: number): number;
}

function nearest(profile: Profile, index: Index, self: Ref | null, lookup: Lookup): readonly Neighbour[] {
  const weighed = weigh(profile.vector, index);
  const cards = index.cards(promising(profile, index, self, lookup));
  return cards
    .map((card) => ({ card, likeness: likeness(weighed, card) }))
    .sort((one, other) => other.likeness - one.likeness || one.card.article - other.card.article);
}

/** Returns the articles that share the weightiest of the leading terms, by what those terms alone add up to. */
function promising(profile: Profile, index: Index, self: Ref | null, lookup: Lookup): readonly Ref[] {
  const terms = profile.terms.slice(0, lookup.terms);
  const frequencies = index.frequencies(terms.map(({ key }) => key));
  const sums = new Map<Ref, number>();
  for (const [place, term] of terms.entries()) {
    const weight = strengthOf(term) * rarity(frequencies[place] ?? 0, index.articles()) ** 2;
    for (const { article, strength } of index.holders(lookup.keyOf(term.key), depth))
      if (article !== self) sums.set(article, (sums.get(article) ?? 0) + weight * strength);
  }
  return [...sums]
    .sort(([one, its], [other, others]) => others - its || one - other)
    .slice(0, compared)
    .map(([article]) => article);
}
