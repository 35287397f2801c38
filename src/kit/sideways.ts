import { afterColumns, columnsOf, firstColumns, onGround, spaces } from './pieces.ts';
import type { Piece, Row } from './row.ts';
import type { Signs } from './signs.ts';

/** Returns what shows of pieces that are wider than the columns, moved to the left; signs at the edges say that there is more. */
export function sideways(pieces: readonly Piece[], shift: number, columns: number, signs: Signs): readonly Piece[] {
  const isMoved = shift > 0;
  const rest = afterColumns(pieces, isMoved ? shift + 1 : 0);
  const isCut = columnsOf(rest) > columns - (isMoved ? 1 : 0);
  const more = (sign: Piece['text']): Piece => ({ text: sign, role: 'muted' });
  const room = columns - (isMoved ? 1 : 0) - (isCut ? 1 : 0);
  return [...(isMoved ? [more(signs.left)] : []), ...firstColumns(rest, room), ...(isCut ? [more(signs.right)] : [])];
}

/** Returns rows that stand side by side, with a line between them: the left ones exactly as wide as they are given room. */
export function beside(left: readonly Row[], right: readonly Row[], columns: number, signs: Signs): readonly Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const ground = left[at]?.ground ?? 'page';
    const kept = onGround(firstColumns(left[at]?.pieces ?? [], columns), ground);
    const filling: Piece = { text: spaces(columns - columnsOf(kept)), role: 'text', ground };
    const border: Piece = { text: signs.frame.down, role: 'rule' };
    const other = onGround(right[at]?.pieces ?? [], right[at]?.ground ?? 'page');
    return { pieces: [...kept, filling, border, { text: spaces(1), role: 'text' }, ...other] };
  });
}
