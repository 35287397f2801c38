import type { Block, Link } from '../news/index.ts';
import { clean, cleanLine } from '../text/index.ts';
import { alsoSeeLines } from './also-see.ts';
import { decodeReferences } from './character-references.ts';
import { InlineReader, type Gathered } from './inline.ts';
import { attribute, htmlPieces, type HtmlPiece } from './tags.ts';

/** Elements at whose edges a paragraph ends. */
const breaking = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** Returns what a block of HTML says, without its tags: paragraphs, headings, verbatim text, rules and figures. */
export function readHtml(html: string, gathered: Gathered): readonly Block[] {
  const reader = new HtmlReader(gathered);
  for (const piece of htmlPieces(html)) reader.piece(piece);
  return reader.finish();
}

class HtmlReader {
  readonly #blocks: Block[] = [];
  readonly #words: InlineReader;
  readonly #links: Link[];
  /** Text between <pre> and </pre>, or null outside. */
  #verbatim: string | null = null;
  #heading = 0;

  constructor(gathered: Gathered) {
    this.#words = new InlineReader(gathered);
    this.#links = gathered.links;
  }

  piece(piece: HtmlPiece): void {
    if (this.#verbatim !== null && !(piece.type === 'close' && piece.name === 'pre')) {
      if (piece.type === 'text') this.#verbatim += decodeReferences(piece.text);
      else if (piece.name === 'br') this.#verbatim += '\n';
      return;
    }
    if (piece.type === 'text') this.#words.text(piece.text);
    else if (breaking.has(piece.name)) this.#turn(piece.type, piece.name);
    else if (piece.name === 'img' && piece.type === 'open') this.#figure(piece.attributes);
    else if (piece.name === 'td' || piece.name === 'th') this.#words.text(' ');
    else this.#words.tag(`<${piece.type === 'close' ? '/' : ''}${piece.name}${piece.attributes}>`);
  }

  finish(): readonly Block[] {
    if (this.#verbatim !== null) this.#turn('close', 'pre');
    this.#paragraph();
    return this.#blocks;
  }

  #turn(type: 'open' | 'close', name: string): void {
    const caption = type === 'close' && name === 'figcaption';
    if (!caption || !this.#caption()) this.#paragraph();
    const opens = type === 'open';
    if (name === 'hr' && opens) this.#blocks.push({ type: 'rule' });
    else if (name === 'pre' && opens) this.#verbatim = '';
    else if (name === 'pre' && this.#verbatim !== null) this.#code();
    this.#heading = opens && /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
  }

  #paragraph(): void {
    const spans = this.#words.take();
    if (spans.length === 0) return;
    if (this.#heading > 0) this.#blocks.push({ type: 'heading', level: this.#heading, spans });
    else this.#blocks.push(...(alsoSeeLines(spans, this.#links) ?? [{ type: 'paragraph' as const, spans }]));
  }

  /** Gives the words so far to the figure before them; false when there is none. */
  #caption(): boolean {
    const figure = this.#blocks.at(-1);
    if (figure?.type !== 'figure') return false;
    this.#blocks[this.#blocks.length - 1] = { ...figure, caption: this.#words.take() };
    return true;
  }

  #code(): void {
    const text = clean((this.#verbatim ?? '').replace(/^\n|\n$/g, ''));
    this.#verbatim = null;
    if (text !== '') this.#blocks.push({ type: 'code', language: null, spans: [{ text }] });
  }

  #figure(attributes: string): void {
    const address = cleanLine(attribute(attributes, 'src') ?? '');
    if (address === '') return;
    this.#paragraph();
    const title = attribute(attributes, 'title');
    const caption = title === null || title.trim() === '' ? [] : [{ text: cleanLine(title) }];
    this.#blocks.push({
      type: 'figure',
      alt: cleanLine(attribute(attributes, 'alt') ?? ''),
      caption,
      credit: null,
      address,
    });
  }
}
