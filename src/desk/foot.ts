import { judgeAddress, webAddress } from '../address/index.ts';
import type { Enclosure, FeedEntry } from '../feeds/index.ts';
import type { Block, Link } from '../news/index.ts';
import { cleanLine, join, say, type Safe } from '../text/index.ts';
import { cutAtWord } from './words-of.ts';

/** Most files that are named under a text. */
const mostFiles = 20;
/** Longest name of a file, in characters. */
const longestName = 60;

/** What stands below the text of an entry, and the links in it, which follow those of the text. */
export interface Foot {
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** Returns the files of an entry, its comments and the page that it tells of, as links in words. */
export function footOf(entry: FeedEntry, address: Safe | null, before: readonly Link[]): Foot {
  const linked = new Set(before.map((link) => link.address));
  const known = (there: Safe): boolean => linked.has(there) || there === address;
  const links = [...filesOf(entry), ...pagesOf(entry)].filter((link) => link.address !== null && !known(link.address));
  const blocks = links.map(({ text }, index): Block => ({
    type: 'paragraph',
    spans: [{ text, link: before.length + index }],
  }));
  return { blocks, links };
}

function filesOf({ enclosures, image }: FeedEntry): readonly Link[] {
  return enclosures
    .filter(({ url }) => url !== image)
    .slice(0, mostFiles)
    .map((file): Link => ({ relation: 'inline', text: wordsFor(file), address: webAddress(file.url) }));
}

/** Returns a file in words: "Audio: tides.mp3, 32 min, 12 MB". */
function wordsFor({ url, type, length, duration }: Enclosure): Safe {
  const facts = [nameOf(url), inTime(duration), inSize(length)].filter((fact) => fact !== null);
  return say`${kindOf(type, url)}: ${join(facts, say`, `)}`;
}

const kinds: readonly (readonly [RegExp, Safe])[] = [
  [/^audio\/|\.(?:mp3|m4a|ogg|oga|opus|aac|flac|wav)$/i, say`Audio`],
  [/^video\/|\.(?:mp4|m4v|mkv|webm|mov|avi|ogv)$/i, say`Video`],
  [/^image\/|\.(?:jpe?g|png|gif|webp|avif|svg)$/i, say`Picture`],
  [/^application\/pdf|\.pdf$/i, say`PDF`],
];

function kindOf(type: Safe | null, url: Safe): Safe {
  const path = URL.parse(url)?.pathname ?? '';
  const said = kinds.find(([names]) => names.test(type ?? '')) ?? kinds.find(([names]) => names.test(path));
  return said?.[1] ?? say`File`;
}

function nameOf(url: Safe): Safe {
  const { pathname = '', host = '' } = URL.parse(url) ?? {};
  const name = cleanLine(decoded(pathname.split('/').findLast((part) => part !== '') ?? ''));
  return cutAtWord(name === '' ? cleanLine(host) : name, longestName);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function inTime(seconds: number | null): Safe | null {
  if (seconds === null || seconds < 1) return null;
  if (seconds < 60) return say`${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? say`${minutes} min` : say`${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Some feeds give any small number where a size has to stand. */
function inSize(bytes: number | null): Safe | null {
  if (bytes === null || bytes < 1000) return null;
  return bytes < 1_000_000 ? say`${Math.round(bytes / 1000)} kB` : say`${Math.round(bytes / 1_000_000)} MB`;
}

function pagesOf({ link, links, comments }: FeedEntry): readonly Link[] {
  const related = links.filter(({ rel }) => rel === 'related').slice(0, 3);
  return [
    ...related.map(({ href, title }): Link => ({
      relation: 'inline',
      text: say`About: ${title ?? shown(href)}`,
      address: webAddress(href),
    })),
    ...(link === null
      ? []
      : [{ relation: 'inline', text: say`Page: ${shown(link)}`, address: webAddress(link) } as const]),
    ...(comments === null ? [] : [{ relation: 'inline', text: say`Comments`, address: webAddress(comments) } as const]),
  ];
}

function shown(address: Safe): Safe {
  return cleanLine(judgeAddress(address).shown.replace(/^https?:\/\/(?:www\.)?/, ''));
}
