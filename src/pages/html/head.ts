import { parseHtml } from '../../markup/index.ts';
import { attribute, grow, wordsOf, type Part } from './tree.ts';

/** What a page says of itself for machines, all of it as hostile as it came. */
export interface Head {
  /** The contents of `meta` elements by their property, name or itemprop in lower case, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** The objects of JSON-LD, those in graphs and arrays among them. */
  readonly objects: readonly LinkedObject[];
  /** The text of the `title` element. */
  readonly title: string;
  readonly canonical: string;
  readonly language: string;
}

export type LinkedObject = Readonly<Record<string, unknown>>;

/** Returns what the page says of itself in `meta`, `link`, `title` and JSON-LD. */
export function readHead(parts: readonly Part[]): Head {
  const metas = new Map<string, string[]>();
  const objects: LinkedObject[] = [];
  let title = '';
  let canonical = '';
  let language = '';
  for (const part of parts) {
    if (part.tag === 'meta') readMeta(part, metas);
    else if (part.tag === 'title' && title === '' && part.parent?.tag !== 'svg')
      title = wordsOf(grow(parseHtml(wordsOf(part).replaceAll('<', '&lt;')).nodes));
    else if (part.tag === 'link' && /\bcanonical\b/i.test(attribute(part, 'rel')))
      canonical ||= attribute(part, 'href');
    else if (part.tag === 'html') language ||= attribute(part, 'lang') || attribute(part, 'xml:lang');
    else if (part.tag === 'script' && /ld\+json/i.test(attribute(part, 'type')))
      objects.push(...readLinked(sourceOf(part)));
  }
  return { metas, objects, title, canonical, language };
}

function readMeta(part: Part, metas: Map<string, string[]>): void {
  const content = (attribute(part, 'content') || attribute(part, 'value')).replace(/\s+/g, ' ').trim();
  if (content === '') return;
  const keys = [
    attribute(part, 'property'),
    attribute(part, 'name'),
    attribute(part, 'itemprop'),
    attribute(part, 'http-equiv'),
  ];
  for (const key of new Set(keys.flatMap((names) => names.toLowerCase().split(/\s+/)))) {
    if (key === '') continue;
    const contents = metas.get(key);
    if (contents) contents.push(content);
    else metas.set(key, [content]);
  }
}

function sourceOf(part: Part): string {
  return part.children.filter((child) => typeof child === 'string').join('');
}

/** Most objects that are looked at, and deepest: more are no description of a page. */
const most = 500;

function readLinked(source: string): LinkedObject[] {
  const found: LinkedObject[] = [];
  const work: unknown[] = [parseJson(source)];
  for (let next = work.pop(); work.length < most && found.length < most && next !== undefined; next = work.pop()) {
    if (Array.isArray(next)) work.push(...next.slice(0, most).toReversed());
    else if (isObject(next)) {
      found.push(next);
      for (const key of ['mainEntity', 'mainEntityOfPage', '@graph'])
        if (isObject(next[key]) || Array.isArray(next[key])) work.push(next[key]);
    }
  }
  return found;
}

export function isObject(value: unknown): value is LinkedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON as pages write it: in comments, with line breaks in strings, and with a comma too many. */
function parseJson(source: string): unknown {
  const bare = source.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)?\s*;?\s*$/g,
    '',
  );
  for (const text of [bare, bare.replace(/[\x00-\x1f]+/g, ' ').replace(/,(\s*[\]}])/g, '$1')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form may do.
    }
  }
  return undefined;
}
