import type { Lexer, MarkedExtension, Token } from 'marked';

/** The text of a footnote, `[^label]: …`. */
export interface FootnoteToken {
  readonly type: 'footnote';
  readonly raw: string;
  readonly label: string;
  readonly tokens: Token[];
}

/** A reference to a footnote, `[^label]`. */
export interface NoteToken {
  readonly type: 'note';
  readonly raw: string;
  readonly label: string;
}

/** `[[target]]`, `[[target|label]]` and, embedded, `![[target]]`. */
export interface WikilinkToken {
  readonly type: 'wikilink';
  readonly raw: string;
  readonly target: string;
  readonly label: string | null;
  readonly embedded: boolean;
}

/** What the lexer that these extensions run in keeps: what footnotes say, by label. */
export interface Footnotes {
  readonly footnotes: Map<string, FootnoteToken>;
}

/** The Markdown that marked does not know: footnotes and wikilinks. */
export const extensions: NonNullable<MarkedExtension['extensions']> = [
  {
    name: 'footnote',
    level: 'block',
    start: footnoteAhead,
    tokenizer(src) {
      const found = footnote(src);
      if (!found) return undefined;
      const { label, raw, text } = found;
      const token: FootnoteToken = { type: 'footnote', raw, label, tokens: this.lexer.blockTokens(text, []) };
      const { footnotes } = this.lexer as Lexer & Footnotes;
      if (!footnotes.has(label)) footnotes.set(label, token);
      return token;
    },
  },
  { name: 'note', level: 'inline', tokenizer: note },
  { name: 'wikilink', level: 'inline', tokenizer: wikilink },
];

const footnoteStart = /^ {0,3}\[\^([^\]\s[]{1,100})\]:[ \t]*/;
/** Starts of blocks that end a footnote when they stand at the margin. */
const blockStart = /^ {0,3}(?:[#>|`~<]|[-*+] |\d{1,9}[.)] |$)/;
/** How far ahead a footnote is looked for that follows a paragraph without a blank line. */
const ahead = 4000;

/** The first line, what continues its paragraph, and what is indented below it. */
function footnote(src: string): { readonly raw: string; readonly label: string; readonly text: string } | undefined {
  const start = footnoteStart.exec(src);
  if (!start) return undefined;
  let end = lineEnd(src, 0);
  let blank = false;
  const lines = [src.slice(start[0].length, end)];
  while (end < src.length) {
    const next = lineEnd(src, end);
    const line = src.slice(end, next);
    const empty = line.trim() === '';
    const indented = /^(?: {2}|\t)/.test(line);
    if (!empty && !indented && (blank || blockStart.test(line) || footnoteStart.test(line))) break;
    lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
    blank = empty;
    end = next;
  }
  return { raw: src.slice(0, end), label: start[1]!, text: lines.join('') };
}

function footnoteAhead(src: string): number | undefined {
  const near = src.slice(0, ahead);
  if (!near.includes('[^')) return undefined;
  const blank = near.indexOf('\n\n');
  const found = /\n {0,3}\[\^[^\]\s[]{1,100}\]:/.exec(blank < 0 ? near : near.slice(0, blank));
  return found ? found.index + 1 : undefined;
}

function lineEnd(src: string, from: number): number {
  const newline = src.indexOf('\n', from);
  return newline < 0 ? src.length : newline + 1;
}

function note(src: string): NoteToken | undefined {
  const found = /^\[\^([^\]\s[]{1,100})\]/.exec(src);
  return found ? { type: 'note', raw: found[0], label: found[1]! } : undefined;
}

function wikilink(src: string): WikilinkToken | undefined {
  const found = /^(!?)\[\[([^[\]|\n]{1,400})(?:\|([^[\]\n]{1,400}))?\]\]/.exec(src);
  if (!found || found[2]!.trim() === '') return undefined;
  return { type: 'wikilink', raw: found[0], target: found[2]!, label: found[3] ?? null, embedded: found[1] === '!' };
}
