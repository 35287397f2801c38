import stringWidth from 'string-width';
import { slice, type Safe } from './safe.ts';

/**
 * Latin, Greek, Cyrillic, Hebrew and Arabic letters without combining marks, common punctuation, currencies, arrows and the
 * program's own signs: one column each. What is here needs no table of emoji, which takes longer to make than the first frame.
 */
const oneColumn =
  '\\x20-\\x7e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u048a-\\u058f\\u05d0-\\u05ea\\u060c\\u061b\\u061f-\\u064a' +
  '\\u0660-\\u066f\\u0671-\\u06d3\\u1e00-\\u1eff\\u2000-\\u200a\\u2010-\\u2027\\u202f-\\u205e\\u20a0-\\u20c0\\u2100-\\u2319' +
  '\\u2320-\\u2328\\u232b-\\u23ce\\u2500-\\u25fc\\u2605';
/** Kana, Han, Hangul syllables, and their punctuation and full-width forms: two columns each. */
const twoColumns =
  '\\u3000-\\u3029\\u3031-\\u303c\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff' +
  '\\uff01-\\uff60\\uffe0-\\uffe6';
const narrow = new RegExp(`^[${oneColumn}]*$`);
const plain = new RegExp(`^[${oneColumn}${twoColumns}]*$`);
/** A stretch in which characters may join, with the plain characters at its edges that they may join. */
const knot = new RegExp(
  `[${oneColumn}${twoColumns}]?[^${oneColumn}${twoColumns}]+(?:[${oneColumn}${twoColumns}][^${oneColumn}${twoColumns}]+)*[${oneColumn}${twoColumns}]?`,
  'gu',
);
/** The first of the characters of two columns; all of one column stand before it. */
const firstWide = 0x3000;

/** Returns whether each UTF-16 unit of the text is a character of one column, so that offsets are columns. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/** Returns how many terminal columns the text fills, by the same tables as Ink: one model everywhere. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  return plain.test(text) ? text.length + wideCharacters(text) : tangledWidth(text);
}

/** Returns a function that remembers what it returned for short texts: of what joins, a text has little, and often. */
function remembering<Value>(find: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > longestKnown) return find(text);
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= mostKnown) known.clear();
      value = find(text);
      known.set(text, value);
    }
    return value;
  };
}

const longestKnown = 16;
const mostKnown = 5000;
let segmenter: Intl.Segmenter | undefined;

const tangledWidth = remembering((text) => stringWidth(text));
const tangledParts = remembering((text): readonly string[] => {
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), (part) => part.segment);
});

function wideCharacters(text: string): number {
  let wide = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= firstWide) wide++;
  return wide;
}

/** Returns what a reader sees as single characters, each to be kept whole. */
export function graphemes(text: Safe): readonly Safe[] {
  if (plain.test(text)) return text.split('') as Safe[];
  const found: string[] = [];
  let offset = 0;
  for (const { 0: tangled, index } of text.matchAll(knot)) {
    for (; offset < index; offset++) found.push(text[offset]!);
    for (const part of tangledParts(tangled)) found.push(part);
    offset = index + tangled.length;
  }
  for (; offset < text.length; offset++) found.push(text[offset]!);
  return found as Safe[];
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
