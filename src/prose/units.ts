/**
 * The parts of a text that a line may not break, in order, as offsets and as columns from the text's beginning. The
 * spaces between two of them belong to neither.
 */
export interface Units {
  readonly starts: number[];
  readonly ends: number[];
  readonly startColumns: number[];
  readonly endColumns: number[];
  /** Of the units that end at a soft hyphen, which takes a column when the line breaks there. */
  readonly hyphened: ReadonlySet<number>;
  /** Whether lines may break between letters, as in Chinese: they are then filled, and not evened out. */
  readonly filling: boolean;
}

/** Returns the units of a text in which each UTF-16 unit is a character of one column. */
export function narrowUnits(text: string, columns: number): Units {
  const starts: number[] = [];
  const ends: number[] = [];
  const units: Units = { starts, ends, startColumns: starts, endColumns: ends, hyphened: none, filling: false };
  const add = (start: number, end: number): void => {
    if (end - start <= columns) {
      starts.push(start);
      ends.push(end);
    } else addLong(units, text, start, end, columns);
  };
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === space) {
      if (index === start) start++;
      else if (!bindsSpace(text, index)) {
        add(start, index);
        start = index + 1;
      }
    } else if ((code === hyphen || (code >= 0x2010 && code <= 0x2014)) && breaksAfterDash(text, index)) {
      add(start, index + 1);
      start = index + 1;
    }
  }
  const end = text.trimEnd().length;
  if (end > start) add(start, end);
  return units;
}

const none: ReadonlySet<number> = new Set();
const space = 0x20;
const hyphen = 0x2d;

/**
 * Returns whether a space must not end a line: before a dash between two spaces, before the punctuation that French sets
 * after a space, and after its opening quotation mark.
 */
function bindsSpace(text: string, index: number): boolean {
  if (text.charCodeAt(index - 1) === 0xab) return true;
  const next = text.charCodeAt(index + 1);
  const clings = next === 0x21 || next === 0x3f || next === 0x3a || next === 0x3b || next === 0xbb;
  if (!clings && next !== 0x2013 && next !== 0x2014) return false;
  return index + 2 >= text.length || text.charCodeAt(index + 2) === space;
}

const letter = /\p{L}/u;

/** After a hyphen inside a word, and after a dash between words, but not before figures ("COVID-19", "2024–25"). */
function breaksAfterDash(text: string, index: number): boolean {
  const next = text[index + 1] ?? ' ';
  const isDash = text.charCodeAt(index) >= 0x2012;
  if (text[index] === '\u2011' || !letter.test(next)) return isDash && /[“‘(«]/.test(next);
  return isDash || letter.test(text[index - 1] ?? ' ');
}

const signs = /[/?&=#-]/;

/** Returns whether an address may be broken after a sign: not inside "//", nor after the one that follows its scheme. */
export function breaksAddress(before: string, sign: string, after: string): boolean {
  return signs.test(sign) && !signs.test(after) && !(sign === '/' && before === '/');
}

/** Splits what is longer than a line: after the signs of an address, and else where the line is full. */
function addLong(units: Units, text: string, start: number, end: number, columns: number): void {
  let from = start;
  if (signs.test(text.slice(start, end))) {
    for (let index = start; index + 1 < end; index++) {
      if (!breaksAddress(text[index - 1] ?? '', text[index]!, text[index + 1]!)) continue;
      addChunks(units, from, index + 1, columns);
      from = index + 1;
    }
  }
  addChunks(units, from, end, columns);
}

function addChunks({ starts, ends }: Units, start: number, end: number, columns: number): void {
  for (let from = start; from < end; from += columns) {
    starts.push(from);
    ends.push(Math.min(end, from + columns));
  }
}
