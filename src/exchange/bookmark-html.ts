import { webAddress } from '../address/index.ts';
import { escapeMarkup, parseHtml, textOf, type Element, type Node } from '../markup/index.ts';
import type { Reading } from '../news/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { carried, type Carried, type CarriedFeed, type CarriedPage } from './carried.ts';
import { gather, type Named } from './gather.ts';

/** A reader of many years has tens of thousands of bookmarks, each in a few elements. */
const bounds = { depth: 256, elements: 2_000_000 };
/** Characters at the beginning that are looked at. */
const looked = 4096;

/**
 * Returns the pages of a file of bookmarks, as browsers write them, their folders as tags; or those of Pocket's list in HTML.
 * Null when the text is neither. https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
 */
export function readBookmarkHtml(text: string, where: Safe): Reading<Carried | null> | null {
  const beginning = text.slice(0, looked);
  const isPocket = /<title>\s*Pocket Export\s*<\/title>/i.test(beginning);
  if (!isPocket && !/<!doctype\s+netscape-bookmark-file/i.test(beginning)) return null;
  const { nodes, cut } = parseHtml(text, bounds);
  const links = linksIn(nodes);
  const { value, problems } = gather(links.map(isPocket ? pocketLink : browserLink), where);
  const rest = {
    kind: 'too-large',
    where,
    detail: say`has more than is read of one file; the rest is left out`,
  } as const;
  const format = isPocket ? say`a Pocket export (HTML)` : say`bookmarks of a browser`;
  return {
    value: carried(format, { pages: value, feeds: links.flatMap(feedOf) }),
    problems: cut ? [...problems, rest] : problems,
  };
}

interface Link {
  readonly element: Element;
  /** Names of the folders it lies in, outermost first. */
  readonly folders: readonly string[];
  /** The heading it stands under. */
  readonly heading: string;
}

/** Goes through the tree in order. A list belongs to the heading before it, however they are nested. */
function linksIn(nodes: readonly Node[]): readonly Link[] {
  const links: Link[] = [];
  let heading: Element | null = null;
  const work: { readonly node: Node; readonly folders: readonly string[] }[] = [];
  const push = (children: readonly Node[], folders: readonly string[]) => {
    for (const node of children.toReversed()) work.push({ node, folders });
  };
  push(nodes, []);
  for (let step = work.pop(); step; step = work.pop()) {
    const { node, folders } = step;
    if (typeof node === 'string') continue;
    if (node.name === 'h1' || node.name === 'h3') heading = node;
    else if (node.name === 'a')
      links.push({ element: node, folders, heading: heading ? textOf(heading.children) : '' });
    else if (node.name === 'dl') push(node.children, [...folders, ...nameOf(heading)]);
    else push(node.children, folders);
  }
  return links;
}

/** The folders that every browser has say nothing of what is in them. */
function nameOf(heading: Element | null): readonly string[] {
  if (heading?.name !== 'h3') return [];
  const { attributes, children } = heading;
  const own = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'].some((name) => attributes.has(name));
  return own ? [] : [textOf(children)];
}

function browserLink({ element: { attributes, children }, folders }: Link): Named {
  return {
    address: attributes.get('href') ?? '',
    title: textOf(children),
    tags: [...folders, ...(attributes.get('tags') ?? '').split(',')],
    // Lists to be read, such as Pinboard's, say of each page whether it still is.
    read: attributes.get('toread') === '0',
    bookmarked: true,
    at: attributes.get('add_date') ?? '',
  };
}

function pocketLink({ element: { attributes, children }, heading }: Link): Named {
  const read = /^read/i.test(heading);
  return {
    address: attributes.get('href') ?? '',
    title: textOf(children),
    tags: (attributes.get('tags') ?? '').split(','),
    read,
    bookmarked: !read,
    at: attributes.get('time_added') ?? '',
  };
}

/** Firefox used to keep feeds among its bookmarks. */
function feedOf({ element: { attributes, children }, folders }: Link): readonly CarriedFeed[] {
  const address = webAddress(attributes.get('feedurl') ?? '');
  return address ? [{ address, name: cleanLine(textOf(children)) || null, tags: folders.map(cleanLine) }] : [];
}

/** Returns the pages as a file of bookmarks that browsers take in, and readers of bookmarks with tags and all. */
export function writeBookmarksHtml(title: string, pages: readonly CarriedPage[]): string {
  const name = escapeMarkup(title);
  return [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
    `<TITLE>${name}</TITLE>`,
    `<H1>${name}</H1>`,
    '<DL><p>',
    ...pages.map(written),
    '</DL><p>',
    '',
  ].join('\n');
}

function written({ address, title, tags, read, at }: CarriedPage): string {
  const pairs: readonly (readonly [string, string])[] = [
    ['HREF', address],
    ...(at === null ? [] : [['ADD_DATE', String(Math.floor(at / 1000))] as const]),
    ...(tags.length === 0 ? [] : [['TAGS', tags.map((tag) => tag.replaceAll(',', ' ')).join(',')] as const]),
    ['TOREAD', read ? '0' : '1'],
  ];
  const attributes = pairs.map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`).join('');
  return `    <DT><A${attributes}>${escapeMarkup(title)}</A>`;
}
