import { isNarrow, type Safe } from '../text/index.ts';
import { anyUnits } from './any-units.ts';
import { narrowUnits, type Units } from './units.ts';

/** A line's part of a text, from one offset to another; `hyphen` when it ends at a soft hyphen that now shows. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly columns: number;
  readonly hyphen: boolean;
}

/** Most parts of a paragraph whose lines are evened out; a longer one is filled line by line. */
const mostEvened = 2000;

/**
 * Returns the lines of a text that holds no line breaks, none wider than the columns: broken at spaces and after hyphens
 * and dashes, between Han and kana by the rules for their punctuation, in addresses after their signs, and in
 * a word only where it is longer than a line.
 */
export function breakText(text: Safe, columns: number): readonly Stretch[] {
  const narrow = isNarrow(text);
  if (narrow && text.length <= columns && !text.endsWith(' ')) {
    return [{ start: 0, end: text.length, columns: text.length, hyphen: false }];
  }
  const units = narrow ? narrowUnits(text, columns) : anyUnits(text, columns);
  const count = units.starts.length;
  if (count === 0) return [{ start: 0, end: 0, columns: 0, hyphen: false }];
  const ends = units.filling || count > mostEvened ? filled(units, columns) : evened(units, columns);
  let first = 0;
  return ends.map((end): Stretch => {
    const start = units.starts[first]!;
    const filling = width(units, first, end - 1);
    const hyphen = units.hyphened.has(end - 1) && end < count && filling < columns;
    first = end;
    return { start, end: units.ends[end - 1]!, columns: hyphen ? filling + 1 : filling, hyphen };
  });
}

function width(units: Units, first: number, last: number): number {
  return units.endColumns[last]! - units.startColumns[first]!;
}

/** Returns the unit after each line's last one, every line as full as it can be. */
function filled(units: Units, columns: number): readonly number[] {
  const ends: number[] = [];
  const count = units.starts.length;
  for (let first = 0; first < count;) {
    let last = first;
    let fits = first;
    while (last + 1 < count && width(units, first, last + 1) <= columns) {
      last++;
      if (fitsAtBreak(units, first, last, columns)) fits = last;
    }
    if (fitsAtBreak(units, first, last, columns)) fits = last;
    ends.push(fits + 1);
    first = fits + 1;
  }
  return ends;
}

/** A line that breaks at a soft hyphen needs a column for it; the last line does not break. */
function fitsAtBreak(units: Units, first: number, last: number, columns: number): boolean {
  const hyphen = units.hyphened.has(last) && last + 1 < units.starts.length ? 1 : 0;
  return width(units, first, last) + hyphen <= columns;
}

/**
 * Returns the unit after each line's last one, with the least sum of squares of what the lines leave free: the right
 * edge as even as it can be (Knuth and Plass 1981, without stretching). The last line may be short.
 */
function evened(units: Units, columns: number): readonly number[] {
  const count = units.starts.length;
  const { startColumns, endColumns, hyphened } = units;
  cost[count] = 0;
  for (let first = count - 1; first >= 0; first--) {
    const room = columns + startColumns[first]!;
    let least = Infinity;
    let best = first + 1;
    for (let last = first; last < count && (last === first || endColumns[last]! <= room); last++) {
      const hyphen = hyphened.size > 0 && hyphened.has(last) && last + 1 < count ? 1 : 0;
      const free = room - endColumns[last]! - hyphen;
      if (free < 0 && last > first) continue;
      const sum = last + 1 === count ? 0 : free * free + cost[last + 1]!;
      if (sum > least) continue;
      least = sum;
      best = last + 1;
    }
    cost[first] = least;
    next[first] = best;
  }
  const ends: number[] = [];
  for (let first = 0; first < count; first = next[first]!) ends.push(next[first]!);
  return ends;
}

/** Room for the sums of one paragraph, written anew for each. */
const cost = new Float64Array(mostEvened + 1);
const next = new Int32Array(mostEvened + 1);
