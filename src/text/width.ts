import stringWidth from 'string-width';
import { slice, type Safe } from './safe.ts';

/** Latin, Greek and Cyrillic letters without combining marks, and common punctuation: each fills one column. */
const narrow = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u2500-\u259f\u25cf\u2605\u2190-\u2193]*$/;
let segmenter: Intl.Segmenter | undefined;

/** Returns how many terminal columns the text fills, by the same tables as Ink: one model everywhere. */
export function widthOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** Returns what a reader sees as single characters, each to be kept whole. */
export function graphemes(text: Safe): readonly Safe[] {
  if (narrow.test(text)) return text.split('') as Safe[];
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), (part) => part.segment as Safe);
}

/** Returns the longest beginning of the text that fits the columns, with an ellipsis when something was cut. */
export function cut(text: Safe, columns: number, ellipsis: Safe = '…' as Safe): Safe {
  if (columns <= 0) return '' as Safe;
  if (widthOf(text) <= columns) return text;
  const room = columns - widthOf(ellipsis);
  if (room < 0) return '' as Safe;
  return (slice(text, 0, fitting(text, room)).trimEnd() + ellipsis) as Safe;
}

/** Returns the text filled up with spaces to exactly the columns; longer text is cut. */
export function pad(text: Safe, columns: number): Safe {
  const fitted = cut(text, columns);
  return (fitted + ' '.repeat(Math.max(0, columns - widthOf(fitted)))) as Safe;
}

/** Returns the offset, in UTF-16 units, up to which the text fits the columns. */
export function fitting(text: Safe, columns: number): number {
  let used = 0;
  let offset = 0;
  for (const grapheme of graphemes(text)) {
    used += widthOf(grapheme);
    if (used > columns) return offset;
    offset += grapheme.length;
  }
  return offset;
}
