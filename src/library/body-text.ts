import type { Block, Place, Prose, Span } from '../news/index.ts';

/**
 * Returns the words of a body for the full-text index and its snippets, a line for each piece. The words that the program
 * adds (notices) and the wording of "Also see" are not the article's.
 */
export function bodyText(prose: Prose): string {
  return prose.map(blockText).filter(Boolean).join('\n');
}

/** Returns the place of an offset into {@link bodyText}: the block it lies in, and the characters of that before it. */
export function placeIn(prose: Prose, offset: number): Place {
  let before = 0;
  for (const [block, one] of prose.entries()) {
    const { length } = blockText(one);
    if (length > 0 && offset <= before + length) return { block, offset: offset - before };
    if (length > 0) before += length + 1;
  }
  return { block: 0, offset: 0 };
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'code':
    case 'alsoSee':
      return spansText(block.spans);
    case 'list':
      return block.entries.map((entry) => bodyText(entry.blocks)).join('\n');
    case 'quote':
      return bodyText(block.blocks);
    case 'figure':
      return `${block.alt}\n${spansText(block.caption)}`;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(spansText).join('\n')).join('\n');
    case 'footnotes':
      return block.notes.map((note) => bodyText(note.blocks)).join('\n');
    case 'notice':
    case 'rule':
      return '';
  }
}

function spansText(spans: readonly Span[]): string {
  return spans.map((span) => (span.breaks ? `${span.text}\n` : span.text)).join('');
}
