import type { Block, Link } from '../../news/index.ts';
import { alsoSeeLines } from '../../prose/index.ts';
import { clean, cleanLine, say } from '../../text/index.ts';
import { absolute, isOnPage } from './addresses.ts';
import { codeOf } from './code.ts';
import { creditIn } from './credits.ts';
import { figureParts, withoutCredit, type FigureParts } from './figures.ts';
import { flattened } from './flatten.ts';
import { formulaOf, type Formula } from './formulas.ts';
import { Frames } from './frames.ts';
import { findNotes, isWayBack, targetOf, type Notes } from './notes.ts';
import { altOf, isIcon, pictureAddress } from './pictures.ts';
import { isTabular, rowsOf } from './tables.ts';
import { attribute, inline, wordsOf, type Part } from './tree.ts';
import { Words } from './words.ts';

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
const mayBeFigure = new Set('figure div p span section'.split(' '));

interface Step {
  readonly part: Part;
  next: number;
  readonly leave: () => void;
}

/** Reads elements into blocks. It does not call itself for what is inside an element, but for captions and the cells of a table. */
class Scribe {
  readonly links: Link[];
  readonly #base: string | null;
  readonly #notes: Notes;
  readonly #words: Words;
  readonly #frames = new Frames();
  /** Whether a heading is open: what is in it is its words, whatever elements they stand in. */
  #heading = false;
  /** Pictures in a paragraph, which stand below it. */
  #pictures: Block[] = [];

  constructor(base: string | null, links: Link[], notes: Notes) {
    this.#base = base;
    this.#notes = notes;
    this.#words = new Words(links);
    this.links = links;
  }

  read(root: Part): void {
    const work: Step[] = [];
    this.#enter(root, work);
    for (let step = work.at(-1); step; step = work.at(-1)) {
      const child = step.part.children[step.next++];
      if (child === undefined) {
        work.pop();
        step.leave();
      } else if (typeof child === 'string') this.#words.write(child);
      else this.#enter(child, work);
    }
  }

  finish(): readonly Block[] {
    this.#flush();
    return this.#frames.root;
  }

  #enter(part: Part, work: Step[]): void {
    if (silent.has(part.tag) || isWayBack(part) || this.#readWhole(part)) return;
    work.push({ part, next: 0, leave: inline.has(part.tag) ? this.#enterInline(part) : this.#enterBlock(part) });
  }

  /** Reads an element that is more than its words. Returns whether it was one. */
  #readWhole(part: Part): boolean {
    const formula = formulaOf(part);
    if (formula) return this.#formula(formula);
    if (part.tag === 'br') return this.#break();
    if (part.tag === 'img') return this.#image(part);
    if (part.tag === 'hr') return this.#block({ type: 'rule' });
    if (part.tag === 'pre') return this.#code(part);
    if (part.tag === 'table' && isTabular(part)) return this.#table(part);
    const figure = mayBeFigure.has(part.tag) ? figureParts(part) : null;
    return figure !== null && this.#figure(figure);
  }

  #enterInline(part: Part): () => void {
    const note = this.#notes.references.get(targetOf(part) ?? '');
    if (note !== undefined) return this.#words.replace(`[${note}]`);
    if (part.tag === 'a') return this.#words.openLink(this.#addressOf(part));
    if (part.tag !== 'q') return this.#words.enter(part.tag);
    this.#words.write('“');
    return () => this.#words.write('”');
  }

  #addressOf(link: Part) {
    const href = attribute(link, 'href');
    return href === '' || isOnPage(href, this.#base) ? null : absolute(href, this.#base);
  }

