import { say, type Safe } from '../text/index.ts';
import type { Role } from '../theme/index.ts';
import { columnsOf, cutPieces, onGround, repeated, spaces } from './pieces.ts';
import type { Piece, Row } from './row.ts';
import type { Signs } from './signs.ts';

/** Returns the rows in a box exactly as many columns wide, the title in its upper edge: for what lies over the screen. */
export function panel(rows: readonly Row[], title: readonly Piece[], columns: number, signs: Signs): readonly Row[] {
  const { topLeft, topRight, bottomLeft, bottomRight, across, down } = signs.frame;
  const name = onGround(cutPieces(title, columns - 6, signs.ellipsis), ground);
  const head = name.length > 0 ? [edge(say` `), ...name, edge(say` `)] : [];
  const rest = columns - 3 - columnsOf(head);
  return [
    { pieces: [edge(say`${topLeft}${across}`), ...head, edge(say`${repeated(across, rest)}${topRight}`)], ground },
    ...rows.map((row) => {
      const pieces = [edge(say`${down} `), ...inside(row, columns - 4, signs), edge(say` ${down}`)];
      return { pieces, ground };
    }),
    { pieces: [edge(say`${bottomLeft}${repeated(across, columns - 2)}${bottomRight}`)], ground },
  ];
}

const ground: Role = 'panel';

function edge(text: Safe): Piece {
  return { text, role: 'rule', ground };
}

/** Returns the row's pieces at exactly the columns, each with its ground. */
function inside(row: Row, columns: number, signs: Signs): readonly Piece[] {
  const behind = row.ground ?? ground;
  const kept = onGround(cutPieces(row.pieces, columns, signs.ellipsis), behind);
  return [...kept, { text: spaces(columns - columnsOf(kept)), role: behind, ground: behind }];
}
