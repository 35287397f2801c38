import { Readable } from 'node:stream';

/** What the terminal says beside keys. */
export interface Reports {
  readonly mouse: (report: {
    readonly button: number;
    readonly column: number;
    readonly row: number;
    readonly isDown: boolean;
  }) => void;
  readonly pasted: (text: string) => void;
  /** The background was changed to a dark or a light one. */
  readonly background: (isDark: boolean) => void;
  /** The terminal is gone. */
  readonly gone: () => void;
}

const pasteStart = '\x1b[200~';
const pasteEnd = '\x1b[201~';
/** Whole sequences, then single characters; an escape with nothing after it may be the beginning of more. */
const token = /\x1b\[200~|\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1bO[0-9;]*[A-Za-z]|\x1b[^\x1b[O]|\x1b\x1b|[^\x1b]|\x1b/gu;
const unfinished = /\x1b(?:\[[0-9;:<=>?]*[ -/]*|O[0-9;]*)?$/;
/** Milliseconds after which an unfinished sequence is taken for what it is: the Esc key, or rubbish. */
const patience = 25;
/** Longest paste that is taken, in characters. */
const longestPaste = 100_000;

/**
 * Keys one by one, in front of Ink: Ink takes a chunk of input as one key, so that keys which arrive together, as over a
 * slow line, would be lost. Mouse, paste and other reports are taken out on the way.
 */
export class KeyStream extends Readable {
  readonly isTTY = true;
  #input: NodeJS.ReadStream;
  #reports: Reports;
  #held = '';
  #paste: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(input: NodeJS.ReadStream, reports: Reports) {
    super({ objectMode: true, read: () => {} });
    this.#input = input;
    this.#reports = reports;
    input.setEncoding('utf8');
    input.on('data', (chunk) => this.#take(String(chunk)));
    input.on('end', () => this.#finish());
    input.on('error', reports.gone);
  }

  setRawMode(isRaw: boolean): this {
    this.#input.setRawMode(isRaw);
    return this;
  }

  /** Chunks are strings already. */
  override setEncoding(): this {
    return this;
  }

  ref(): this {
    this.#input.ref();
    return this;
  }

  unref(): this {
    this.#input.unref();
    return this;
  }

  #take(chunk: string): void {
    clearTimeout(this.#timer);
    const text = this.#held + chunk;
    this.#held = this.#paste === null ? (unfinished.exec(text)?.[0] ?? '') : '';
    this.#split(text.slice(0, text.length - this.#held.length));
    if (this.#held === '') return;
    this.#timer = setTimeout(() => this.#release(), patience);
  }

  #release(): void {
    clearTimeout(this.#timer);
    if (this.#held !== '') this.push(this.#held);
    this.#held = '';
  }

  #finish(): void {
    this.#release();
    this.push(null);
    this.#reports.gone();
  }

  #split(text: string): void {
    let rest = text;
    while (rest !== '') {
      if (this.#paste !== null) {
        rest = this.#pasting(rest);
        continue;
      }
      const start = rest.indexOf(pasteStart);
      for (const [found] of (start === -1 ? rest : rest.slice(0, start)).matchAll(token)) this.#one(found);
      if (start === -1) return;
      this.#paste = '';
      rest = rest.slice(start + pasteStart.length);
    }
  }

  #pasting(text: string): string {
    const whole = this.#paste + text;
    const end = whole.indexOf(pasteEnd);
    if (end === -1 && whole.length < longestPaste) {
      this.#paste = whole;
      return '';
    }
    this.#paste = null;
    this.#reports.pasted(whole.slice(0, end === -1 ? longestPaste : end));
    return end === -1 ? '' : whole.slice(end + pasteEnd.length);
  }

  #one(found: string): void {
    const mouse = /^\x1b\[<(\d+);(\d+);(\d+)([Mm])$/.exec(found);
    const scheme = /^\x1b\[\?997;([12])n$/.exec(found);
    if (mouse)
      this.#reports.mouse({
        button: Number(mouse[1]),
        column: Number(mouse[2]) - 1,
        row: Number(mouse[3]) - 1,
        isDown: mouse[4] === 'M',
      });
    else if (scheme) this.#reports.background(scheme[1] === '1');
    // Other reports are answers to questions that were not asked.
    else if (!found.startsWith('\x1b[?')) this.push(found);
  }
}
