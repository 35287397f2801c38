import { say, type Safe } from '../text/index.ts';
import type { Role } from '../theme/index.ts';
import { columnsOf, cutPieces, repeated, spaces } from './pieces.ts';
import type { Piece, Row } from './row.ts';
import type { Signs } from './signs.ts';

/** How a spread row looks, beside its pieces. */
export interface Band {
  readonly ground?: Role;
  /** What stands for what was cut; `…` if not said. */
  readonly ellipsis?: Safe;
}

/** A left part keeps at least so many columns: a right part that would leave it fewer is not drawn. */
const leastLeft = 8;

/** Returns a row of two ends: the left gives way with an ellipsis, the right stays whole at the edge. */
export function spread(left: readonly Piece[], right: readonly Piece[], columns: number, band: Band = {}): Row {
  const rightColumns = columnsOf(right);
  const room = columns - rightColumns - 1;
  const stays = rightColumns > 0 && room >= Math.min(leastLeft, columnsOf(left));
  const kept = cutPieces(left, stays ? room : columns, band.ellipsis ?? say`…`);
  const ground = band.ground ?? 'page';
  const between = spaces(columns - columnsOf(kept) - rightColumns);
  const pieces = stays ? [...kept, { text: between, role: ground }, ...right] : kept;
  return { pieces, ...(band.ground && { ground }) };
}

/** Returns a line across the screen, with a title in it if one is given: `── Background ─────`. */
export function rule(columns: number, signs: Signs, title: readonly Piece[] = []): Row {
  if (title.length === 0) return { pieces: [{ text: repeated(signs.rule, columns), role: 'rule' }] };
  const lead: Piece = { text: say`${repeated(signs.rule, 2)} `, role: 'rule' };
  const kept = cutPieces(title, columns - 4, signs.ellipsis);
  const rest = columns - 4 - columnsOf(kept);
  return { pieces: [lead, ...kept, { text: say` ${repeated(signs.rule, rest)}`, role: 'rule' }] };
}
