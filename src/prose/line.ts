import type { CodeToken, Place } from '../news/index.ts';
import type { Safe } from '../text/index.ts';

export type LineKind =
  | 'heading'
  | 'text'
  | 'quote'
  | 'code'
  | 'table'
  | 'figure'
  | 'also-see'
  | 'rule'
  | 'notice'
  | 'footnote'
  | 'blank';

/** A stretch of a line in one style. `mark` says that the typesetter made it, and not the author. */
export interface Run {
  readonly text: Safe;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly struck?: true;
  readonly code?: true;
  readonly token?: CodeToken;
  readonly link?: number;
  /** `box` is a task's box or a picture's; `bar` leads an "Also see" line; `note` a notice or a footnote. */
  readonly mark?: 'bullet' | 'border' | 'box' | 'number' | 'bar' | 'note';
}

export interface Line {
  readonly kind: LineKind;
  /** Of a heading, from 1 to 6. */
  readonly level?: number;
  readonly runs: readonly Run[];
  /** How many columns the runs fill. */
  readonly columns: number;
  /** The block in the prose, and the offset in its text (`plainText` of that block alone) of the line's first character. */
  readonly place: Place;
  /** Wider than asked: a table or code, to be scrolled sideways. */
  readonly wide?: true;
}

/** Returns the index of the line that shows a place: the last one that does not begin after it; 0 before the first. */
export function lineAt(lines: readonly Line[], place: Place): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { block, offset } = lines[middle]!.place;
    if (block < place.block || (block === place.block && offset <= place.offset)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
