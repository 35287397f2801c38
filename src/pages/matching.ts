import type { Wordings } from './wordings.ts';

const ends = /^[\s#*>»›→▸•·|–—-]+|[\s:：»›→>▸….·|–—-]+$/gu;

/** Makes a test for lines that are one of the wordings and nothing else, but for marks and arrows around it. */
export function whole(wordings: Wordings): (line: string) => boolean {
  const known = new Set(listed(wordings).map(bare));
  return (line) => line.length < 80 && known.has(bare(line));
}

/**
 * Makes a function that returns what follows a wording at the beginning of a line, or null when none begins it. After a single
 * word there must be a colon or a stroke, because so many sentences begin with it; several words may simply go on.
 */
export function opening(wordings: Wordings): (line: string) => string | null {
  const all = listed(wordings)
    .map(quoted)
    .sort((a, b) => b.length - a.length);
  const several = all.filter((wording) => wording.includes(' '));
  const marked = new RegExp(String.raw`^(?:${all.join('|')})\s*[:：/|]\s*(.+)$`, 'iu');
  const running = new RegExp(String.raw`^(?:${several.join('|')})(?:\s+|\s*[–—-]\s*)(.+)$`, 'iu');
  return (line) => marked.exec(line)?.[1]?.trim() ?? running.exec(line)?.[1]?.trim() ?? null;
}

/** As {@link opening}, but any wording may simply go on: for what is checked further, such as names and dates. */
export function leading(wordings: Wordings): (line: string) => string | null {
  const all = listed(wordings)
    .map(quoted)
    .sort((a, b) => b.length - a.length);
  const form = new RegExp(String.raw`^(?:${all.join('|')})(?:\s*[:：|]\s*|\s+)(.+)$`, 'iu');
  return (line) => form.exec(line)?.[1]?.trim() ?? null;
}

/** Makes a pattern that finds any of the wordings as whole words. */
export function anywhere(wordings: Wordings): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${listed(wordings).map(quoted).join('|')})(?![\p{L}\p{N}])`, 'iu');
}

function listed(wordings: Wordings): readonly string[] {
  return Object.values(wordings).flatMap((row) => row.split(/\s*[|\n]\s*/));
}

function quoted(wording: string): string {
  return wording.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** Turkish has two letters i, whose capitals other languages take for one. */
function bare(line: string): string {
  return line
    .toLowerCase()
    .replace(/i\u0307|ı/g, 'i')
    .replace(ends, '')
    .replace(/\s+/g, ' ');
}
