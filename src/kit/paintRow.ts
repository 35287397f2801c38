import { webAddress } from '../address/index.ts';
import { clean, cleanLine, say, widthOf, type Safe } from '../text/index.ts';
import { close, type Paint, type Role, type Style } from '../theme/index.ts';
import { cutPieces } from './pieces.ts';
import type { Piece, Row } from './row.ts';

/** How a row may be drawn, beside its paint. */
export interface Drawing {
  /** Whether pieces with an address become links that the terminal opens on a click (OSC 8). */
  readonly links?: boolean;
  /** What stands for what was cut; `…` if not said. */
  readonly ellipsis?: Safe;
}

/**
 * Returns the row as the terminal draws it, exactly as many columns wide: longer rows are cut, shorter ones filled with
 * their ground. It is self-contained: every style and link that it opens is closed.
 */
export function paintRow(row: Row, columns: number, paint: Paint, drawing: Drawing = {}): string {
  const pieces = cutPieces(row.pieces.map(onOneLine), columns, drawing.ellipsis ?? say`…`);
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
    if (!piece.text) continue;
    const link = drawing.links && piece.address ? webAddress(piece.address) : null;
    const codes = paint.open(piece.role, styleOn(piece, ground));
    add(link ? `\x1b]8;;${link}\x1b\\${piece.text}\x1b]8;;\x1b\\` : piece.text, codes);
    filled += widthOf(piece.text);
  }
  if (filled < columns) add(' '.repeat(columns - filled), paint.open(ground));
  return painted + (opened && close);
}

/** Text that slipped in uncleaned, or with a line break or tab in it, would break the frame: this is the last place to mend it. */
function onOneLine(piece: Piece): Piece {
  const text = clean(piece.text);
  if (/[\n\t]/.test(text)) return { ...piece, text: cleanLine(text) };
  return text === piece.text ? piece : { ...piece, text };
}

function styleOn(piece: Piece, ground: Role): Style {
  return piece.ground ? piece : { ...piece, ground };
}
