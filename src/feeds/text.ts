import { htmlElements, mendTwice, parseHtml, sanitise, textOf, type Node } from '../markup/index.ts';
import { clean, cleanLine, type Safe } from '../text/index.ts';
import type { Body } from './feed.ts';
import type { Piece } from './piece.ts';

const tag = /<\/?([a-z][a-z0-9]*)(?:[\s/][^<>]*)?>/gi;
const reference = /&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/i;
const base64 = /^[A-Za-z0-9+/=\s]+$/;

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
  const { nodes, plain } = content(piece);
  const line = cleanLine(plain ? nodes.join('') : textOf(nodes));
  return line === '' ? null : line;
}

/** Returns a string that may be plain text or HTML, on one line and without markup, or null when nothing is left. */
export function lineOfText(text: string): Safe | null {
  const line = cleanLine(looksLikeHtml(text) ? textOf(parseHtml(text).nodes) : text);
  return line === '' ? null : line;
}

/** Returns the piece's text as a clean tree, or null when it has none. */
export function bodyOf(piece: Piece, asHtml = false): Body | null {
  const { nodes, plain } = content(piece, asHtml);
  return body(nodes, plain, piece.scope.base, piece.scope.language);
}

/** Returns text of a known kind as a clean tree, or null when there is none. */
export function bodyOfText(text: string, plain: boolean, base: string | null, language: string | null): Body | null {
  return body(plain ? [text] : parseHtml(text).nodes, plain, base, language);
}

function body(nodes: readonly Node[], plain: boolean, base: string | null, language: string | null): Body | null {
  const kept = plain ? nodes.map((node) => (typeof node === 'string' ? clean(node).trim() : node)) : sanitise(nodes, base);
  if (kept.every((node) => typeof node === 'string' && node.trim() === '')) return null;
  return { nodes: kept, plain, language: languageTag(language ?? '') };
}

/** Returns a language as RFC 5646 writes it, or null when it is none. Some write it as their programs do, with `_`. */
export function languageTag(said: string): Safe | null {
  const tag = cleanLine(said).replaceAll('_', '-');
  return /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? cleanLine(tag) : null;
}

interface Content {
  readonly nodes: readonly Node[];
  readonly plain: boolean;
}

/**
 * Returns what an element holds, by its type: RFC 4287, sections 3.1.1 and 4.1.3.3, with the `mode` of Atom 0.3. Where no
 * type is said, it is plain text in Atom, and in RSS what it looks like.
 */
function content(piece: Piece, asHtml = false): Content {
  const type = asHtml ? 'html' : (piece.attribute('type')?.toLowerCase() ?? '');
  const mode = piece.attribute('mode')?.toLowerCase();
  const children = unwrapped(piece.element.children, isHtmlType(type) && !type.includes('xhtml') && mode !== 'xml');
  const hasElements = children.some((node) => typeof node !== 'string');
  if (hasElements && mode !== 'escaped') return { nodes: children, plain: false };
  const text = mendTwice(children.filter((node) => typeof node === 'string').join(''));
  if (mode === 'base64' || (mode === undefined && isBinary(type) && base64.test(text))) return typed(decoded(text), type, piece);
  return typed(text, type, piece);
}

/** Escaped markup may come in an element of its own, as in the example of an old draft of Atom. */
function unwrapped(children: readonly Node[], isEscaped: boolean): readonly Node[] {
  const elements = children.filter((node) => typeof node !== 'string');
  const [only] = elements;
  const isAlone = elements.length === 1 && children.every((node) => node === only || String(node).trim() === '');
  return isEscaped && only && isAlone && only.children.every((node) => typeof node === 'string') ? only.children : children;
}

function typed(text: string, type: string, piece: Piece): Content {
  const isHtml = isHtmlType(type) || (type === '' || !isPlainType(type) ? guessHtml(text, type, piece) : false);
  return isHtml ? { nodes: parseHtml(text).nodes, plain: false } : { nodes: [text], plain: true };
}

function guessHtml(text: string, type: string, piece: Piece): boolean {
  return !(piece.scope.atom && type === '') && looksLikeHtml(text);
}

const isHtmlType = (type: string): boolean => /html/.test(type);
const isPlainType = (type: string): boolean => /^(?:text|plain|text\/plain)\b/.test(type) && !isHtmlType(type);
const isBinary = (type: string): boolean => type.includes('/') && !/^text\/|[/+]xml\b|html/.test(type);

/** Tells whether text has a tag or a reference of HTML in it. "a < b" and "<name>" are text. */
export function looksLikeHtml(text: string): boolean {
  if (reference.test(text)) return true;
  if (!text.includes('<')) return false;
  for (const [, name] of text.matchAll(tag)) if (htmlElements.has(name!.toLowerCase())) return true;
  return false;
}

function decoded(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atobOrNothing(text), (character) => character.charCodeAt(0)));
}

function atobOrNothing(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
