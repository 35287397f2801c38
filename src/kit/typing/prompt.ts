import { graphemes, say, slice, widthOf, type Safe } from '../../text/index.ts';
import type { Typed } from './edit.ts';
import { afterColumns, firstColumns } from '../pieces.ts';
import type { Piece, Row } from '../row.ts';

/** Returns a row in which a line is typed, with a visible cursor. A line too long for the row is moved until the cursor shows. */
export function prompt(label: Safe, typed: Typed, columns: number): Row {
  const under = graphemes(slice(typed.text, typed.cursor))[0] ?? say` `;
  const before = slice(typed.text, 0, typed.cursor);
  const after = slice(typed.text, typed.cursor + under.length);
  const line: readonly Piece[] = [
    { text: before, role: 'text' },
    { text: under, role: 'cursor' },
    { text: after, role: 'text' },
  ];
  const lead: readonly Piece[] = label ? [{ text: say`${label} `, role: 'prompt' }] : [];
  const labelled = firstColumns(lead, Math.max(0, columns - widthOf(under)));
  const room = columns - labelled.reduce((used, piece) => used + widthOf(piece.text), 0);
  const hidden = Math.max(0, widthOf(before) + widthOf(under) - room);
  return { pieces: [...labelled, ...firstColumns(afterColumns(line, hidden), room)] };
}
