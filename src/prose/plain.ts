import type { Block, Prose } from '../news/index.ts';
import { clean, join, say, type Safe } from '../text/index.ts';
import { wordsOf } from './pen.ts';

const newline = clean('\n');
const between = clean('\n\n');

/** Returns what the prose says without any style: for full-text search, and for showing it where nothing can be drawn. */
export function plainText(prose: Prose): string {
  return prose
    .map(blockText)
    .filter((text) => text !== '')
    .join(between);
}

/** Returns the text of one block: its leaves in order, a line break between two. A place's offset counts in it. */
function blockText(block: Block): Safe {
  return join(leaves(block), newline);
}

function leaves(block: Block): readonly Safe[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return [wordsOf(block.spans)];
    case 'list':
      return block.entries.flatMap((entry) => entry.blocks.flatMap(leaves));
    case 'quote':
      return block.blocks.flatMap(leaves);
    case 'figure':
      return [block.alt, wordsOf(block.caption), block.credit ?? nothing].filter((text) => text !== '');
    case 'table':
      return [block.head, ...block.rows].flat().map(wordsOf);
    case 'alsoSee':
      return [say`${block.wording}: ${wordsOf(block.spans)}`];
    case 'footnotes':
      return block.notes.flatMap((note) => note.blocks.flatMap(leaves));
    case 'notice':
      return [block.text];
    case 'rule':
      return [];
  }
}
const nothing = say``;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const word = /[\p{L}\p{N}]/u;

/** Returns how many words the prose has. Of scripts without spaces, two characters count as a word, rounded up. */
export function wordCount(prose: Prose): number {
  const text = plainText(prose);
  const characters = text.match(unspaced)?.length ?? 0;
  const rest = characters > 0 ? text.replace(unspaced, ' ') : text;
  return Math.ceil(characters / 2) + rest.split(/\s+/).filter((part) => word.test(part)).length;
}
