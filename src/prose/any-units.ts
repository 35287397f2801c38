import { graphemes, widthOf, type Safe } from '../text/index.ts';
import { kindOf, mayBreak, wordStarts, type Kind } from './kinsoku.ts';
import { breaksAddress, type Units } from './units.ts';

/** A character that is kept whole, where it begins, and what it is to a break. */
interface Character {
  readonly text: string;
  readonly offset: number;
  readonly column: number;
  readonly columns: number;
  readonly kind: Kind;
}

/** Returns the units of any text. */
export function anyUnits(text: Safe, columns: number): Units {
  const characters = charactersOf(text, columns);
  const words = wordStarts(text);
  const units: GrowingUnits = {
    starts: [],
    ends: [],
    startColumns: [],
    endColumns: [],
    hyphened: new Set(),
    filling: characters.filter(({ kind }) => kind === 'wide').length * 2 > characters.length,
  };
  let start = 0;
  for (let index = 0; index < characters.length; index++) {
    const { kind, offset } = characters[index]!;
    if (kind === 'space') {
      if (index > start && bindsSpace(characters, index)) continue;
      addUnit(units, characters, start, index, columns);
      start = index + 1;
    } else if (index > start && (breaksBefore(characters, index) || (words.has(offset) && kind === 'word'))) {
      addUnit(units, characters, start, index, columns);
      start = index;
    }
  }
  addUnit(units, characters, start, characters.length, columns);
  return units;
}

interface GrowingUnits extends Units {
  readonly hyphened: Set<number>;
}

function charactersOf(text: Safe, columns: number): readonly Character[] {
  const found: Character[] = [];
  let offset = 0;
  let column = 0;
  const add = (text: string, columns: number): void => {
    found.push({ text, offset, column, columns, kind: kindOf(text, columns) });
    offset += text.length;
    column += columns;
  };
  for (const grapheme of graphemes(text)) {
    const width = widthOf(grapheme);
    // Old Hangul letters can make one character of any width: it is taken apart where it would not fit a line.
    if (width <= Math.max(2, columns)) add(grapheme, width);
    else for (const part of grapheme) add(part, widthOf(part));
  }
  return found;
}

function breaksBefore(characters: readonly Character[], index: number): boolean {
  const before = characters[index - 1]!;
  const after = characters[index]!;
  return mayBreak(before.kind, after.kind, characters[index - 2]?.text ?? ' ', after.text);
}

/** No line begins with a dash or with punctuation that is set after a space, nor ends with an opening sign. */
function bindsSpace(characters: readonly Character[], index: number): boolean {
  const before = characters[index - 1]!;
  const after = characters[index + 1];
  if (before.text === '«' || before.kind === 'openWide') return true;
  if (!after || (after.kind !== 'closeWide' && !'!?:;»–—'.includes(after.text))) return false;
  const next = characters[index + 2];
  return after.kind === 'closeWide' || !next || next.kind === 'space';
}

function addUnit(
  units: GrowingUnits,
  characters: readonly Character[],
  start: number,
  end: number,
  columns: number,
): void {
  let last = end;
  while (last > start && characters[last - 1]!.kind === 'space') last--;
  if (last <= start) return;
  if (columnAfter(characters, last) - characters[start]!.column <= columns) push(units, characters, start, last);
  else addLong(units, characters, start, last, columns);
}

/** Splits what is longer than a line: after the signs of an address, and else where the line is full. */
function addLong(
  units: GrowingUnits,
  characters: readonly Character[],
  start: number,
  end: number,
  columns: number,
): void {
  let from = start;
  for (let index = start; index < end; index++) {
    const { column, columns: width, text } = characters[index]!;
    if (index > from && column + width - characters[from]!.column > columns) {
      push(units, characters, from, index);
      from = index;
    }
    if (index + 1 < end && breaksAddress(characters[index - 1]?.text ?? '', text, characters[index + 1]!.text)) {
      push(units, characters, from, index + 1);
      from = index + 1;
    }
  }
  if (from < end) push(units, characters, from, end);
}

function push(units: GrowingUnits, characters: readonly Character[], start: number, end: number): void {
  const last = characters[end - 1]!;
  if (last.kind === 'soft') units.hyphened.add(units.starts.length);
  units.starts.push(characters[start]!.offset);
  units.ends.push(last.offset + last.text.length);
  units.startColumns.push(characters[start]!.column);
  units.endColumns.push(last.column + last.columns);
}

function columnAfter(characters: readonly Character[], end: number): number {
  const { column, columns } = characters[end - 1]!;
  return column + columns;
}
