import { clean, cleanLine, say, slice, type Safe } from '../text/index.ts';
import type { Block } from '../news/index.ts';
import type { Parsed } from '../prose/index.ts';

/** Most characters of a document that are shown as plain text. */
const longest = 1_000_000;

/** Returns a document as it is written, paragraph by paragraph, under a notice: for what would take too long to parse. */
export function parsePlain(text: string, where: Safe): Parsed {
  const notice = say`Shown as plain text: it took too long to read as Markdown.`;
  const shown = clean(text.slice(0, longest));
  const blocks: Block[] = [{ type: 'notice', text: notice }];
  for (const paragraph of shown.split(/\n(?:[ \t]*\n)+/)) {
    if (paragraph.trim()) blocks.push({ type: 'paragraph', spans: linesOf(paragraph) });
  }
  if (text.length > longest)
    blocks.push({ type: 'notice', text: say`The rest is left out: the text is longer than a million characters.` });
  return { prose: blocks, links: [], problems: [{ kind: 'markup', where, detail: notice }] };
}

function linesOf(paragraph: string) {
  const lines = paragraph.split('\n').map((line) => slice(cleanLine(line), 0));
  return lines.map((text, index) => (index < lines.length - 1 ? ({ text, breaks: true } as const) : { text }));
}
