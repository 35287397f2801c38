import { paintRow, type Row } from '../kit/index.ts';
import type { Frame } from '../screens/index.ts';
import { paintOf, type Look } from './paint.ts';
import type { Root } from './state.ts';

/** Returns what makes a row of the frame the bytes that a terminal draws, as wide as the screen. */
export function drawerOf(root: Root, look: Look): (row: Row) => string {
  const paint = paintOf(root.theme, look);
  return (row) => paintRow(row, root.size.columns, paint, { ellipsis: root.signs.ellipsis, links: true });
}

/**
 * Returns the bytes that draw a frame on an empty screen, from its top: the same cells that Ink draws once it is loaded. A frame
 * with a chooser has none, as that is Ink's own to draw.
 */
export function firstFrame(frame: Frame, root: Root, look: Look): string | null {
  return frame.chooser ? null : frame.rows.map(drawerOf(root, look)).join('\r\n');
}
