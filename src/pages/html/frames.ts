import type { Block, ListEntry } from '../../news/index.ts';
import type { Safe } from '../../text/index.ts';

/** A place that blocks are written to: the document, a list, an entry, a quote, the footnotes. */
interface Frame {
  readonly isList: boolean;
  readonly blocks: Block[];
  readonly entries: ListEntry[];
  readonly notes: { readonly label: Safe; readonly blocks: readonly Block[] }[];
}

/** Keeps the blocks that are being written, those inside others apart until their element ends. */
export class Frames {
  readonly #open: Frame[] = [frame(false)];

  /** What stands in the document itself. */
  get root(): readonly Block[] {
    return this.#open[0]!.blocks;
  }

  push(block: Block): void {
    this.#open.at(-1)!.blocks.push(block);
  }

  open(isList = false): void {
    this.#open.push(frame(isList));
  }

  endQuote(): void {
    const { blocks } = this.#close();
    if (blocks.length > 0) this.push({ type: 'quote', blocks });
  }

  /** What stands in a list outside its entries is kept before it. */
  endList(start: number | null): void {
    const { blocks, entries } = this.#close();
    for (const block of blocks) this.push(block);
    if (entries.length === 0) return;
    const loose = entries.some((entry) => entry.blocks.filter(({ type }) => type === 'paragraph').length > 1);
    this.push({ type: 'list', start, loose, entries });
  }

  endEntry(): void {
    const { blocks } = this.#close();
    if (blocks.length > 0) this.#pushEntry({ blocks });
  }

  /** An entry that stands in no list makes one, with those next to it. */
  #pushEntry(entry: ListEntry): void {
    const { isList, entries, blocks } = this.#open.at(-1)!;
    const last = blocks.at(-1);
    if (isList) entries.push(entry);
    else if (last?.type === 'list') blocks[blocks.length - 1] = { ...last, entries: [...last.entries, entry] };
    else blocks.push({ type: 'list', start: null, loose: false, entries: [entry] });
  }

  endNotes(): void {
    const { blocks, notes } = this.#close();
    for (const block of blocks) this.push(block);
    if (notes.length > 0) this.push({ type: 'footnotes', notes });
  }

  endNote(label: Safe): void {
    const { blocks } = this.#close();
    if (blocks.length > 0) this.#open.at(-1)!.notes.push({ label, blocks });
  }

  #close(): Frame {
    return this.#open.pop() ?? frame(false);
  }
}

function frame(isList: boolean): Frame {
  return { isList, blocks: [], entries: [], notes: [] };
}
