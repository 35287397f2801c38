import type { Card, Index, Ref } from './card.ts';
import { explainerKey } from './profile.ts';
import type { Subject } from './related.ts';
import { keysOf, strengthsOf } from './vector.ts';
import { likeness, rarity, weighed } from './weight.ts';

/** An article and how alike it is to the one asked about. */
export interface Neighbour {
  readonly card: Card;
  /** From 0 to 1, by their words alone. */
  readonly likeness: number;
}

/** Articles read of one term at most, the latest. */
const depth = 600;

/**
 * Returns the articles most alike, the most alike first. In bounded time: it looks up the most telling terms, and compares
 * those articles in full that speak most strongly of them.
 */
export function neighboursOf(subject: Sought, index: Index): readonly Neighbour[] {
  return nearest(subject, index, { terms: 32, compared: 300, keyOf: (key) => key });
}

/** Returns the explainers most alike, in the same way. */
export function explainersNear(subject: Sought, index: Index): readonly Neighbour[] {
  return nearest(subject, index, { terms: 120, compared: 400, keyOf: explainerKey });
}

type Sought = Pick<Subject, 'article' | 'vector'>;

interface Lookup {
  /** Terms that are looked up at most, the most telling. */
  readonly terms: number;
  /** Articles compared in full at most. */
  readonly compared: number;
  /** The key under which a term was posted. */
  keyOf(key: number): number;
}

function nearest({ article, vector }: Sought, index: Index, lookup: Lookup): readonly Neighbour[] {
  const frequencies = index.frequencies([...keysOf(vector)]);
  const subject = weighed(vector, frequencies, index.articles());
  const leading = telling(vector, frequencies, index.articles()).slice(0, lookup.terms);
  return index
    .cards(promising(leading, article, index, lookup))
    .map((card) => ({ card, likeness: likeness(subject, card) }))
    .sort((one, other) => other.likeness - one.likeness || one.card.article - other.card.article);
}

interface Weight {
  readonly key: number;
  /** Strength times rarity, and times rarity once more. */
  readonly telling: number;
  readonly shared: number;
}

/** Returns the terms of a vector, the most telling first. */
function telling(vector: Uint8Array, frequencies: readonly number[], articles: number): readonly Weight[] {
  const strengths = strengthsOf(vector);
  return Array.from(keysOf(vector), (key, place) => {
    const rare = rarity(frequencies[place] ?? 0, articles);
    return { key, telling: strengths[place]! * rare, shared: strengths[place]! * rare * rare };
  }).sort((one, other) => other.telling - one.telling);
}

/** Returns the articles that share the weightiest of these terms, by what the terms add up to. */
function promising(terms: readonly Weight[], self: Ref | null, index: Index, lookup: Lookup): readonly Ref[] {
  const sums = new Map<Ref, number>();
  for (const { key, shared } of terms)
    for (const { article, strength } of index.holders(lookup.keyOf(key), depth))
      if (article !== self) sums.set(article, (sums.get(article) ?? 0) + shared * strength);
  return [...sums]
    .sort(([one, its], [other, others]) => others - its || one - other)
    .slice(0, lookup.compared)
    .map(([article]) => article);
}
