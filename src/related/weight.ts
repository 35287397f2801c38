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
  /** Where each key is found: its place in `keys` plus one, by open addressing; 0 where there is none. */
  readonly places: Uint16Array;
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
  return {
    keys,
    weights: length > 0 ? weights.map((weight) => weight / length) : weights,
    length,
    places: placesOf(keys),
  };
}

/**
 * Returns how alike two articles are, from 0 to 1: the cosine of the angle between their weighted vectors (Salton, Wong and
 * Yang, "A vector space model", 1975).
 */
export function likeness(one: Weighed, other: Pick<Card, 'vector' | 'length'>): number {
  const keys = keysOf(other.vector);
  const strengths = strengthsOf(other.vector);
  const mask = one.places.length - 1;
  let sum = 0;
  for (let its = 0; its < keys.length; its++) {
    const key = keys[its]!;
    let at = key & mask;
    while (one.places[at] !== 0 && one.keys[one.places[at]! - 1] !== key) at = (at + 1) & mask;
    if (one.places[at] !== 0) sum += one.weights[one.places[at]! - 1]! * strengths[its]!;
  }
  return other.length > 0 ? Math.min(1, sum / other.length) : 0;
}

/** A table at least four times as long as the keys, so that a key which is not there is mostly known by one look. */
function placesOf(keys: Uint32Array): Uint16Array {
  const places = new Uint16Array(2 ** Math.ceil(Math.log2(keys.length * 4 + 1)));
  const mask = places.length - 1;
  for (const [place, key] of keys.entries()) {
    let at = key & mask;
    while (places[at] !== 0) at = (at + 1) & mask;
    places[at] = place + 1;
  }
  return places;
}
