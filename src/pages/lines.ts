import { clean, cleanLine, type Safe } from '../text/index.ts';

/** Longest text that is read as a page, in characters, and most of its lines. */
const longest = 1_000_000;
const most = 20_000;

/** A line of a page. */
export interface Line {
  readonly text: Safe;
  /** Whether it is the second of two lines that stand together, as a credit stands below a caption. */
  readonly isSecond: boolean;
}

/** Returns the lines of a page's text that say something. Paragraphs that were wrapped to a width are one line again. */
export function linesOf(text: string): readonly Line[] {
  const groups = clean(text.slice(0, longest).replace(/\r\n?/g, '\n'))
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((group) => group.split('\n').map(cleanLine).filter(Boolean));
  const isWrappedPage = groups.some((lines) => lines.length >= 3 && isWrapped(lines));
  const lines = groups.flatMap((group) => {
    const whole = isWrappedPage && isWrapped(group) ? [cleanLine(group.join(' '))] : group;
    return whole.map((text, index): Line => ({ text, isSecond: whole.length === 2 && index === 1 }));
  });
  return lines.slice(0, most);
}

/** Whether each line begins with a word that the line before it had no room for. */
function isWrapped(lines: readonly Safe[]): boolean {
  const width = Math.max(...lines.map((line) => line.length));
  if (lines.length < 2 || width < 40 || width > 110) return false;
  return lines.slice(1).every((line, index) => {
    const [word = ''] = line.split(' ', 1);
    return (lines[index]?.length ?? 0) + 1 + word.length > width;
  });
}
