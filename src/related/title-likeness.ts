import { rarity } from './weight.ts';

/** A title taken apart for comparing. */
export interface TitleParts {
  /** Its key (`titleKey` of news). */
  readonly key: string;
  readonly words: readonly string[];
  readonly trigrams: ReadonlyMap<string, number>;
}

export function partsOf(key: string): TitleParts {
  const padded = `  ${key} `;
  const trigrams = new Map<string, number>();
  for (let start = 0; start + 3 <= padded.length; start++) {
    const trigram = padded.slice(start, start + 3);
    trigrams.set(trigram, (trigrams.get(trigram) ?? 0) + 1);
  }
  return { key, words: [...new Set(key.split(' '))], trigrams };
}

/** In how many titles a word stands, and how many titles there are. */
export interface TitleWords {
  readonly titles: number;
  frequency(word: string): number;
}

/**
 * Returns how likely two titles are the same one written differently, from 0 to 1: half by the letters in threes that they
 * share (Dice), which forgives typing errors; three tenths by their words, weighed by rarity, which forgives nothing; two
 * tenths by how much of the asked title is covered, which forgives cutting. Less when they differ in numbers or months, or
 * agree in no more than the name of a series before a colon.
 */
export function titleLikeness(asked: TitleParts, title: TitleParts, words: TitleWords): number {
  const { common, covered, known } = overlap(asked, title, words);
  const sum = 0.5 * dice(asked, title) + 0.3 * common + 0.2 * covered * Math.sqrt(known);
  const near = nearness(asked.key, title.key);
  return Math.max(sum, near) - numberPenalty(asked, title);
}

function dice(one: TitleParts, other: TitleParts): number {
  let shared = 0;
  for (const [trigram, count] of one.trigrams) shared += Math.min(count, other.trigrams.get(trigram) ?? 0);
  return (2 * shared) / (one.key.length + other.key.length + 2);
}

interface Overlap {
  /** Weight of the words in both over that of the words in either. */
  readonly common: number;
  /** Part of the asked title's weight that is in the other, and the reverse. */
  readonly covered: number;
  readonly known: number;
}

function overlap(asked: TitleParts, title: TitleParts, known: TitleWords): Overlap {
  const weight = (word: string): number => rarity(known.frequency(word), known.titles);
  const total = (list: readonly string[]): number => list.reduce((sum, word) => sum + weight(word), 0);
  const rest = title.words.filter((word) => !asked.words.includes(word));
  const missed = asked.words.filter((word) => !title.words.includes(word));
  let shared = total(asked.words.filter((word) => title.words.includes(word)));
  let asks = total(asked.words);
  const has = total(title.words);
  for (const word of missed) {
    const meant = rest.findIndex((other) => isMistyped(word, other));
    if (meant < 0) continue;
    // A mistyped word is unknown and so weighs too much: it counts as what was meant, and a little less.
    const weighs = weight(rest[meant]!);
    asks += weighs - weight(word);
    shared += 0.9 * weighs;
    rest.splice(meant, 1);
  }
  return { common: shared / (asks + has - shared), covered: shared / asks, known: shared / has };
}

/** Whether one word is another with a letter or two wrong: one from four letters on, two from eight on. */
function isMistyped(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  const allowed = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
  return (
    Math.abs(one.length - other.length) <= allowed && !/\d/.test(one + other) && edits(one, other, allowed) <= allowed
  );
}

/** Titles that differ in 15 % of their letters at most are judged by that alone. */
function nearness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const allowed = Math.floor(longest * 0.15);
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return 0;
  const distance = edits(one, other, allowed);
  return distance > allowed ? 0 : 1 - (1.5 * distance) / longest;
}

/**
 * Returns how many letters must be changed, left out, added or swapped with their neighbour to make one of the other (Damerau
 * 1964; optimal string alignment); more than `most` when that is more.
 */
function edits(one: string, other: string, most: number): number {
  let before = new Uint16Array(other.length + 1);
  let above = Uint16Array.from(before, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const line = new Uint16Array(other.length + 1);
    line[0] = row;
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      line[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, above] = [above, line];
  }
  return above[other.length]!;
}

const months = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const ordinals = new Set(
  'first second third fourth fifth one two three four five six seven eight nine ten i ii iii iv v vi'.split(' '),
);

/** Titles of a series differ in a number or a month, and are never one: "Week 3", "Week 4". */
function numberPenalty(asked: TitleParts, title: TitleParts): number {
  const mine = asked.words.filter((word) => isCount(word) && !title.words.includes(word)).length;
  const its = title.words.filter((word) => isCount(word) && !asked.words.includes(word)).length;
  if (mine > 0 && its > 0) return 0.3;
  return mine > 0 || its > 0 ? 0.06 : 0;
}

const isCount = (word: string): boolean => /\d/.test(word) || months.has(word) || ordinals.has(word);
