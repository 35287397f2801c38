import { decodeReferences } from './character-references.ts';

/** A piece of HTML: a tag, or the text between two. Comments, declarations, scripts and styles are no pieces. */
export type HtmlPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Most characters that are looked at in vain for the end of a tag, in one piece of HTML. */
const patience = 2_000_000;
/** Elements whose content nobody reads. */
const unread = /^(?:script|style|template|noscript|iframe|object|svg|math|select|textarea|head)$/;

/** Returns the pieces of some HTML in order. Takes time in proportion to its length, whatever it holds. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const found: HtmlPiece[] = [];
  let offset = 0;
  let patient = patience;
  const text = (end: number): void => {
    if (end > offset) found.push({ type: 'text', text: html.slice(offset, end) });
  };
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', Math.max(offset, start + 1))) {
    const end = markupEnd(html, start, start + patient);
    if (end < 0) {
      patient += end;
      continue;
    }
    text(start);
    offset = end;
    const piece = tagPiece(html.slice(start, end));
    if (piece) found.push(piece);
    if (piece?.type === 'open' && unread.test(piece.name)) offset = closingTag(html, piece.name, end);
  }
  text(html.length);
  return found;
}

/** Returns the tag that some markup is, or null for comments and declarations. */
export function tagPiece(markup: string): Exclude<HtmlPiece, { type: 'text' }> | null {
  const found = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([^]*)>$/.exec(markup);
  if (!found) return null;
  return { type: found[1] ? 'close' : 'open', name: found[2]!.toLowerCase(), attributes: found[3]! };
}

/** Returns the value of an attribute with its references decoded, or null when the tag has none of that name. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<>\`]+))`, 'i').exec(
    attributes,
  );
  return found ? decodeReferences(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

/** Returns where the markup ends that starts here, or, when it is text, how many characters it took to see, below 0. */
function markupEnd(html: string, start: number, last: number): number {
  const next = html[start + 1] ?? '';
  if (html.startsWith('<!--', start)) return after(html, '-->', start + 4, last);
  if (html.startsWith('<![CDATA[', start)) return -1;
  if (next === '!' || next === '?') return after(html, '>', start + 2, last);
  return /[a-zA-Z/]/.test(next) ? tagEnd(html, start + 1, last) : -1;
}

/** A comment that nobody closed is text: it would hide the rest of the article. */
function after(html: string, sign: string, from: number, last: number): number {
  const found = last > from ? html.indexOf(sign, from) : -1;
  return found < 0 ? from - html.length - 1 : found + sign.length;
}

function tagEnd(html: string, start: number, last: number): number {
  let quote = '';
  let index = start;
  for (; index < html.length && index < last; index++) {
    const character = html[index]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return index + 1;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '<') break;
  }
  return start - index - 1;
}

function closingTag(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : html.length;
}
