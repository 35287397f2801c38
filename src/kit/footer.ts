import { say, widthOf, type Safe } from '../text/index.ts';
import type { Piece, Row } from './row.ts';

/** A key and what it does now. */
export interface Hint {
  readonly key: Safe;
  readonly words: Safe;
  /** Whether its room is kept before any other's, such as that of the help. */
  readonly pinned?: boolean;
}

/** Returns a row with as many whole hints as fit, the first being the most prominent; nothing is cut in the middle. */
export function footer(hints: readonly Hint[], columns: number): Row {
  const pinned = hints.filter((hint) => hint.pinned);
  const others = hints.filter((hint) => !hint.pinned);
  const kept = new Set([...pinned, ...others].slice(0, howManyFit([...pinned, ...others], columns)));
  const shown = hints.filter((hint) => kept.has(hint));
  const pieces = shown.flatMap((hint, at): Piece[] => [
    { text: at === 0 ? say` ` : say`   `, role: 'bar' },
    { text: hint.key, role: 'barKey' },
    { text: say` ${hint.words}`, role: 'bar' },
  ]);
  return { pieces, ground: 'bar' };
}

function howManyFit(hints: readonly Hint[], columns: number): number {
  let used = 1;
  for (const [at, hint] of hints.entries()) {
    used += (at === 0 ? 0 : 3) + widthOf(hint.key) + 1 + widthOf(hint.words);
    if (used > columns) return at;
  }
  return hints.length;
}
