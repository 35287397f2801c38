import { rawText } from './elements.ts';
import { resolveInAttribute, resolveInText, type Declared } from './references.ts';

/** What a scan tells as it comes by. */
export interface Listener {
  /** Text, its references resolved. */
  text(words: string): void;
  /** A start tag. `empty` when it ends in a slash. */
  open(name: string, attributes: ReadonlyMap<string, string>, empty: boolean): void;
  close(name: string): void;
  /** Set to stop. */
  full: boolean;
}

export type Dialect = 'xml' | 'html';

/** A scan under way. */
interface Scan {
  readonly text: string;
  readonly dialect: Dialect;
  readonly listener: Listener;
  /** What the document declares `&name;` to stand for. */
  readonly declared: Declared;
  /** Returns where the words come next, or -1. */
  find(words: string, from: number): number;
}

const nameStart = { xml: /[a-z_:\x80-\uffff]/i, html: /[a-z]/i };
const name = /[^\s/><]*/y;
const attribute = /[\s/]*([^\s/>=<"'][^\s/>=<]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|["']?([^\s>]*)))?/y;
const blanks = /[\s/]+/y;
const none: ReadonlyMap<string, string> = new Map();

/**
 * Tells the listener the text and tags of a document in order. It takes any text: what cannot be a tag is text, and what
 * is not closed ends where the next thing begins. Each character is looked at a bounded number of times.
 */
export function scan(text: string, dialect: Dialect, listener: Listener): void {
  const state: Scan = { text, dialect, listener, declared: new Map(), find: finder(text) };
  let at = 0;
  while (at < text.length && !listener.full) {
    const bracket = text.indexOf('<', at);
    const end = bracket < 0 ? text.length : bracket;
    if (end > at) listener.text(resolveInText(text.slice(at, end), dialect, state.declared));
    at = bracket < 0 ? end : scanTag(state, bracket);
  }
}

/** Returns a search that remembers what it found: where a thing is far or missing, not each of many asks for it anew. */
function finder(text: string): Scan['find'] {
  const known = new Map<string, { readonly from: number; readonly at: number }>();
  return (words, from) => {
    const last = known.get(words);
    if (last && last.from <= from && (last.at < 0 || from <= last.at)) return last.at;
    const at = text.indexOf(words, from);
    known.set(words, { from, at });
    return at;
  };
}

/** Scans what begins at a `<`, and returns where it ends. */
function scanTag(state: Scan, at: number): number {
  const { text, dialect } = state;
  const next = text[at + 1] ?? '';
  if (next === '!') return scanDeclaration(state, at);
  if (next === '?') return (dialect === 'xml' ? after(state, '?>', at) : null) ?? after(state, '>', at) ?? text.length;
  if (next === '/' && nameStart[dialect].test(text[at + 2] ?? '')) return scanEnd(state, at);
  if (nameStart[dialect].test(next)) return scanStart(state, at);
  return literal(state, at);
}

function after(state: Scan, words: string, from: number): number | null {
  const found = state.find(words, from);
  return found < 0 ? null : found + words.length;
}

/** A `<` that begins nothing is text, and so is what follows it. */
function literal({ listener }: Scan, at: number): number {
  listener.text('<');
  return at + 1;
}

function scanDeclaration(state: Scan, at: number): number {
  const { text, dialect, listener } = state;
  if (text.startsWith('<![CDATA[', at)) {
    const end = state.find(']]>', at);
    if (end < 0 && dialect === 'html') return literal(state, at);
    listener.text(text.slice(at + 9, end < 0 ? undefined : end));
    return end < 0 ? text.length : end + 3;
  }
  if (text.startsWith('<!--', at)) return after(state, '-->', at + 2) ?? after(state, '>', at) ?? text.length;
  const end = state.find('>', at);
  const subset = state.find('[', at);
  if (end < 0 || subset < 0 || subset > end) return end < 0 ? text.length : end + 1;
  const close = state.find(']', subset);
  const last = close < 0 ? end : state.find('>', close);
  declare(state, text.slice(subset, last < 0 ? undefined : last));
  return last < 0 ? text.length : last + 1;
}

const declaration = /<!ENTITY\s+([^\s%>"']+)\s+(?:"([^"<>]*)"|'([^'<>]*)')\s*>/g;
/** A name may be declared to stand for this many characters, and not for other names: so none can multiply. */
const longestDeclared = 1000;

function declare({ declared }: Scan, subset: string): void {
  for (const [, named, one, two] of subset.matchAll(declaration)) {
    const value = one ?? two ?? '';
    if (!named || value.length > longestDeclared || declared.has(named)) continue;
    declared.set(named, resolveInText(value, 'xml', new Map()));
  }
}

function nameAt(text: string, at: number): string {
  name.lastIndex = at;
  name.test(text);
  return text.slice(at, name.lastIndex).toLowerCase();
}

/** An end tag ends at its `>`, or before another tag. */
function scanEnd(state: Scan, at: number): number {
  const tag = nameAt(state.text, at + 2);
  state.listener.close(tag);
  const end = state.find('>', at);
  const other = state.find('<', at + 1);
  if (end >= 0 && (other < 0 || end < other)) return end + 1;
  return other < 0 ? state.text.length : other;
}

function scanStart(state: Scan, at: number): number {
  const { text, dialect, listener } = state;
  const tag = nameAt(text, at + 1);
  let end = at + 1 + tag.length;
  let attributes = none;
  let isEmpty = false;
  if (text[end] !== '>') {
    const own = new Map<string, string>();
    [end, isEmpty] = scanAttributes(state, end, own);
    if (own.size > 0) attributes = own;
  }
  listener.open(tag, attributes, isEmpty);
  const inside = text[end] === '>' ? end + 1 : end;
  return dialect === 'html' && !isEmpty && rawText.has(tag) ? scanRaw(state, inside, tag) : inside;
}

/** Takes in the attributes of a tag, and returns where it ends, and whether in a slash. What is no attribute is passed over. */
function scanAttributes(
  { text, dialect, declared }: Scan,
  from: number,
  attributes: Map<string, string>,
): [end: number, empty: boolean] {
  for (let at = from; ; at++) {
    attribute.lastIndex = at;
    for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
      at = attribute.lastIndex;
      const key = (match[1] ?? '').toLowerCase();
      const value = match[2] ?? match[3] ?? match[4] ?? '';
      if (!attributes.has(key)) attributes.set(key, resolveInAttribute(value, dialect, declared));
    }
    blanks.lastIndex = at;
    blanks.test(text);
    const end = Math.max(at, blanks.lastIndex);
    const last = text[end];
    if (last === '>' || last === '<' || last === undefined) return [end, end > at && text[end - 1] === '/'];
    at = end;
  }
}

/** Text up to the end tag of an element whose text is no markup, such as a script. */
function scanRaw({ text, listener }: Scan, at: number, tag: string): number {
  let end = text.indexOf('</', at);
  while (end >= 0 && nameAt(text, end + 2) !== tag) end = text.indexOf('</', end + 2);
  listener.text(text.slice(at, end < 0 ? undefined : end));
  return end < 0 ? text.length : end;
}
