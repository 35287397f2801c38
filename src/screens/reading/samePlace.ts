import type { Page, PageLine } from './page.ts';

/** Lines that are looked at for words that stand in the other text too. */
const lookedAt = 40;
/** Fewer letters stand anywhere. */
const fewest = 24;

/** Returns the line of a page where the words stand that are at the top of another one; null when they stand nowhere. */
export function samePlace(before: Page, top: number, after: Page): number | null {
  if (top === 0) return 0;
  const text = flat(after);
  for (let line = top; line < Math.min(before.lines.length, top + lookedAt); line++) {
    const words = lettersOf(before.lines[line]);
    if (before.lines[line]?.part !== 'body' || words.length < fewest) continue;
    const found = text.letters.indexOf(words);
    if (found === -1) continue;
    const there = text.starts.findLastIndex((start) => start <= found);
    return Math.max(0, there - (line - top));
  }
  return null;
}

/** The letters of a page, and where in them each of its lines begins. */
function flat({ lines }: Page): { readonly letters: string; readonly starts: readonly number[] } {
  let letters = '';
  const starts = lines.map((line) => {
    const start = letters.length;
    letters += line.part === 'body' ? lettersOf(line) : '';
    return start;
  });
  return { letters, starts };
}

/** Letters and digits alone: signs of links, spaces and quotation marks differ from text to text. */
function lettersOf(line: PageLine | undefined): string {
  return (line?.line.runs ?? [])
    .map(({ text }) => text)
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