  #enterBlock(part: Part): () => void {
    if (this.#heading) return this.#enterInHeading();
    this.#flush();
    const level = /^h([1-6])$/.exec(part.tag)?.[1];
    if (level) return this.#enterHeading(Number(level));
    const note = this.#notes.labels.get(part);
    if (this.#notes.holders.has(part)) return this.#inFrame(() => this.#frames.endNotes());
    if (note !== undefined) return this.#inFrame(() => this.#frames.endNote(cleanLine(note)));
    if (part.tag === 'ul' || part.tag === 'ol' || part.tag === 'menu')
      return this.#inFrame(() => this.#frames.endList(startOf(part)), true);
    if (part.tag === 'li') return this.#inFrame(() => this.#frames.endEntry());
    if (part.tag === 'blockquote') return this.#inFrame(() => this.#frames.endQuote());
    const leave = this.#words.enter(part.tag);
    return () => {
      this.#flush();
      leave();
    };
  }

  #inFrame(end: () => void, isList = false): () => void {
    this.#frames.open(isList);
    return () => {
      this.#flush();
      end();
    };
  }

  #enterHeading(level: number): () => void {
    this.#heading = true;
    return () => {
      this.#heading = false;
      const spans = this.#words.take();
      if (spans.length > 0) this.#frames.push({ type: 'heading', level, spans });
      this.#pushPictures();
    };
  }

  #enterInHeading(): () => void {
    this.#words.write(' ');
    return () => this.#words.write(' ');
  }

  #break(): true {
    if (this.#heading) this.#words.write(' ');
    else if (this.#words.break()) this.#flush();
    return true;
  }

  #block(block: Block): true {
    this.#flush();
    this.#frames.push(block);
    return true;
  }

  #code(part: Part): true {
    const { text, language } = codeOf(part);
    return /^[\d\s]*$/.test(text) || this.#block({ type: 'code', language, spans: [{ text: clean(text) }] });
  }

  #formula({ text, display }: Formula): true {
    if (display && !this.#heading)
      return this.#block({ type: 'code', language: say`tex`, spans: [{ text: clean(text) }] });
    this.#words.writeCode(text);
    return true;
  }

  #image(part: Part): true {
    const alt = altOf(part);
    if (isIcon(part)) {
      if (/^\p{Extended_Pictographic}/u.test(alt)) this.#words.write(alt);
      return true;
    }
    const address = pictureAddress(part, this.#base);
    if (address !== null) this.#pictures.push({ type: 'figure', alt, caption: [], credit: null, address });
    return true;
  }

  #figure({ image, caption, credit }: FigureParts): true {
    const address = pictureAddress(image, this.#base);
    const spans = caption ? this.#flat({ ...withoutCredit(caption, credit), tag: 'div' }) : [];
    const name = cleanLine(credit ? wordsOf(credit) : '');
    if (address === null && spans.length === 0) return true;
    return this.#block({ type: 'figure', alt: altOf(image), address, ...creditIn(spans, name) });
  }

  #table(part: Part): true {
    this.#flush();
    const { head, rows, aligns, caption } = rowsOf(part);
    if (caption) this.read(caption);
    const cells = (row: readonly Part[]) => row.map((cell) => this.#flat({ ...cell, tag: 'div' }));
    return this.#block({ type: 'table', aligns, head: cells(head), rows: rows.map(cells) });
  }

  #flat(part: Part) {
    const scribe = new Scribe(this.#base, this.links, this.#notes);
    scribe.read(part);
    return flattened(scribe.finish());
  }

  #flush(): void {
    if (this.#heading) return;
    const spans = this.#words.take();
    if (spans.some(({ text }) => /\S/.test(text)))
      for (const block of alsoSeeLines(spans, this.links) ?? [{ type: 'paragraph' as const, spans }])
        this.#frames.push(block);
    this.#pushPictures();
  }

  #pushPictures(): void {
    for (const picture of this.#pictures) this.#frames.push(picture);
    this.#pictures = [];
  }
}

/** The number that an ordered list begins with, or null when it has none. */
function startOf(list: Part): number | null {
  if (list.tag !== 'ol') return null;
  const start = Number.parseInt(attribute(list, 'start'), 10);
  return Number.isNaN(start) ? 1 : start;
}
