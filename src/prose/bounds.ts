/**
 * What keeps a hostile document from costing more than a moment. marked reads most text in linear time, but some of its
 * rules look ahead to the end of a paragraph or of a block again and again, and its nesting is recursion. These
 * bounds are counted before it starts, in one pass each, so that the same text always gives the same prose.
 */

/** Longest text that is read, in UTF-16 units. */
export const longestText = 1_000_000;
/** Most levels of lists and quotes inside each other that are read as such. */
const deepest = 100;
/** Most characters that nested blocks may be read again, one level after the other. */
const nestingBudget = 4_000_000;
/** Most characters that marked's rules for tables, setext headings and lazy lines may look ahead. */
const tangleBudget = 20_000_000;
/** Most characters that marked's inline rules may look ahead, over a whole document. */
export const inlineBudget = 100_000_000;
/** Most levels of emphasis and links inside each other. */
export const deepestInline = 40;

/** Returns the text as far as it is read, cut at the end of a line where there is one. */
export function cutText(text: string): string {
  if (text.length <= longestText) return text;
  const line = text.lastIndexOf('\n', longestText);
  return text.slice(0, line > longestText / 2 ? line : longestText).toWellFormed();
}

/** Returns how many levels of nested blocks may be read: fewer, the more of the text stands deep. */
export function affordableDepth(text: string): number {
  const characters = new Float64Array(deepest + 1);
  for (const line of text.split('\n')) characters[Math.min(deepest, depthOf(line))]! += line.length + 1;
  let total = 0;
  let below = text.length;
  for (let depth = 1; depth <= deepest; depth++) {
    below -= characters[depth - 1]!;
    total += below;
    if (total > nestingBudget) return depth;
  }
  return deepest;
}

/** Returns the most levels that the markers and the indentation of a line may open. */
function depthOf(line: string): number {
  let columns = 0;
  let markers = 0;
  for (let index = 0; index < line.length; index++) {
    const character = line[index]!;
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4;
    else if (character === '>') markers++;
    else if ('-*+'.includes(character) || (character >= '0' && character <= '9')) {
      const end = markerEnd(line, index);
      if (end < 0) break;
      markers++;
      index = end - 1;
    } else break;
  }
  return markers + Math.floor(columns / 2);
}

const marker = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;

function markerEnd(line: string, index: number): number {
  marker.lastIndex = index;
  return marker.test(line) ? marker.lastIndex : -1;
}

/** An underline, a table's delimiter row, or a footnote. */
const turning = /^[ >]{0,9}(?:[-:|][-:| \t]*$|\[\^)/;

/**
 * Returns whether lines without a blank one between them hold so many underlines or footnotes, or so often change
 * between a quote and lazy lines after it, that marked would look through them again for each.
 */
export function isTangled(text: string): boolean {
  let cost = 0;
  let characters = 0;
  let turns = 0;
  let quoted = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      cost += turns * characters;
      characters = turns = 0;
      quoted = false;
      continue;
    }
    characters += line.length;
    const quote = /^\s*>/.test(line);
    if (quote !== quoted || turning.test(line)) turns++;
    quoted = quote;
  }
  return cost + turns * characters > tangleBudget;
}

/** What a character may start or go on with: emphasis, code, a link or a tag; an e-mail address; the end of an address. */
const delimiter = 1;
const addressing = 2;
const closing = 4;
const roles = new Uint8Array(128);
for (const character of '*_~[<`') roles[character.charCodeAt(0)]! |= delimiter;
for (const character of '?!.,:;*_\'"~)') roles[character.charCodeAt(0)]! |= closing;
for (let code = 33; code < 127; code++) {
  if (!'"(),:;<>@[\\]'.includes(String.fromCharCode(code))) roles[code]! |= addressing;
}
/** Longest run of closing characters that people write. */
const longestClosing = 16;

/**
 * Returns how many characters marked's inline rules may look at: all of them for each delimiter and for each closing
 * character of a long run, and each long word once for each of its letters.
 */
export function inlineCost(text: string): number {
  let starts = 0;
  let words = 0;
  let word = 0;
  let run = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const role = code < 128 ? roles[code]! : 0;
    run = role & closing ? run + 1 : 0;
    if (role & delimiter || run > longestClosing) starts++;
    if (role & addressing) word++;
    else {
      words += word * word;
      word = 0;
    }
  }
  return starts * text.length + words + word * word;
}
