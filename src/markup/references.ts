import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities';
import type { Dialect } from './scan.ts';

/** Entities that a document declares itself. */
export type Entities = Map<string, string>;

const named = /&([\w.:-]+);/g;

/**
 * Returns the text with its character references resolved: numbers (those of Windows-1252 too, as the HTML standard asks),
 * the names of HTML, which feeds use without declaring them, and those that the document declares.
 */
export function resolveInText(text: string, dialect: Dialect, entities: Entities): string {
  if (!text.includes('&')) return text;
  if (dialect === 'html') return decodeHTML(text);
  return decodeHTMLStrict(declared(text, entities));
}

/** The same for the value of an attribute, where `&copy=1` is a part of an address. */
export function resolveInAttribute(text: string, dialect: Dialect, entities: Entities): string {
  if (!text.includes('&')) return text;
  if (dialect === 'html') return decodeHTMLAttribute(text);
  return decodeHTMLStrict(declared(text, entities));
}

/** Puts in what the document declared, with its own ampersands escaped: it is text and not resolved again. */
function declared(text: string, entities: Entities): string {
  if (entities.size === 0) return text;
  return text.replace(named, (reference, name: string) => entities.get(name)?.replaceAll('&', '&amp;') ?? reference);
}
