import type { Span } from '../news/index.ts';
import { clean, join, say, slice, type Safe } from '../text/index.ts';

export interface Style {
  readonly strong?: true;
  readonly emphasis?: true;
  readonly struck?: true;
  readonly code?: true;
  readonly link?: number;
}

export const nothing = say``;

/** Between two of these a line break in the source is no space. */
const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\uff00-\\uffef]';
const brokenUnspaced = new RegExp(`(?<=${unspaced})\\n[ \\t]*(?=${unspaced})`, 'gu');

/** Returns text from outside as it stands in a paragraph: cleaned, with line breaks as spaces, no-break spaces kept. */
export function flowing(text: string): Safe {
  const safe = clean(text);
  if (!/[\n\t\f\r]| {2}/.test(safe)) return safe;
  return clean(safe.replace(brokenUnspaced, '').replace(/[ \t\n\f\r]+/g, ' '));
}

/** Returns the words of the spans in a row, with a line break where the author asked for one. */
export function wordsOf(spans: readonly Span[]): Safe {
  if (spans.length === 1 && !spans[0]!.breaks) return spans[0]!.text;
  const parts: Safe[] = [];
  for (const span of spans) {
    parts.push(span.text);
    if (span.breaks) parts.push(newline);
  }
  return join(parts, nothing);
}
const newline = clean('\n');

/** Returns how long the words of the spans are, in UTF-16 units. */
export function lengthOf(spans: readonly Span[]): number {
  let length = 0;
  for (const span of spans) length += span.text.length + (span.breaks ? 1 : 0);
  return length;
}

/** Writes the spans of a paragraph: joins what has one style, and keeps one space where the source has several. */
export class Pen {
  #spans: Span[] = [];
  #style: Style = {};
  /** What is written in one style, to be joined once. */
  #parts: Safe[] = [];
  /** Whether a space would stand at the beginning of a line, or after another one. */
  #spaced = true;

  write(text: Safe, style: Style): void {
    const words = this.#spaced && text.startsWith(' ') ? slice(text, 1) : text;
    if (words === '') return;
    if (!sameStyle(style, this.#style)) this.#finish();
    this.#style = style;
    this.#parts.push(words);
    this.#spaced = words.endsWith(' ');
  }

  /** Ends the line here. */
  break(): void {
    this.#finish();
    const last = this.#spans.at(-1);
    if (last && !last.breaks) this.#spans[this.#spans.length - 1] = { ...withoutSpace(last), breaks: true };
    else this.#spans.push({ text: nothing, breaks: true });
    this.#spaced = true;
  }

  /** Returns what was written since the last call, without spaces and breaks at its ends. */
  take(): readonly Span[] {
    this.#finish();
    const spans = this.#spans;
    while (spans[0]?.text === '') spans.shift();
    for (let last = spans.pop(); last; last = spans.pop()) {
      const { breaks: _, ...ended } = withoutSpace(last);
      if (ended.text === '') continue;
      spans.push(ended);
      break;
    }
    this.#spans = [];
    this.#spaced = true;
    return spans;
  }

  #finish(): void {
    if (this.#parts.length > 0) this.#spans.push({ ...this.#style, text: join(this.#parts, nothing) });
    this.#parts = [];
  }
}

function withoutSpace(span: Span): Span {
  return span.text.endsWith(' ') ? { ...span, text: slice(span.text, 0, -1) } : span;
}

function sameStyle(a: Style, b: Style): boolean {
  return (
    a.link === b.link &&
    a.strong === b.strong &&
    a.emphasis === b.emphasis &&
    a.struck === b.struck &&
    a.code === b.code
  );
}
