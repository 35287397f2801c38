import { mendTwice } from '../encoding/index.ts';
import { htmlElements, parseHtml, type Node } from '../markup/index.ts';
import type { Piece } from './piece.ts';

/** What an element of a feed holds, before any of it is cleaned. */
export interface Content {
  readonly nodes: readonly Node[];
  /** Whether it is text that has no markup, in one string. */
  readonly plain: boolean;
}

/**
 * Returns what an element holds, by its type: RFC 4287, sections 3.1.1 and 4.1.3.3, with the `mode` of Atom 0.3. Where no
 * type is said, it is plain text in Atom, and in RSS what it looks like.
 */
export function contentOf(piece: Piece, asHtml = false): Content {
  const type = asHtml ? 'html' : (piece.attribute('type')?.toLowerCase() ?? '');
  const mode = piece.attribute('mode')?.toLowerCase();
  const isEscaped = type.includes('html') && !type.includes('xhtml') && mode !== 'xml';
  const children = isEscaped ? unwrapped(piece.element.children) : piece.element.children;
  if (children.some((node) => typeof node !== 'string')) return { nodes: children, plain: false };
  const text = mendTwice(wordsIn(children));
  const isEncoded = mode === 'base64' || (mode === undefined && isBinary(type) && base64.test(text));
  return typed(isEncoded ? decoded(text) : text, type, piece.scope.atom);
}

/** Escaped markup may come in an element of its own: then the text in that is meant. */
function unwrapped(children: readonly Node[]): readonly Node[] {
  const [only, ...more] = children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  const isAlone =
    typeof only === 'object' && more.length === 0 && only.children.every((node) => typeof node === 'string');
  return isAlone ? only.children : children;
}

/** Returns the text among the nodes, and not what is in their elements. */
export function wordsIn(nodes: readonly Node[]): string {
  return nodes.filter((node) => typeof node === 'string').join('');
}

const base64 = /^[A-Za-z0-9+/=\s]+$/;

function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|[/+]xml\b|html/.test(type);
}

function decoded(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}

function typed(text: string, type: string, isAtom: boolean): Content {
  const isPlain = type === '' ? isAtom : /^(?:text|plain)\b/.test(type);
  const isHtml = type.includes('html') || (!isPlain && looksLikeHtml(text));
  return isHtml ? { nodes: parseHtml(text).nodes, plain: false } : { nodes: [text], plain: true };
}

const tag = /<\/?([a-z][a-z0-9]*)(?:[\s/][^<>]*)?>/gi;
const reference = /&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/i;

/** Tells whether text has a tag or a reference of HTML in it. "a < b" and "<name>" are text. */
export function looksLikeHtml(text: string): boolean {
  if (reference.test(text)) return true;
  if (!text.includes('<')) return false;
  for (const [, name] of text.matchAll(tag)) if (htmlElements.has(name!.toLowerCase())) return true;
  return false;
}
