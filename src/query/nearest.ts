/** Returns the word that was probably meant, or null when none is near: at most a third of the letters may differ. */
export function nearest(word: string, words: readonly string[]): string | null {
  const far = words.map((candidate) => [distance(word.toLowerCase(), candidate), candidate] as const);
  const [best] = far.sort(([one], [other]) => one - other);
  if (!best) return null;
  return best[0] <= Math.max(1, Math.ceil(word.length / 3)) ? best[1] : null;
}

/** Returns the letters to insert, leave out, replace or swap with a neighbour (optimal string alignment distance). */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row]);
  for (let column = 1; column <= other.length; column++) rows[0]![column] = column;
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row]![column] = Math.min(
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
        rows[row - 1]![column - 1]! + same,
        swapped ? rows[row - 2]![column - 2]! + 1 : Infinity,
      );
    }
  }
  return rows[one.length]![other.length]!;
}
