import type { Block, Span } from '../../news/index.ts';

/** Returns the words of blocks in one row of spans, each block on a line of its own: for cells and captions. */
export function flattened(blocks: readonly Block[]): readonly Span[] {
  const lines = blocks.flatMap(linesOf).filter((spans) => spans.length > 0);
  return lines.flatMap((spans, index) => {
    const last = spans.at(-1);
    return last && index < lines.length - 1 ? [...spans.slice(0, -1), { ...last, breaks: true as const }] : spans;
  });
}

function linesOf(block: Block): readonly (readonly Span[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'code':
    case 'alsoSee':
      return [block.spans];
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'list':
      return block.entries.flatMap((entry) => entry.blocks.flatMap(linesOf));
    case 'table':
      return [block.head, ...block.rows].map((row) => row.flat());
    case 'figure':
    case 'footnotes':
    case 'notice':
    case 'rule':
      return [];
  }
}
