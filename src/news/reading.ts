/** Words read in a minute: 238 for English non-fiction, read silently (Brysbaert 2019, 190 studies), rounded down. */
const wordsInAMinute = 230;

/** Returns the whole minutes that the words take to read, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsInAMinute));
}
