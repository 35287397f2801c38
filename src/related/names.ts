import type { Word } from './fold.ts';

/** A name of several words where it stands. */
export interface Name {
  readonly folded: string;
  readonly written: string;
  /** Index of its first word. */
  readonly index: number;
}

/** Small words inside a name: Abdel Fattah el-Sisi, Rio de Janeiro, Bank of England. */
const connectors = new Set(
  'of de del della di da dos das du des la le al el bin ibn ben van von der den zu y e'.split(' '),
);
const most = 5;

/**
 * Returns the names of two to five words: runs of words with capitals that nothing but a space or a hyphen parts. A word that
 * opens a sentence belongs to a name only when it is not written small elsewhere in the text.
 */
export function namesIn(words: readonly Word[]): readonly Name[] {
  const small = new Set(words.filter(({ capital }) => !capital).map(({ folded }) => folded));
  const names: Name[] = [];
  let index = 0;
  while (index < words.length) {
    const end = endOf(words, index, small);
    const name = end - index > 1 ? nameAt(words.slice(index, end), index) : null;
    if (name) names.push(name);
    index = Math.max(end, index + 1);
  }
  return names;
}

/** Returns the index behind the last word of the name that begins here, at most {@link most} words on. */
function endOf(words: readonly Word[], start: number, small: ReadonlySet<string>): number {
  const first = words[start]!;
  if (!first.capital || (first.opens && small.has(first.folded))) return start;
  let end = start + 1;
  for (let index = start + 1; index < Math.min(words.length, start + most); index++) {
    const word = words[index]!;
    if (!word.joined) break;
    if (word.capital) end = index + 1;
    else if (!connectors.has(word.folded)) break;
  }
  return end;
}

function nameAt(words: readonly Word[], index: number): Name | null {
  const capitals = words.filter(({ capital }) => capital).length;
  if (capitals < 2) return null;
  return {
    folded: words.map(({ folded }) => folded).join('_'),
    written: words.map(({ written }) => written).join(' '),
    index,
  };
}
