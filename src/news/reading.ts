/** Words that a person reads in a minute, silently, in English prose (Brysbaert, 2019: a review of 190 studies). */
const wordsInAMinute = 238;

/** Returns the whole minutes that the words take to read, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsInAMinute));
}
