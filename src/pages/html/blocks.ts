import { type Block, type Link, type ListEntry, type Span } from '../../news/index.ts';
import { alsoSeeLines, flowing, Pen, wordsOf, type Style } from '../../prose/index.ts';
import { clean, cleanLine, say, type Safe } from '../../text/index.ts';
import { absolute, isOnPage } from './addresses.ts';
import { figureParts } from './figures.ts';
import { altOf, isIcon, pictureAddress } from './pictures.ts';
import { codeOf } from './code.ts';
import { formulaOf, type Formula } from './formulas.ts';
import { findNotes, isWayBack, targetOf, type Notes } from './notes.ts';
import { isDataTable, rowsOf } from './tables.ts';
import { attribute, inline, wordsOf as textOf, type Part } from './tree.ts';

/** What is read from elements: blocks, and the links in them by their index. */
export interface Written {
  readonly body: readonly Block[];
  readonly links: readonly Link[];
}

/** Returns the blocks that the elements make, one after the other. `base` is what addresses are relative to, or null. */
export function readBlocks(parts: readonly Part[], base: string | null): Written {
  const scribe = new Scribe(base, [], findNotes(parts));
  for (const part of parts) scribe.read(part);
  return { body: scribe.finish(), links: scribe.links };
}

/** Elements that are shown as a style. */
const styles: Readonly<Record<string, Style>> = {
  b: { strong: true },
  strong: { strong: true },
  mark: { strong: true },
  i: { emphasis: true },
  em: { emphasis: true },
  cite: { emphasis: true },
  dfn: { emphasis: true },
  var: { emphasis: true },
  del: { struck: true },
  s: { struck: true },
  strike: { struck: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
};
const silent = new Set('script style template noscript svg iframe object video audio rt rp'.split(' '));
const nothing = say``;

/** A place that blocks are written to: the document, an entry of a list, a quote. */
interface Frame {
  readonly blocks: Block[];
  readonly entries: ListEntry[];
  readonly notes: { readonly label: Safe; readonly blocks: readonly Block[] }[];
}

interface Step {
  readonly part: Part;
  next: number;
  readonly leave: (() => void) | null;
}

/** Reads elements into blocks. It does not call itself for what is inside an element, but for the cells of a table. */
class Scribe {
  readonly links: Link[];
  readonly #base: string | null;
  readonly #notes: Notes;
  readonly #frames: Frame[] = [{ blocks: [], entries: [], notes: [] }];
  readonly #pen = new Pen();
  #style: Style = {};
  /** The address of the link that is open, until the first word of it makes it one. */
  #address: Safe | null = null;
  #breaks = 0;
  /** How many elements are open whose words were written otherwise. */
  #mute = 0;
  #heading = false;
  #figures: Block[] = [];

  constructor(base: string | null, links: Link[], notes: Notes) {
    this.#base = base;
    this.#notes = notes;
    this.links = links;
  }

  read(root: Part): void {
    const work: Step[] = [];
    const first = this.#enter(root);
    if (first) work.push(first);
    for (let step = work.at(-1); step; step = work.at(-1)) {
      const child = step.part.children[step.next++];
      if (child === undefined) {
        work.pop();
        step.leave?.();
      } else if (typeof child === 'string') this.#text(child);
      else {
        const inner = this.#enter(child);
        if (inner) work.push(inner);
      }
    }
  }

  finish(): readonly Block[] {
    this.#flush();
    return this.#frames[0]!.blocks;
  }

  /** Returns the step into the element, or null when nothing of it is left to read. */
  #enter(part: Part): Step | null {
    const { tag } = part;
    if (silent.has(tag)) return null;
    if (isWayBack(part)) return null;
    const formula = formulaOf(part);
    if (formula) return this.#formula(formula);
    if (tag === 'br') return this.#break();
    if (tag === 'img') return this.#image(part);
    if (tag === 'hr') return this.#rule();
    if (tag === 'pre') return this.#code(part);
    if (tag === 'table' && isDataTable(part)) return this.#table(part);
    if (tag === 'figure' || mayBeFigure.has(tag)) {
      const figure = figureParts(part);
      if (figure) return this.#figure(part);
    }
    return { part, next: 0, leave: inline.has(tag) ? this.#enterInline(part) : this.#enterBlock(part) };
  }

  #enterInline(part: Part): (() => void) | null {
    const before = this.#style;
    const address = this.#address;
    const label = this.#notes.references.get(targetOf(part) ?? '');
    if (label !== undefined) return this.#refer(label);
    if (part.tag === 'a') this.#openLink(part);
    else if (part.tag === 'q') this.#text('“');
    const style = styles[part.tag];
    if (style) this.#style = { ...this.#style, ...style };
    return () => {
      if (part.tag === 'q') this.#text('”');
      if (part.tag === 'a') {
        this.#address = address;
        const { link: _, ...rest } = this.#style;
        this.#style = before.link === undefined ? rest : before;
      } else this.#style = this.#style.link === before.link ? before : { ...before, link: this.#style.link! };
    };
  }

  #refer(label: string): () => void {
    this.#text(`[${label}]`);
    this.#mute++;
    return () => this.#mute--;
  }

  #openLink(part: Part): void {
    const href = attribute(part, 'href');
    const { link: _, ...rest } = this.#style;
    this.#style = rest;
    this.#address = href === '' || isOnPage(href, this.#base) ? null : absolute(href, this.#base);
  }

  #enterBlock(part: Part): () => void {
    const { tag } = part;
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (this.#heading) {
      this.#text(' ');
      return () => this.#text(' ');
    }
    this.#flush();
    if (this.#notes.holders.has(part)) return this.#open((frame) => this.#endNotes(frame));
    const label = this.#notes.labels.get(part);
    if (label !== undefined) return this.#open(({ blocks }) => this.#endNote(label, blocks));
    if (level) {
      this.#heading = true;
      return () => this.#endHeading(Number(level));
    }
    switch (tag) {
      case 'ul':
      case 'ol':
      case 'menu':
        return this.#open((frame) => this.#endList(part, frame));
      case 'li':
        return this.#open((frame) => this.#endEntry(frame));
      case 'blockquote':
        return this.#open(({ blocks }) => blocks.length > 0 && this.#push({ type: 'quote', blocks }));
      case 'dt':
      case 'caption':
      case 'th':
        this.#style = { ...this.#style, strong: true };
        return () => {
          this.#flush();
          const { strong: _, ...rest } = this.#style;
          this.#style = rest;
        };
      default:
        return () => this.#flush();
    }
  }

  #open(end: (frame: Frame) => void): () => void {
    this.#frames.push({ blocks: [], entries: [], notes: [] });
    return () => {
      this.#flush();
      end(this.#frames.pop()!);
    };
  }

  #endList(part: Part, { blocks, entries }: Frame): void {
    // What stands in a list outside its entries is kept before it.
    for (const block of blocks) this.#push(block);
    if (entries.length === 0) return;
    const start = part.tag === 'ol' ? Number.parseInt(attribute(part, 'start') || '1', 10) : null;
    const loose = entries.some((entry) => entry.blocks.filter(({ type }) => type === 'paragraph').length > 1);
    this.#push({ type: 'list', start: Number.isNaN(start) ? 1 : start, loose, entries });
  }

  #endEntry({ blocks, entries }: Frame): void {
    const all = entries.length > 0 ? [...blocks, { type: 'list' as const, start: null, loose: false, entries }] : blocks;
    if (all.length === 0) return;
    this.#frames.at(-1)!.entries.push({ blocks: all });
  }

  #endNotes({ blocks, notes }: Frame): void {
    for (const block of blocks) this.#push(block);
    if (notes.length > 0) this.#push({ type: 'footnotes', notes });
  }

  #endNote(label: string, blocks: readonly Block[]): void {
    if (blocks.length > 0) this.#frames.at(-1)!.notes.push({ label: cleanLine(label), blocks });
  }

  #endHeading(level: number): void {
    this.#heading = false;
    const spans = this.#take();
    if (spans.length > 0) this.#push({ type: 'heading', level, spans });
    this.#pushFigures();
  }

  #push(block: Block): void {
    const frame = this.#frames.at(-1)!;
    frame.blocks.push(block);
  }

  #text(words: string): void {
    const safe = flowing(words);
    if (safe === '' || this.#mute > 0) return;
    if (safe.trim() !== '') {
      this.#breaks = 0;
      if (this.#address !== null) this.#startLink(this.#address);
    }
    this.#pen.write(safe, this.#style);
  }

  #startLink(address: Safe): void {
    this.#address = null;
    this.#style = { ...this.#style, link: this.links.push({ relation: 'inline', text: nothing, address }) - 1 };
  }

  /** Two breaks in a row end a paragraph. */
  #break(): null {
    this.#breaks++;
    if (this.#heading) this.#text(' ');
    else if (this.#breaks >= 2) this.#flush();
    else this.#pen.break();
    return null;
  }

  #rule(): null {
    this.#flush();
    this.#push({ type: 'rule' });
    return null;
  }

  #code(part: Part): null {
    this.#flush();
    const { text, language } = codeOf(part);
    if (text.trim() !== '' && !/^[\d\s]+$/.test(text)) this.#push({ type: 'code', language, spans: [{ text: clean(text) }] });
    return null;
  }

  #formula({ text, display }: Formula): null {
    if (text === '') return null;
    if (!display || this.#heading) {
      const before = this.#style;
      this.#style = { ...before, code: true };
      this.#text(text);
      this.#style = before;
      return null;
    }
    this.#flush();
    this.#push({ type: 'code', language: say`tex`, spans: [{ text: clean(text) }] });
    return null;
  }

  #image(part: Part): null {
    if (isIcon(part)) {
      const alt = altOf(part);
      if (/^\p{Extended_Pictographic}/u.test(alt)) this.#text(alt);
      return null;
    }
    const address = pictureAddress(part, this.#base);
    if (address === null) return null;
    this.#figures.push({ type: 'figure', alt: altOf(part), caption: [], credit: null, address });
    return null;
  }

  #figure(part: Part): null {
    this.#flush();
    const { image, caption, credit } = figureParts(part)!;
    const address = pictureAddress(image, this.#base);
    const scribe = new Scribe(this.#base, this.links, this.#notes);
    const words = caption ?? null;
    if (words) scribe.read({ ...words, tag: 'span' });
    const spans = flattened(scribe.finish());
    const name = credit ? cleanLine(textOf(credit)) : nothing;
    if (address === null && spans.length === 0) return null;
    this.#push({ type: 'figure', alt: altOf(image), caption: spans, credit: name === '' ? null : name, address });
    return null;
  }

  #table(part: Part): null {
    this.#flush();
    const { head, rows, aligns, caption } = rowsOf(part);
    if (caption) {
      this.#style = { ...this.#style, strong: true };
      this.read(caption);
      this.#flush();
      const { strong: _, ...rest } = this.#style;
      this.#style = rest;
    }
    const cell = (from: Part): readonly Span[] => {
      const scribe = new Scribe(this.#base, this.links, this.#notes);
      scribe.read({ ...from, tag: 'div' });
      return flattened(scribe.finish());
    };
    this.#push({ type: 'table', aligns, head: head.map(cell), rows: rows.map((row) => row.map(cell)) });
    return null;
  }

  #take(): readonly Span[] {
    this.#breaks = 0;
    // A link that goes on into the next block is one link.
    const spans = this.#pen.take();
    for (const [index, words] of Map.groupBy(spans, ({ link }) => link)) {
      if (index === undefined) continue;
      const link = this.links[index]!;
      this.links[index] = { ...link, text: cleanLine(`${link.text} ${wordsOf(words)}`) };
    }
    return spans;
  }

  #flush(): void {
    if (this.#heading) return;
    const spans = this.#take();
    if (spans.length > 0 && spans.some(({ text }) => /\S/.test(text)))
      for (const block of alsoSeeLines(spans, this.links) ?? [{ type: 'paragraph' as const, spans }]) this.#push(block);
    this.#pushFigures();
  }

  #pushFigures(): void {
    for (const figure of this.#figures) this.#push(figure);
    this.#figures = [];
  }
}

const mayBeFigure = new Set('div p span section'.split(' '));

/** Returns the words of blocks in one row of spans, each block on a line of its own. */
function flattened(blocks: readonly Block[]): readonly Span[] {
  const lines = blocks.flatMap(linesOf);
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
    default:
      return [];
  }
}
