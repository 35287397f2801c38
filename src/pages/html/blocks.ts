import type { Block, Link, Span } from '../../news/index.ts';
import { alsoSeeLines, flowing, Pen, wordsOf, type Style } from '../../prose/index.ts';
import { clean, cleanLine, say, type Safe } from '../../text/index.ts';
import { absolute, isOnPage } from './addresses.ts';
import { figureParts } from './figures.ts';
import { altOf, isIcon, pictureAddress } from './pictures.ts';
import { codeOf } from './code.ts';
import { flattened } from './flatten.ts';
import { formulaOf, type Formula } from './formulas.ts';
import { Frames, type Frame } from './frames.ts';
import { findNotes, isWayBack, targetOf, type Notes } from './notes.ts';
import { styles } from './styles.ts';
import { isTabular, rowsOf } from './tables.ts';
import { attribute, inline, wordsOf as textOf, type Part } from './tree.ts';
import { walk, type Step } from './walk.ts';

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

const silent = new Set('script style template noscript svg iframe object video audio rt rp'.split(' '));
const nothing = say``;

/** Reads elements into blocks. It does not call itself for what is inside an element, but for the cells of a table. */
class Scribe {
  readonly links: Link[];
  readonly #base: string | null;
  readonly #notes: Notes;
  readonly #frames = new Frames();
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
    walk(
      root,
      (part) => this.#enter(part),
      (words) => this.#text(words),
    );
  }

  finish(): readonly Block[] {
    this.#flush();
    return this.#frames.blocks;
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
    if (tag === 'table' && isTabular(part)) return this.#table(part);
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
    if (this.#notes.holders.has(part)) return this.#open((frame) => this.#frames.pushNotes(frame));
    const label = this.#notes.labels.get(part);
    if (label !== undefined) return this.#open(({ blocks }) => this.#frames.pushNote(label, blocks));
    if (level) {
      this.#heading = true;
      return () => this.#endHeading(Number(level));
    }
    switch (tag) {
      case 'ul':
      case 'ol':
      case 'menu':
        return this.#open((frame) => this.#frames.pushList(part, frame));
      case 'li':
        return this.#open((frame) => this.#frames.pushEntry(frame));
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
    this.#frames.open();
    return () => {
      this.#flush();
      end(this.#frames.close());
    };
  }

  #endHeading(level: number): void {
    this.#heading = false;
    const spans = this.#take();
    if (spans.length > 0) this.#push({ type: 'heading', level, spans });
    this.#pushFigures();
  }

  #push(block: Block): void {
    this.#frames.push(block);
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
    if (text.trim() !== '' && !/^[\d\s]+$/.test(text))
      this.#push({ type: 'code', language, spans: [{ text: clean(text) }] });
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
    if (spans.some(({ text }) => /\S/.test(text)))
      for (const block of alsoSeeLines(spans, this.links) ?? [{ type: 'paragraph' as const, spans }]) this.#push(block);
    this.#pushFigures();
  }

  #pushFigures(): void {
    for (const figure of this.#figures) this.#push(figure);
    this.#figures = [];
  }
}

const mayBeFigure = new Set('div p span section'.split(' '));
