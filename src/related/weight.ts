import type { Card, Index } from './card.ts';
import { keysOf, strengthsOf, type Vector } from './vector.ts';

/**
 * Returns how much it tells that two articles share a term which stands in `frequency` of `articles`: inverse document
 * frequency (Spärck Jones 1972), smoothed so that it is 1 for a term that stands everywhere, and finite for a new one.
 */
export function rarity(frequency: number, articles: number): number {
  return Math.log((articles + 1) / (frequency + 1)) + 1;
}

/** Returns the length of a vector as the library weighs terms now. Weigh anew when it has grown by half. */
export function lengthOf(vector: Vector, index: Index): number {
  return weigh(vector, index).length;
}

/** A vector with the rarity of its terms, ready to be compared with many. */
export interface Weighed {
  readonly keys: Uint32Array;
  /** Strength times the rarity squared, over the length: multiplied by another's strength it is a part of their likeness. */
  readonly weights: Float64Array;
  readonly length: number;
}

/** Returns the vector weighed for comparing. */
export function weigh(vector: Vector, index: Index): Weighed {
  const keys = keysOf(vector);
  return weighed(vector, index.frequencies([...keys]), index.articles());
}

/** Returns the vector weighed by frequencies that are known, in the order of its keys. */
export function weighed(vector: Vector, frequencies: ArrayLike<number>, articles: number): Weighed {
  const keys = keysOf(vector);
  const strengths = strengthsOf(vector);
  const weights = new Float64Array(keys.length);
  let square = 0;
  for (let place = 0; place < keys.length; place++) {
    const weight = strengths[place]! * rarity(frequencies[place] ?? 0, articles);
    square += weight * weight;
    weights[place] = weight * rarity(frequencies[place] ?? 0, articles);
  }
  const length = Math.sqrt(square);
  return { keys, weights: length > 0 ? weights.map((weight) => weight / length) : weights, length };
}

/**
 * Returns how alike two articles are, from 0 to 1: the cosine of the angle between their weighted vectors (Salton, Wong and
 * Yang, "A vector space model", 1975).
 */
export function likeness(one: Weighed, other: Pick<Card, 'vector' | 'length'>): number {
  const keys = keysOf(other.vector);
  const strengths = strengthsOf(other.vector);
  let sum = 0;
  let mine = 0;
  let its = 0;
  while (mine < one.keys.length && its < keys.length) {
    const difference = one.keys[mine]! - keys[its]!;
    if (difference === 0) sum += one.weights[mine]! * strengths[its]!;
    if (difference <= 0) mine++;
    if (difference >= 0) its++;
  }
  return other.length > 0 ? Math.min(1, sum / other.length) : 0;
}
