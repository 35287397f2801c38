import { cleanLine, type Safe } from '../text/index.ts';
import type { Block, Prose, Span } from '../news/index.ts';

/** Obsidian's rule: letters, digits, `_`, `-` and `/`, at least one of them no digit. */
const tag = /(?:^|[\s(])#([\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu;
const most = 50;

/** Returns the tags that stand in the text as `#tag`, outside of code and links. */
export function tagsIn(prose: Prose): readonly Safe[] {
  const found: Safe[] = [];
  for (const { text } of spansOf(prose)) {
    if (!text.includes('#')) continue;
    for (const [, word] of text.matchAll(tag)) {
      if (word && /\p{L}/u.test(word)) found.push(cleanLine(word));
      if (found.length >= most) return found;
    }
  }
  return found;
}

function* spansOf(prose: Prose): Generator<Span> {
  for (const block of prose) {
    for (const span of spansIn(block)) if (!span.code && span.link === undefined) yield span;
    if (block.type === 'quote') yield* spansOf(block.blocks);
    if (block.type === 'list') for (const { blocks } of block.entries) yield* spansOf(blocks);
  }
}

function spansIn(block: Block): readonly Span[] {
  return block.type === 'paragraph' || block.type === 'heading' ? block.spans : [];
}
