import type { Block, Link, Problem, Prose } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import { readBlocks } from './blocks.ts';
import { affordableDepth, cutText, isTangled, longestText } from './bounds.ts';
import type { Gathered } from './inline.ts';
import { blockPieces, lex, type Lexed } from './lexing.ts';
import { readParagraphs } from './paragraphs.ts';

/** A document as it was read: its blocks, its links in the order in which they stand there, and what was wrong. */
export interface Parsed {
  readonly prose: Prose;
  readonly links: readonly Link[];
  readonly problems: readonly Problem[];
}

type Footnote = Extract<Block, { type: 'footnotes' }>['notes'][number];

const cutNotice = say`The text is longer than ${longestText} characters. The rest is not shown.`;
const plainNotice = say`This text is too entangled to be read as Markdown. It is shown as plain text.`;
const partlyNotice = say`Some of this text is too entangled to be read as Markdown. That part is shown as plain text.`;

/**
 * Returns a Markdown document's blocks and its links: CommonMark 0.31.2 with GitHub's tables, task lists, strikethrough,
 * autolinks, footnotes and alerts, with wikilinks, and with the HTML in it read for its words. `where` names the file
 * in problems. A span's or an "Also see" line's `link` is an index into the links. Never throws: what costs too much to
 * read is shown as plain text, or cut, and a notice and a problem say so.
 */
export function parseMarkdown(text: string, where: Safe): Parsed {
  const source = cutText(text.replace(/\r\n?/g, '\n'));
  const links: Link[] = [];
  const lexed = isTangled(source) ? null : tryLex(source);
  const problems: Problem[] = [];
  const prose = lexed ? [...readDocument(lexed, links)] : [...readParagraphs(source, links)];
  if (!lexed || lexed.incomplete) {
    const detail = lexed ? partlyNotice : plainNotice;
    problems.push({ kind: 'markup', where, detail });
    prose.unshift({ type: 'notice', text: detail });
  }
  if (source.length < text.length && text.length > longestText) {
    problems.push({ kind: 'too-large', where, detail: cutNotice });
    prose.push({ type: 'notice', text: cutNotice });
  }
  return { prose, links, problems };
}

/** Returns text without markup as paragraphs, one after each blank line. "Also see" lines are known as such. */
export function parsePlain(text: string): Parsed {
  const links: Link[] = [];
  const source = cutText(text.replace(/\r\n?/g, '\n'));
  const cut: Block[] = text.length > longestText ? [{ type: 'notice', text: cutNotice }] : [];
  return { prose: [...readParagraphs(source, links), ...cut], links, problems: [] };
}

function tryLex(source: string): Lexed | null {
  try {
    return lex(source, affordableDepth(source));
  } catch {
    return null;
  }
}

function readDocument({ pieces, footnotes }: Lexed, links: Link[]): Prose {
  const gathered: Gathered = { links, noted: new Map(), labels: new Set(footnotes.keys()) };
  const blocks = readBlocks(pieces, gathered);
  const notes = readFootnotes(footnotes, gathered);
  return notes.length > 0 ? [...blocks, { type: 'footnotes', notes }] : blocks;
}

/** Footnotes in the order of their numbers; one may refer to another, and those that nobody refers to come last. */
function readFootnotes(footnotes: Lexed['footnotes'], gathered: Gathered): readonly Footnote[] {
  const { noted } = gathered;
  const read = new Map<string, Footnote>();
  const readNoted = (): void => {
    for (const [label, number] of noted) {
      if (read.has(label)) continue;
      const blocks = readBlocks(blockPieces(footnotes.get(label)?.tokens), gathered);
      read.set(label, { label: say`${number}`, blocks });
    }
  };
  readNoted();
  for (const label of footnotes.keys()) if (!noted.has(label)) noted.set(label, noted.size + 1);
  readNoted();
  return [...read.values()];
}
