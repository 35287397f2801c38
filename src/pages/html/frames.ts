import type { Block, ListEntry } from '../../news/index.ts';
import { cleanLine, type Safe } from '../../text/index.ts';
import { attribute, type Part } from './tree.ts';

/** A place that blocks are written to: the document, an entry of a list, a quote. */
export interface Frame {
  readonly blocks: Block[];
  readonly entries: ListEntry[];
  readonly notes: { readonly label: Safe; readonly blocks: readonly Block[] }[];
}

/** The places that are open, one within the other. What is pushed goes to the innermost. */
export class Frames {
  readonly #document = fresh();
  readonly #inner: Frame[] = [];

  /** The blocks of the document. */
  get blocks(): readonly Block[] {
    return this.#document.blocks;
  }

  open(): void {
    this.#inner.push(fresh());
  }

  /** Ends the innermost place, and returns what was written to it. */
  close(): Frame {
    return this.#inner.pop() ?? this.#document;
  }

  push(block: Block): void {
    this.#last.blocks.push(block);
  }

  pushList(part: Part, { blocks, entries }: Frame): void {
    // What stands in a list outside its entries is kept before it.
    for (const block of blocks) this.push(block);
    if (entries.length === 0) return;
    const start = part.tag === 'ol' ? Number.parseInt(attribute(part, 'start') || '1', 10) : null;
    const loose = entries.some((entry) => entry.blocks.filter(({ type }) => type === 'paragraph').length > 1);
    this.push({ type: 'list', start: Number.isNaN(start) ? 1 : start, loose, entries });
  }

  pushEntry({ blocks, entries }: Frame): void {
    const all =
      entries.length > 0 ? [...blocks, { type: 'list' as const, start: null, loose: false, entries }] : blocks;
    if (all.length > 0) this.#last.entries.push({ blocks: all });
  }

  pushNotes({ blocks, notes }: Frame): void {
    for (const block of blocks) this.push(block);
    if (notes.length > 0) this.push({ type: 'footnotes', notes });
  }

  pushNote(label: string, blocks: readonly Block[]): void {
    if (blocks.length > 0) this.#last.notes.push({ label: cleanLine(label), blocks });
  }

  get #last(): Frame {
    return this.#inner.at(-1) ?? this.#document;
  }
}

function fresh(): Frame {
  return { blocks: [], entries: [], notes: [] };
}
