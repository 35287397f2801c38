import type { Safe } from '../../text/index.ts';
import type { Page } from './page.ts';

/** A hit of the words in a line of the page: UTF-16 offsets into the line's text. */
export interface Match {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

let last: { readonly page: Page; readonly words: Safe; readonly found: readonly Match[] } | null = null;

/** Returns every place in the page where the words stand, without regard to case; a hit that is broken over lines is one match a line. */
export function matchesIn(page: Page, words: Safe): readonly Match[] {
  if (last?.page === page && last.words === words) return last.found;
  const found = words === '' ? [] : search(page, words);
  last = { page, words, found };
  return found;
}

function search(page: Page, words: Safe): readonly Match[] {
  const wanted = words.toLowerCase().replace(/\s+/g, ' ').trim();
  if (wanted === '') return [];
  const lines = page.lines.map(({ line }) =>
    line.runs
      .map((run) => run.text)
      .join('')
      .toLowerCase()
      .replace(/\u00a0/g, ' '),
  );
  return lines.flatMap((text, line) => [
    ...within(text, wanted, line),
    ...overTheEnd(text, lines[line + 1], wanted, line),
  ]);
}

function within(text: string, wanted: string, line: number): readonly Match[] {
  const found: Match[] = [];
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + wanted.length))
    found.push({ line, start, end: start + wanted.length });
  return found;
}

/** Words that begin at the end of one line and go on in the next are marked in the first. */
function overTheEnd(text: string, next: string | undefined, wanted: string, line: number): readonly Match[] {
  if (!next || !wanted.includes(' ')) return [];
  const head = text.trimEnd();
  const tail = next.trimStart();
  for (let space = wanted.indexOf(' '); space !== -1; space = wanted.indexOf(' ', space + 1))
    if (head.endsWith(wanted.slice(0, space)) && tail.startsWith(wanted.slice(space + 1)))
      return [{ line, start: head.length - space, end: head.length }];
  return [];
}
