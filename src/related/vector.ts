import type { Term } from './terms.ts';

/**
 * The terms of an article and how strongly it speaks of each, as bytes that can be stored as they are: the keys of the terms
 * in ascending order, four bytes each, then the strengths, one byte each. How rare a term is in the library is not in it,
 * so that it stays right while the library grows.
 */
export type Vector = Uint8Array;

/** Strengths are kept in sixteenths: 255 of them are more than a term of any article has. */
const steps = 16;

/** Returns the vector of these terms with their strengths. */
export function vectorOf(terms: readonly Term[]): Vector {
  const sorted = [...terms].sort((one, other) => one.key - other.key);
  const bytes = new Uint8Array(sorted.length * 5);
  const keys = new Uint32Array(bytes.buffer, 0, sorted.length);
  for (const [index, term] of sorted.entries()) {
    keys[index] = term.key;
    bytes[sorted.length * 4 + index] = Math.min(255, Math.round(strengthOf(term) * steps));
  }
  return bytes;
}

/** Returns the keys of a vector, in ascending order. Bytes that do not begin at a multiple of four are copied. */
export function keysOf(vector: Vector): Uint32Array {
  const count = vector.length / 5;
  if (vector.byteOffset % 4 === 0) return new Uint32Array(vector.buffer, vector.byteOffset, count);
  return new Uint32Array(vector.slice(0, count * 4).buffer);
}

/** Returns the strengths of a vector in the order of its keys, in sixteenths. */
export function strengthsOf(vector: Vector): Uint8Array {
  return vector.subarray((vector.length / 5) * 4);
}

/**
 * Returns how strongly the article speaks of a term, from 0.5 to 15:
 * - 1 + ln(tf) for tf occurrences (Salton and Buckley, "Term-weighting approaches", 1988), one in the title counting three;
 * - a quarter more for a word with a capital inside a sentence, as it names someone or somewhere;
 * - a name of several words half, since its words count themselves;
 * - up to twice as much the nearer to the beginning it first stands, since news tells the most important first.
 */
export function strengthOf(term: Term): number {
  const count = 3 * term.inTitle + term.inBody;
  const kind = term.name ? 0.5 : term.capital ? 1.25 : 1;
  return (1 + Math.log(count)) * kind * (1 + 1 / (1 + term.place / 60));
}
