import { afterColumns, columnsOf, firstColumns, onGround, spaces } from './pieces.ts';
import type { Piece, Row } from './row.ts';

/** Where something lies over the screen, from its upper left corner. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/**
 * Returns the base rows with others laid over them at the spot. What is under the others is covered exactly: of a wide sign
 * that is covered by half, a space remains. Rows that would stand below or above the base are left out.
 */
export function overlay(base: readonly Row[], over: readonly Row[], spot: Spot): readonly Row[] {
  return base.map((row, at) => {
    const upper = over[at - spot.row];
    return upper ? laid(row, upper, Math.max(0, spot.column)) : row;
  });
}

function laid(base: Row, upper: Row, column: number): Row {
  const before = firstColumns(base.pieces, column);
  const indent: Piece = { text: spaces(column - columnsOf(before)), role: base.ground ?? 'page' };
  const middle = onGround(upper.pieces, upper.ground ?? 'page');
  const after = afterColumns(base.pieces, column + columnsOf(middle));
  return { ...base, pieces: [...before, indent, ...middle, ...after] };
}
