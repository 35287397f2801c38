import { cut, graphemes, say, slice, widthOf, type Safe } from '../../text/index.ts';
import type { Typed } from './edit.ts';
import { afterColumns, columnsOf, firstColumns } from '../pieces.ts';
import type { Piece, Row } from '../row.ts';

/**
 * Returns a row in which a line is typed, with a visible cursor. The label takes at most half the columns; a line too long
 * for the rest is moved until the cursor shows.
 */
export function prompt(label: Safe, typed: Typed, columns: number): Row {
  const under = graphemes(slice(typed.text, typed.cursor))[0] ?? say` `;
  const before = slice(typed.text, 0, typed.cursor);
  const after = slice(typed.text, typed.cursor + under.length);
  const line: readonly Piece[] = [
    { text: before, role: 'text' },
    { text: under, role: 'cursor' },
    { text: after, role: 'text' },
  ];
  const half = Math.min(Math.ceil(columns / 2), columns - widthOf(under));
  const name = cut(label, half - 1);
  const lead: readonly Piece[] = name ? [{ text: say`${name} `, role: 'prompt' }] : [];
  const room = columns - columnsOf(lead);
  const hidden = Math.max(0, widthOf(before) + widthOf(under) - room);
  return { pieces: [...lead, ...firstColumns(afterColumns(line, hidden), room)] };
}
