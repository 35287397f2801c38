import type { Link, Span } from '../news/index.ts';
import { judgeAddress } from '../address/index.ts';
import { clean, cleanLine, say, type Safe } from '../text/index.ts';
import { deepestInline } from './bounds.ts';
import { decodeReferences } from './character-references.ts';
import { inlinePieces, type InlinePiece } from './lexing.ts';
import { flowing, nothing, Pen, wordsOf, type Style } from './pen.ts';
import { attribute, tagPiece } from './tags.ts';

/** What is gathered while a document is read: its links, and the numbers of its footnotes. */
export interface Gathered {
  readonly links: Link[];
  /** The numbers of footnotes by their labels, in the order in which they are referred to. */
  readonly noted: Map<string, number>;
  /** The labels of footnotes that say something. */
  readonly labels: ReadonlySet<string>;
}

/** Returns the spans that the pieces of one paragraph make. Links and references to footnotes are gathered. */
export function readInline(inline: readonly InlinePiece[], gathered: Gathered): readonly Span[] {
  const reader = new InlineReader(gathered);
  reader.pieces(inline, {});
  return reader.take();
}

/** Elements that are shown as a style. */
const styles: Readonly<Record<string, keyof Style>> = {
  b: 'strong',
  strong: 'strong',
  mark: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  del: 'struck',
  s: 'struck',
  strike: 'struck',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Reads what stands in one paragraph, from Markdown and from HTML's tags among it. */
export class InlineReader {
  readonly #gathered: Gathered;
  readonly #pen = new Pen();
  /** Elements that are open, the innermost last, each with the style of those around it. */
  #open: { readonly name: string; readonly own: Style; readonly style: Style }[] = [];
  #unread = 0;
  #written = false;

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
  }

  /** Returns the spans read since the last call; elements that are open stay open. */
  take(): readonly Span[] {
    const spans = this.#pen.take();
    const linked = Map.groupBy(spans, (span) => span.link);
    for (const [link, words] of linked) if (link !== undefined) this.#name(link, words);
    return spans;
  }

  pieces(inline: readonly InlinePiece[], style: Style): void {
    for (const piece of inline) this.#piece(piece, style);
  }

  /** Takes text as it stands in the source, with character references. */
  text(raw: string, style: Style = {}): void {
    if (this.#unread > 0) return;
    const text = flowing(decodeReferences(raw));
    const script = this.#open.findLast(({ name }) => name === 'sup' || name === 'sub');
    this.#write(script ? shifted(text, script.name) : text, style);
  }

  /** Takes one of HTML's tags; those that have no meaning for words leave them as they are. */
  tag(markup: string, style: Style = {}): void {
    const tag = tagPiece(markup);
    if (!tag) return;
    const { name, type } = tag;
    if (name === 'script' || name === 'style') this.#unread = Math.max(0, this.#unread + (type === 'open' ? 1 : -1));
    else if (name === 'br') this.#pen.break();
    else if (name === 'img' && type === 'open') this.#image(attribute(tag.attributes, 'alt') ?? '', style);
    else if (name === 'q') this.#write(type === 'open' ? say`“` : say`”`, style);
    else if (type === 'close') this.#close(name);
    else if (name === 'a') this.#anchor(attribute(tag.attributes, 'href'));
    else if (name in styles) this.#begin(name, { [styles[name]!]: true });
    else if (name === 'sup' || name === 'sub') this.#begin(name, {});
  }

  #piece(piece: InlinePiece, style: Style): void {
    switch (piece.type) {
      case 'text':
        return this.text(piece.raw, style);
      case 'escape':
        return this.#write(flowing(piece.text), style);
      case 'strong':
        return this.pieces(inlinePieces(piece.tokens), { ...style, strong: true });
      case 'em':
        return this.pieces(inlinePieces(piece.tokens), { ...style, emphasis: true });
      case 'del':
        return this.pieces(inlinePieces(piece.tokens), { ...style, struck: true });
      case 'codespan':
        return this.#write(flowing(piece.text), { ...style, code: true });
      case 'br':
        return this.#pen.break();
      case 'html':
        return this.tag(piece.raw, style);
      case 'link':
        return this.#link(piece.href, inlinePieces(piece.tokens), style, piece.autolink === true);
      case 'image':
        return this.#image(plainWords(inlinePieces(piece.tokens)), style);
      case 'wikilink':
        return this.#wikilink(piece.target, piece.label, style);
      case 'note':
        return this.#note(piece.label, piece.raw, style);
      case 'checkbox':
        return undefined;
    }
  }

  /** A link without words shows where it leads. */
  #link(href: string, words: readonly InlinePiece[], style: Style, literal: boolean): void {
    const address = cleanLine(literal ? href : decodeReferences(href));
    const inside = { ...style, link: this.#gather(address) };
    this.#written = false;
    if (literal) this.#write(flowing(words[0]?.raw ?? href), inside);
    else this.pieces(words, inside);
    if (!this.#written) this.#write(judgeAddress(address).shown, inside);
  }

  #wikilink(target: string, label: string | null, style: Style): void {
    const link = this.#gather(cleanLine(decodeReferences(target)));
    this.text((label ?? target).trim(), { ...style, link });
  }

  #anchor(href: string | null): void {
    this.#close('a');
    if (href !== null && href.trim() !== '') this.#begin('a', { link: this.#gather(cleanLine(href)) });
  }

  /** A link that leads nowhere is kept for its words: a search may find what they name. */
  #gather(written: Safe): number {
    const address = written === '' ? null : written;
    return this.#gathered.links.push({ relation: 'inline', text: nothing, address }) - 1;
  }

  /** Gives a link the words that it has; one without any shows where it leads. */
  #name(index: number, spans: readonly Span[]): void {
    const link = this.#gathered.links[index]!;
    const text = cleanLine([link.text, wordsOf(spans)].filter((words) => words !== '').join(' '));
    this.#gathered.links[index] = { ...link, text };
  }

  #image(alt: string, style: Style): void {
    const words = flowing(alt).trim();
    if (words !== '') this.#write(say`[${cleanLine(words)}]`, style);
  }

  #note(label: string, raw: string, style: Style): void {
    if (!this.#gathered.labels.has(label)) {
      this.text(raw, style);
      return;
    }
    const { noted } = this.#gathered;
    const number = noted.get(label) ?? noted.size + 1;
    noted.set(label, number);
    this.#write(say`[${number}]`, style);
  }

  #begin(name: string, own: Style): void {
    if (this.#open.length < deepestInline)
      this.#open.push({ name, own, style: { ...this.#open.at(-1)?.style, ...own } });
  }

  #close(name: string): void {
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index < 0) return;
    const inner = this.#open.splice(index).slice(1);
    for (const element of inner) this.#begin(element.name, element.own);
  }

  #write(text: Safe, style: Style): void {
    if (this.#unread > 0 || text === '') return;
    this.#written = true;
    const around = this.#open.at(-1);
    this.#pen.write(text, around ? { ...around.style, ...style } : style);
  }
}

/** Returns the words of some pieces without their markup: what an image shows where it cannot be seen. */
export function plainWords(words: readonly InlinePiece[]): Safe {
  return flowing(words.map(plainWord).join(''));
}

function plainWord(piece: InlinePiece): string {
  if ('tokens' in piece && piece.tokens) return plainWords(inlinePieces(piece.tokens));
  if (piece.type === 'escape' || piece.type === 'codespan') return piece.text;
  if (piece.type === 'wikilink') return piece.label ?? piece.target;
  if (piece.type === 'html') return '';
  return piece.type === 'br' ? ' ' : decodeReferences(piece.raw);
}

const superscripts = new Map(zip('0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'));
const subscripts = new Map(zip('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'));

/** Returns figures and signs raised or lowered where Unicode can; words ("20th") stay as they are. */
function shifted(text: Safe, name: string): Safe {
  const signs = name === 'sup' ? superscripts : subscripts;
  const characters = Array.from(text, (character) => signs.get(character));
  return characters.every((character) => character !== undefined) ? clean(characters.join('')) : text;
}

function zip(from: string, to: string): [string, string][] {
  return Array.from(from, (character, index) => [character, to[index]!]);
}
