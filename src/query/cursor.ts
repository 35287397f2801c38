import type { Safe } from '../text/index.ts';
import type { Instant, Sort } from '../news/index.ts';

/** When and where a query is read: days and ages count from here. */
export interface When {
  readonly now: Instant;
  /** IANA name of the reader's time zone; UTC when it is not said. */
  readonly zone?: string;
  /** Whether it is being typed: the last word may go on, and what is still open at the end is no mistake yet. */
  readonly typing?: boolean;
  /** Letters that a word has at least before it is taken for the beginning of others, while it is typed. */
  readonly beginning?: number;
}

/** Where in the text something else was expected, in UTF-16 units, and what. */
export interface Mistake {
  readonly at: number;
  readonly length: number;
  readonly expected: Safe;
}

/** How far a text was read from left to right, and what was met on the way. Nothing is read after the first mistake. */
export class Cursor {
  readonly text: string;
  readonly when: When;
  at = 0;
  /** Conditions read, and how many brackets and negations are open. */
  terms = 0;
  depth = 0;
  sort: Sort | null = null;
  mistake: Mistake | null = null;

  constructor(text: string, when: When) {
    this.text = text;
    this.when = when;
  }

  /** Notes what was expected at a place. */
  expect(at: number, length: number, expected: Safe): null {
    this.mistake ??= { at, length: Math.max(1, length), expected };
    this.at = this.text.length;
    return null;
  }

  skip(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  /** Whether nothing follows, within these brackets. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length || this.text[this.at] === ')';
  }

  /** Whether what was read last goes on to the very end of a text that is being typed. */
  get isOpen(): boolean {
    return this.when.typing === true && this.at >= this.text.length;
  }

  isNext(word: string): boolean {
    return this.text.startsWith(word, this.at) && /[\s()"]|^$/.test(this.text[this.at + word.length] ?? '');
  }

  takes(word: string): boolean {
    const found = this.isNext(word);
    if (found) this.at += word.length;
    return found;
  }
}
