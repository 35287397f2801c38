import type { Link, Span } from '../../news/index.ts';
import { flowing, Pen, wordsOf, type Style } from '../../prose/index.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';

/** Elements that are shown as a style. */
const styles: Readonly<Record<string, Style>> = {
  b: { strong: true },
  strong: { strong: true },
  mark: { strong: true },
  dt: { strong: true },
  th: { strong: true },
  caption: { strong: true },
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

/** Writes the words of a page with the styles and links of the elements that they stand in. */
export class Words {
  readonly links: Link[];
  readonly #pen = new Pen();
  #style: Style = {};
  /** The address of the link that is open, until the first word of it makes it one. */
  #address: Safe | null = null;
  #breaks = 0;
  /** How many elements are open whose words were written otherwise. */
  #silenced = 0;

  constructor(links: Link[]) {
    this.links = links;
  }

  write(text: string): void {
    const words = flowing(text);
    if (words === '' || this.#silenced > 0) return;
    if (words.trim() !== '') {
      this.#breaks = 0;
      if (this.#address !== null) this.#startLink(this.#address);
    }
    this.#pen.write(words, this.#style);
  }

  writeCode(text: string): void {
    const leave = this.enter('code');
    this.write(text);
    leave();
  }

  /** Ends the line. Returns whether it is the second break in a row, which ends a paragraph. */
  break(): boolean {
    this.#pen.break();
    return ++this.#breaks >= 2;
  }

  /** Takes the style of an element. Returns what ends it. */
  enter(tag: string): () => void {
    const before = this.#style;
    this.#style = { ...before, ...styles[tag] };
    return () => {
      const { link } = this.#style;
      this.#style = link === undefined || link === before.link ? before : { ...before, link };
    };
  }

  /** Opens a link; null is an address that nobody can follow. Returns what ends it. */
  openLink(address: Safe | null): () => void {
    const [style, outer] = [this.#style, this.#address];
    this.#style = withoutLink(style);
    this.#address = address;
    return () => {
      this.#style = style;
      this.#address = outer;
    };
  }

  /** Writes other words for those of an element. Returns what ends it. */
  replace(text: string): () => void {
    this.write(text);
    this.#silenced++;
    return () => this.#silenced--;
  }

  /** Returns what was written since the last call, and names the links in it: a link may go on over several paragraphs. */
  take(): readonly Span[] {
    this.#breaks = 0;
    const spans = this.#pen.take();
    for (const [index, words] of Map.groupBy(spans, ({ link }) => link)) {
      if (index === undefined) continue;
      const link = this.links[index]!;
      this.links[index] = { ...link, text: cleanLine(`${link.text} ${wordsOf(words)}`) };
    }
    return spans;
  }

  #startLink(address: Safe): void {
    this.#address = null;
    this.#style = { ...this.#style, link: this.links.push({ relation: 'inline', text: say``, address }) - 1 };
  }
}

function withoutLink(style: Style): Style {
  const { link: _, ...rest } = style;
  return rest;
}
