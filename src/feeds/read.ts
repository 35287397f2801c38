import { decode } from '../encoding/index.ts';
import { parseXml } from '../markup/index.ts';
import type { Problem, Reading } from '../news/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Feed } from './feed.ts';
import { mostEntries } from './feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { readXmlFeed } from './xml-feed.ts';

/** What is known of bytes from elsewhere. */
export interface Received {
  /** The header of that name, with its charset. */
  readonly contentType?: string | null;
  /** Where they came from, after redirects: what relative addresses are resolved against. */
  readonly address?: string | null;
}

/** Bytes of a feed or outline that are read; more are refused before anything is done with them. */
export const mostBytes = 15_000_000;

/**
 * Returns the feed in the bytes, or null when they hold none: RSS, RDF, Atom or JSON Feed, well-formed or not. What could
 * be read is there, and the problems say what could not.
 */
export function readFeed(bytes: Uint8Array, received: Received = {}): Reading<Feed | null> {
  const address = received.address ?? null;
  const where = cleanLine(address ?? 'The feed');
  if (bytes.length > mostBytes) return { value: null, problems: [tooLarge(where)] };
  const { text, complaint } = decode(bytes, received.contentType);
  const problems: Problem[] = complaint === null ? [] : [{ kind: 'unreadable', where, detail: complaint }];
  if (/^[\s\ufeff]*[[{]/.test(text)) return readJson(text, address, where, problems);
  const { nodes, cut, unfinished } = parseXml(text);
  const found = readXmlFeed(nodes, address);
  if (!found) return { value: null, problems: [...problems, notAFeed(where, text)] };
  if (cut || found.cut) problems.push(tooMuch(where));
  if (unfinished) problems.push({ kind: 'markup', where, detail: say`ends in the middle; what came before is kept` });
  if (found.badDate !== null) {
    const date = cleanLine(found.badDate.slice(0, 60));
    problems.push({ kind: 'date', where, detail: say`has an entry whose date cannot be read: “${date}”` });
  }
  return { value: found.feed, problems };
}

function readJson(
  text: string,
  address: string | null,
  where: Safe,
  problems: readonly Problem[],
): Reading<Feed | null> {
  const value = parsed(text);
  const feed = readJsonFeed(value, address);
  if (feed === null) return { value: null, problems: [...problems, notAFeed(where, text)] };
  return { value: feed, problems: feed.entries.length < mostEntries ? problems : [...problems, tooMuch(where)] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^[\s\ufeff]+/, ''));
  } catch {
    return null;
  }
}

function tooLarge(where: Safe): Problem {
  return {
    kind: 'too-large',
    where,
    detail: say`is larger than ${mostBytes / 1_000_000} million bytes and is not read`,
  };
}

function tooMuch(where: Safe): Problem {
  return { kind: 'too-large', where, detail: say`has more than is read of one feed; the rest is left out` };
}

function notAFeed(where: Safe, text: string): Problem {
  const isPage = /<html[\s>]/i.test(text.slice(0, 5000));
  const detail = isPage ? say`is a web page and not a feed` : say`is not a feed in a format that is known here`;
  return { kind: 'unreadable', where, detail };
}
