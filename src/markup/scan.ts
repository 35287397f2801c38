import { rawText } from './elements.ts';
import { resolveInAttribute, resolveInText, type Entities } from './references.ts';

/** What a scan tells as it comes by. */
export interface Listener {
  /** Text, its references resolved. */
  text(words: string): void;
  /** A start tag. `empty` when it ends in a slash. */
  open(name: string, attributes: Map<string, string>, empty: boolean): void;
  close(name: string): void;
  /** Set to stop. */
  full: boolean;
}

export type Dialect = 'xml' | 'html';

const nameStart = { xml: /[a-z_:\x80-\uffff]/i, html: /[a-z]/i };
const name = /[^\s/><]*/y;
const attribute = /[\s/]*([^\s/>=<"'][^\s/>=<]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|["']?([^\s>]*)))?/y;
const blanks = /[\s/]*/y;
const entity = /<!ENTITY\s+([^\s%>"']+)\s+(?:"([^"<>]*)"|'([^'<>]*)')\s*>/g;
/** A declared entity may stand for this many characters, and may not use another: so none can multiply. */
const longestEntity = 1000;

/**
 * Tells the listener the text and tags of a document in order. It takes any text: what cannot be a tag is text, and what
 * is not closed ends where the next thing begins. Each character is looked at a bounded number of times.
 */
export function scan(text: string, dialect: Dialect, listener: Listener): void {
  const find = finder(text);
  const entities: Entities = new Map();
  let at = 0;
  while (at < text.length && !listener.full) {
    const bracket = text.indexOf('<', at);
    const end = bracket < 0 ? text.length : bracket;
    if (end > at) listener.text(resolveInText(text.slice(at, end), dialect, entities));
    at = end;
    if (bracket >= 0) at = scanTag(text, bracket, dialect, listener, entities, find);
  }
}

type Find = (words: string, from: number) => number;

/** Returns a search that does not look twice for what is not there, or many unclosed comments would take many passes. */
function finder(text: string): Find {
  const missing = new Set<string>();
  return (words, from) => {
    if (missing.has(words)) return -1;
    const found = text.indexOf(words, from);
    if (found < 0) missing.add(words);
    return found;
  };
}

/** Scans what begins at a `<`, and returns where it ends. */
function scanTag(
  text: string,
  at: number,
  dialect: Dialect,
  listener: Listener,
  entities: Entities,
  find: Find,
): number {
  const next = text[at + 1] ?? '';
  if (next === '!') return scanDeclaration(text, at, dialect, listener, entities, find);
  if (next === '?') return after(dialect === 'xml' ? find('?>', at) : -1, 2) ?? after(find('>', at), 1) ?? text.length;
  if (next === '/' && nameStart[dialect].test(text[at + 2] ?? '')) {
    const closed = nameAt(text, at + 2);
    listener.close(closed);
    return tagEnd(text, at + 2 + closed.length, find);
  }
  if (nameStart[dialect].test(next)) return scanStart(text, at, dialect, listener, entities, find);
  return literal(at, listener);
}

/** A `<` that begins nothing is text, up to the next one. */
function literal(at: number, listener: Listener): number {
  listener.text('<');
  return at + 1;
}

const after = (found: number, length: number): number | null => (found < 0 ? null : found + length);

function nameAt(text: string, at: number): string {
  name.lastIndex = at;
  return (name.exec(text)?.[0] ?? '').toLowerCase();
}

/** An end tag ends at its `>`, or before another tag. */
function tagEnd(text: string, at: number, find: Find): number {
  const end = find('>', at);
  const other = find('<', at);
  if (end < 0) return other < 0 ? text.length : other;
  return other >= 0 && other < end ? other : end + 1;
}

function scanDeclaration(
  text: string,
  at: number,
  dialect: Dialect,
  listener: Listener,
  entities: Entities,
  find: Find,
): number {
  if (text.startsWith('<![CDATA[', at)) {
    const end = find(']]>', at);
    if (end < 0 && dialect === 'html') return literal(at, listener);
    listener.text(text.slice(at + 9, end < 0 ? undefined : end));
    return after(end, 3) ?? text.length;
  }
  if (text.startsWith('<!--', at)) return after(find('-->', at + 2), 3) ?? after(find('>', at), 1) ?? text.length;
  const end = find('>', at);
  const subset = find('[', at);
  if (end < 0 || subset < 0 || subset > end) return after(end, 1) ?? text.length;
  const close = find(']', subset);
  const last = close < 0 ? end : find('>', close);
  for (const [, named, one, two] of text.slice(subset, last).matchAll(entity)) {
    const value = one ?? two ?? '';
    if (named && value.length <= longestEntity && !entities.has(named))
      entities.set(named, resolveInText(value, 'xml', new Map()));
  }
  return after(last, 1) ?? text.length;
}

function scanStart(
  text: string,
  at: number,
  dialect: Dialect,
  listener: Listener,
  entities: Entities,
  find: Find,
): number {
  const tag = nameAt(text, at + 1);
  const attributes = new Map<string, string>();
  let end = at + 1 + tag.length;
  let isEmpty = false;
  for (; ; end++) {
    const named = scanAttributes(text, end, attributes, dialect, entities);
    blanks.lastIndex = named;
    end = named + (blanks.exec(text)?.[0].length ?? 0);
    isEmpty = end > named && text[end - 1] === '/';
    if (/[<>]|^$/.test(text[end] ?? '')) break;
  }
  listener.open(tag, attributes, isEmpty);
  const inside = text[end] === '>' ? end + 1 : end;
  if (dialect === 'html' && !isEmpty && rawText.has(tag)) return scanRaw(text, inside, tag, listener, find);
  return inside;
}

function scanAttributes(
  text: string,
  from: number,
  attributes: Map<string, string>,
  dialect: Dialect,
  entities: Entities,
): number {
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (!match) break;
    at = attribute.lastIndex;
    const key = (match[1] ?? '').toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    if (!attributes.has(key)) attributes.set(key, resolveInAttribute(value, dialect, entities));
  }
  return at;
}

/** Text up to the end tag of an element whose text is no markup, such as a script. */
function scanRaw(text: string, at: number, tag: string, listener: Listener, find: Find): number {
  const lower = find(`</${tag}`, at);
  const upper = find(`</${tag.toUpperCase()}`, at);
  const end = Math.min(...[lower, upper].filter((found) => found >= 0), text.length);
  listener.text(text.slice(at, end));
  return end;
}
