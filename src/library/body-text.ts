import type { Block, Prose, Span } from '../news/index.ts';

/**
 * Returns the words of a body for the full-text index and its snippets, a line for each piece. The words that the program
 * adds (notices) and the wording of "Also see" are not the article's.
 */
export function bodyText(prose: Prose): string {
  return prose.map(blockText).filter(Boolean).join('\n');
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
