/** Returns what draws numbers below a bound, the same in every run (Lehmer 1951). */
export function drawing(seed: number): (below: number) => number {
  let state = (seed * 7919 + 1) % 2_147_483_647;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');

/** Returns a word that stands for the number, and for no other. */
export function wordOf(number: number): string {
  const last = syllables[number % 20]!;
  return number < 20 ? `${last}n` : wordOf(Math.floor(number / 20)) + last;
}
