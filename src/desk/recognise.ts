import { decode, decodePlain } from '../encoding/index.ts';
import { isMarkdownName } from '../catalog/index.ts';
import { looksLikePageText } from '../pages/index.ts';
import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import type { Format, Paper } from './paper.ts';

/** What a document was recognised as, and by what: a clause that goes after "Read as …:". */
export interface Recognition {
  readonly format: Format;
  readonly because: Safe;
}

/** Bytes at the beginning of a document that are looked at: XML may begin with long comments. */
const looked = 8192;

/**
 * Returns what a document is: by the name of a Markdown file, else by its root element or JSON members, else by its
 * `Content-Type`, else by its name, else by its lines. Looks come before the type, as many servers send feeds as pages.
 */
export function recognise(paper: Paper): Recognition {
  const { name, bytes, contentType, address } = paper;
  if (name !== null && isMarkdownName(name)) return { format: 'markdown', because: say`its name ends so` };
  const beginning = decode(bytes.subarray(0, looked), contentType).text;
  return (
    byLooks(beginning) ??
    byType(contentType?.split(';')[0]?.trim().toLowerCase() ?? '') ??
    byName(name ?? URL.parse(address ?? '')?.pathname ?? '') ??
    byLines(bytes)
  );
}

/** Names of root elements, without their prefix: RSS 2.0 and 0.9x, Atom, RDF, a channel alone, OPML, HTML and its beginnings. */
const roots: readonly (readonly [RegExp, Format])[] = [
  [/^(?:rss|feed|rdf|channel)$/, 'feed'],
  [/^(?:opml|outlinedocument)$/, 'outline'],
  [/^(?:html|head|body|title|meta|link|base|script|!doctype html)$/, 'web-page'],
];

function byLooks(beginning: string): Recognition | null {
  if (/^[\s\ufeff]*\{/.test(beginning) && /"https?:\/\/jsonfeed\.org\/version/.test(beginning.replaceAll('\\/', '/')))
    return { format: 'feed', because: say`it names a version of JSON Feed` };
  const root = rootOf(beginning);
  const format = roots.find(([names]) => names.test(root))?.[1];
  return format === undefined ? null : { format, because: say`it begins with <${slice(cleanLine(root), 0, 40)}>` };
}

/** Returns the first name in angle brackets, if nothing but declarations, comments and instructions comes before it. */
function rootOf(beginning: string): string {
  let rest = beginning.replace(/^[\s\ufeff]+/, '');
  for (;;) {
    if (/^<!doctype\s+html/i.test(rest)) return '!doctype html';
    const end = rest.startsWith('<!--') ? '-->' : /^<[?!]/.test(rest) ? '>' : null;
    if (end === null) break;
    const at = rest.indexOf(end);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
  return /^<(?:[\w.-]{1,40}:)?([a-z]\w{0,40})[\s/>]/i.exec(rest)?.[1]?.toLowerCase() ?? '';
}

/** Media types, and what is sent under them. Plain text and what is no type of text say nothing. */
const types: readonly (readonly [RegExp, Format])[] = [
  [/^(?:text|application)\/(?:x-)?opml(?:\+xml)?$/, 'outline'],
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'web-page'],
  [/^(?:text|application)\/(?:(?:x-)?(?:rss|atom|rdf)\+xml|(?:x-)?(?:rss|atom|rdf)|feed\+json|xml)$/, 'feed'],
  [/^text\/(?:x-)?markdown$/, 'markdown'],
];

function byType(type: string): Recognition | null {
  const format = types.find(([names]) => names.test(type))?.[1];
  return format === undefined ? null : { format, because: say`it is sent as ${slice(cleanLine(type), 0, 60)}` };
}

const endings: readonly (readonly [RegExp, Format])[] = [
  [/\.opml$/i, 'outline'],
  [/\.(?:html?|xhtml)$/i, 'web-page'],
  [/\.(?:rss|atom|rdf|xml)$/i, 'feed'],
  [/\.(?:md|markdown|mdown)$/i, 'markdown'],
];

function byName(name: string): Recognition | null {
  const format = endings.find(([ending]) => ending.test(name))?.[1];
  return format === undefined ? null : { format, because: say`its name ends so` };
}

/** Returns which of the two formats of plain text the bytes are in. */
export function byLines(bytes: Uint8Array): Recognition {
  return looksLikePageText(decodePlain(bytes).text)
    ? { format: 'page-text', because: say`it has the lines that stand around an article on a page` }
    : { format: 'markdown', because: say`it has none of the lines that stand around an article on a page` };
}
