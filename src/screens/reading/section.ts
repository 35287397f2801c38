import type { Safe } from '../../text/index.ts';
import type { Block, Span } from '../../news/index.ts';

/** What a line of the page belongs to: the article's own body, or what stands around it. */
export type Part = 'title' | 'facts' | 'body' | 'section' | 'foot' | 'note';

/** A block of the page, and what it belongs to. */
export interface Section {
  readonly part: Part;
  readonly block: Block;
}

/** Returns a note of the program, set apart from what the article says. */
export function noteSection(text: Safe): Section {
  return { part: 'note', block: paragraphOf([{ text }]) };
}

export function paragraphOf(spans: readonly Span[]): Block {
  return { type: 'paragraph', spans };
}
