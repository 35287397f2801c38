import { readDate, type Instant } from '../news/index.ts';
import type { Piece } from './piece.ts';

/** Returns the instant of the first child whose text can be read as a date; of two of one name, the later one holds. */
export function firstDate(piece: Piece, ...names: readonly string[]): Instant | null {
  for (const name of names) {
    for (const child of piece.all(name).toReversed()) {
      const instant = readDate(child.text() ?? '', 'field');
      if (instant !== null) return instant;
    }
  }
  return null;
}
