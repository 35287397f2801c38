import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities';
import type { Dialect } from './scan.ts';

/** Names that a document declares itself, and what they stand for. */
export type Declared = Map<string, string>;

const named = /&([\w.:-]+);/g;

/**
 * Returns the text with its character references resolved: numbers (those of Windows-1252 too, as the HTML standard asks),
 * the names of HTML, which feeds use without declaring them, and those that the document declares.
 */
export function resolveInText(text: string, dialect: Dialect, declared: Declared): string {
  if (!text.includes('&')) return text;
  return dialect === 'html' ? decodeHTML(text) : decodeHTMLStrict(withDeclared(text, declared));
}

/** The same for the value of an attribute, where `&copy=1` is a part of an address. */
export function resolveInAttribute(text: string, dialect: Dialect, declared: Declared): string {
  if (!text.includes('&')) return text;
  return dialect === 'html' ? decodeHTMLAttribute(text) : decodeHTMLStrict(withDeclared(text, declared));
}

/** Puts in what the document declared, with its own ampersands escaped: it is text and not resolved again. */
function withDeclared(text: string, declared: Declared): string {
  if (declared.size === 0) return text;
  return text.replace(named, (reference, name: string) => declared.get(name)?.replaceAll('&', '&amp;') ?? reference);
}
