import { columnsOf, cutPieces, spaces } from './pieces.ts';
import type { Piece, Row } from './row.ts';
import type { Signs } from './signs.ts';

/** One row of two columns, such as a key and what it does. */
export interface Pair {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/** Returns one row a pair, the right parts below each other. The left column is as wide as it must be, at most two fifths. */
export function twoColumns(pairs: readonly Pair[], columns: number, signs: Signs): readonly Row[] {
  const widest = Math.max(0, ...pairs.map((pair) => columnsOf(pair.left)));
  const width = Math.min(widest, Math.floor((columns * 2) / 5));
  return pairs.map((pair) => {
    const left = cutPieces(pair.left, width, signs.ellipsis);
    const between: Piece = { text: spaces(width - columnsOf(left) + 2), role: 'text' };
    return { pieces: [...left, between, ...cutPieces(pair.right, columns - width - 2, signs.ellipsis)] };
  });
}
