import { parseHtml, sanitise, textOf, type Node } from '../markup/index.ts';
import { clean, cleanLine, type Safe } from '../text/index.ts';
import { contentOf, looksLikeHtml, wordsIn } from './content.ts';
import type { Body } from './feed.ts';
import type { Piece } from './piece.ts';

/** Characters of a title or another line; what is longer is cut, with an ellipsis. */
const longestLine = 1_000_000;

/** Returns the text of the first of the pieces that has any, on one line and without markup. */
export function firstLine(pieces: readonly Piece[]): Safe | null {
  for (const piece of pieces) {
    const line = lineOf(piece);
    if (line !== null) return line;
  }
  return null;
}

/** Returns the piece's text on one line and without markup, whatever way it was written in, or null when it has none. */
export function lineOf(piece: Piece): Safe | null {
  const { nodes, plain } = contentOf(piece);
  return oneLine(plain ? wordsIn(nodes) : textOf(nodes));
}

function oneLine(text: string): Safe | null {
  const line = cleanLine(text.length > longestLine ? `${text.slice(0, longestLine)}…` : text);
  return line === '' ? null : line;
}

/** Returns a string that may be plain text or HTML, on one line and without markup, or null when nothing is left. */
export function lineOfText(text: string): Safe | null {
  return oneLine(looksLikeHtml(text) ? textOf(parseHtml(text).nodes) : text);
}

/** Returns the piece's text as a clean tree, or null when it has none. */
export function bodyOf(piece: Piece, asHtml = false): Body | null {
  const { nodes, plain } = contentOf(piece, asHtml);
  return body(nodes, plain, piece.scope.base, piece.scope.language);
}

/** Returns text of a known kind as a clean tree, or null when there is none. */
export function bodyOfText(text: string, plain: boolean, base: string | null, language: string | null): Body | null {
  return body(plain ? [text] : parseHtml(text).nodes, plain, base, language);
}

function body(nodes: readonly Node[], plain: boolean, base: string | null, language: string | null): Body | null {
  const kept = plain
    ? nodes.map((node) => (typeof node === 'string' ? clean(node).trim() : node))
    : sanitise(nodes, base);
  if (kept.every((node) => typeof node === 'string' && node.trim() === '')) return null;
  return { nodes: kept, plain, language: languageTag(language ?? '') };
}

/** Returns a language as RFC 5646 writes it, or null when it is none. Some write it as their programs do, with `_`. */
export function languageTag(said: string): Safe | null {
  const tag = cleanLine(said.replaceAll('_', '-'));
  return /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? tag : null;
}
