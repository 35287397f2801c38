import { keyOf } from './terms.ts';
import type { Word } from './fold.ts';

/** A sample of what an article says word for word: hashes in ascending order. */
export type Sketch = Uint32Array;

/** Words in a row that are hashed together. */
const run = 4;
/** One hash in so many is kept. */
const kept = 8;
/** Hashes that are kept at most: enough for a text of 16,000 words. */
const most = 2000;

/**
 * Returns the sketch of a text: of the hashes of all runs of four words those that eight divides. Choosing by the hash's value
 * makes the samples of two texts agree, so a part can be found in the whole (Manber, "Finding similar files in a large
 * file system", 1994; Broder, "On the resemblance and containment of documents", 1997).
 */
export function sketchOf(text: readonly Word[]): Sketch {
  const words = text.map(({ folded }) => keyOf(folded));
  const hashes = new Set<number>();
  for (let start = 0; start + run <= words.length && hashes.size < most; start++) {
    const hash = mixed(words, start);
    if (hash % kept === 0) hashes.add(hash);
  }
  return Uint32Array.from(hashes).sort();
}

function mixed(words: readonly number[], start: number): number {
  let hash = 0;
  for (let index = start; index < start + run; index++) {
    hash = Math.imul(hash ^ words[index]!, 0x85ebca6b);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Returns how much of the shorter text stands in the longer one, from 0 to 1; 0 when fewer than three hashes agree. */
export function containment(one: Sketch, other: Sketch): number {
  let shared = 0;
  let here = 0;
  let there = 0;
  while (here < one.length && there < other.length) {
    const difference = one[here]! - other[there]!;
    if (difference === 0) shared++;
    if (difference <= 0) here++;
    if (difference >= 0) there++;
  }
  return shared < 3 ? 0 : (shared - 1) / Math.min(one.length, other.length);
}
