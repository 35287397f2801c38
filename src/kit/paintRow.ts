import { cleanLine, say, webAddress, widthOf, type Safe } from '../text/index.ts';
import { close, type Paint, type Role } from '../theme/index.ts';
import { cutPieces } from './pieces.ts';
import type { Piece, Row } from './row.ts';

/** How a row may be drawn, beside its paint. */
export interface Drawing {
  /** Whether pieces with an address become links that the terminal opens on a click (OSC 8). */
  readonly links?: boolean;
  /** What stands for what was cut; `…` if not said. */
  readonly ellipsis?: Safe;
}

/** What no row may hold: controls, line breaks and tabs. Text that slipped in uncleaned is cleaned here once more. */
const unfit = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

/**
 * Returns the row as the terminal draws it, exactly as many columns wide: longer rows are cut, shorter ones filled with
 * their ground. It is self-contained: every style and link that it opens is closed.
 */
export function paintRow(row: Row, columns: number, paint: Paint, drawing: Drawing = {}): string {
  const fit = row.pieces.some((piece) => unfit.test(piece.text)) ? row.pieces.map(cleaned) : row.pieces;
  const pieces = cutPieces(fit, columns, drawing.ellipsis ?? say`…`);
  const ground = row.ground ?? 'page';
  let painted = '';
  let opened = '';
  let filled = 0;
  const add = (text: string, codes: string): void => {
    if (codes !== opened) painted += (opened && close) + codes;
    opened = codes;
    painted += text;
  };
  for (const piece of pieces) {
    const link = drawing.links && piece.address ? webAddress(piece.address) : null;
    const codes = paint.open(piece.role, styleOn(piece, ground));
    add(link ? `\x1b]8;;${link}\x1b\\${piece.text}\x1b]8;;\x1b\\` : piece.text, codes);
    filled += widthOf(piece.text);
  }
  if (filled < columns) add(' '.repeat(columns - filled), paint.open(ground));
  return painted + (opened && close);
}

function cleaned(piece: Piece): Piece {
  return { ...piece, text: cleanLine(piece.text) };
}

function styleOn(piece: Piece, ground: Role) {
  return piece.ground ? piece : { ...piece, ground };
}
