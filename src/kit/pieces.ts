import { cut, fitting, graphemes, join, say, slice, widthOf, type Safe } from '../text/index.ts';
import type { Role } from '../theme/index.ts';
import type { Piece } from './row.ts';

/** Returns how many columns the pieces fill. */
export function columnsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((columns, piece) => columns + widthOf(piece.text), 0);
}

/** Returns the pieces cut to at most the columns, with an ellipsis in the last one's role when something was cut. */
export function cutPieces(pieces: readonly Piece[], columns: number, ellipsis: Safe): readonly Piece[] {
  if (columnsOf(pieces) <= columns) return pieces;
  const sign = widthOf(ellipsis) <= columns ? ellipsis : cut(say`…`, columns);
  const kept = firstColumns(pieces, columns - widthOf(sign));
  const last = kept.at(-1) ?? pieces[0];
  if (!last || !sign) return kept;
  const { address: _, ...plain } = last;
  return [...trimmed(kept), { ...plain, text: sign }];
}

/** Returns what stands in the first columns. A wide sign that would reach over the edge is left out. */
export function firstColumns(pieces: readonly Piece[], columns: number): Piece[] {
  const kept: Piece[] = [];
  let room = columns;
  for (const piece of pieces) {
    const width = widthOf(piece.text);
    if (width > room) {
      const text = slice(piece.text, 0, fitting(piece.text, room));
      return text ? [...kept, { ...piece, text }] : kept;
    }
    kept.push(piece);
    room -= width;
  }
  return kept;
}

/** Returns what stands after the first columns. Of a wide sign that is cut in two, a space remains. */
export function afterColumns(pieces: readonly Piece[], columns: number): Piece[] {
  let passed = 0;
  return pieces.flatMap((piece) => {
    const start = passed;
    passed += widthOf(piece.text);
    if (passed <= columns) return [];
    return start >= columns ? [piece] : [{ ...piece, text: after(piece.text, columns - start) }];
  });
}

/** Returns the pieces with a role behind each that has none of its own. */
export function onGround(pieces: readonly Piece[], ground: Role): readonly Piece[] {
  return pieces.map((piece) => (piece.ground ? piece : { ...piece, ground }));
}

/** Returns the sign as often as it fits the columns. */
export function repeated(sign: Safe, columns: number): Safe {
  const times = Math.max(0, Math.floor(columns / Math.max(1, widthOf(sign))));
  return join(
    Array.from({ length: times }, () => sign),
    say``,
  );
}

/** Returns as many spaces. */
export function spaces(columns: number): Safe {
  return repeated(say` `, columns);
}

function trimmed(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (!last) return [];
  const text = slice(last.text, 0, last.text.trimEnd().length);
  return text ? [...pieces.slice(0, -1), { ...last, text }] : trimmed(pieces.slice(0, -1));
}

function after(text: Safe, columns: number): Safe {
  const offset = fitting(text, columns);
  const used = widthOf(slice(text, 0, offset));
  if (used === columns) return slice(text, offset);
  const wide = graphemes(slice(text, offset))[0] ?? say``;
  const half = used + widthOf(wide) - columns;
  return say`${spaces(half)}${slice(text, offset + wide.length)}`;
}
