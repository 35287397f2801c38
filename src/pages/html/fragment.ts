import { parseHtml } from '../../markup/index.ts';
import { bounds, longest } from './bounds.ts';
import { readBlocks, type Written } from './blocks.ts';
import { takeOutUnseen } from './prune.ts';
import { grow } from './tree.ts';

/**
 * Returns all of a piece of HTML as blocks, such as the body of a feed's entry: nothing of it is judged, and only what is never
 * text is left out. `base` is what its addresses are relative to, or null.
 */
export function readMarkup(html: string, base: string | null): Written {
  const root = grow(parseHtml(html.slice(0, longest), bounds).nodes);
  takeOutUnseen(root, false);
  return readBlocks([root], base);
}
