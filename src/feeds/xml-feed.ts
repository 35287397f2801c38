import type { Element, Node } from '../markup/index.ts';
import { readChannel } from './channel.ts';
import { readEntry } from './entry.ts';
import { mostEntries, type Feed, type Format } from './feed.ts';
import { keyOf, Piece, type Scope } from './piece.ts';

const roots: ReadonlyMap<string, Format> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['feed', 'atom'],
  ['rdf', 'rdf'],
]);
/** Elements in which entries are looked for. An entry among them may have swallowed the next, when its end tag is missing. */
const holders = new Set([...roots.keys(), 'items', 'item', 'entry', 'entries']);

/** A feed, and what was wrong with it. */
export interface Found {
  readonly feed: Feed;
  /** Whether it has more entries than are read. */
  readonly cut: boolean;
  /** What an entry has in place of a date, or null when all dates could be read. */
  readonly badDate: string | null;
}

/** Returns the feed in a tree of XML, or null when there is none. */
export function readXmlFeed(nodes: readonly Node[], address: string | null): Found | null {
  const root = nodes.find((node) => typeof node !== 'string' && roots.has(node.name));
  if (root === undefined || typeof root === 'string') return null;
  const format = roots.get(root.name)!;
  const home = format === 'rdf' ? '' : root.space;
  const outer: Scope = { base: address, language: null, atom: format === 'atom', home };
  const channel = new Piece(joined(root), outer);
  const about = readChannel(channel, format);
  const pieces = findEntries(root, { ...outer, base: outer.base ?? baseAmong(about) });
  const entries = pieces.slice(0, mostEntries).map(readEntry);
  const undated = pieces.find((_, index) => entries[index]?.published === null && entries[index].updated === null);
  const badDate = undated?.all('pubdate', 'published', 'updated', 'dc:date').map((piece) => piece.text());
  return { feed: { ...about, entries }, cut: pieces.length > mostEntries, badDate: badDate?.find(Boolean) ?? null };
}

/** The channel with what stands beside it, but the entries: RDF has the picture there, and broken feeds anything. */
function joined(root: Element): Element {
  const channel = root.children.find((node) => typeof node !== 'string' && node.name === 'channel');
  if (!channel || typeof channel === 'string') return { ...root, children: root.children.filter(isAbout) };
  return {
    ...channel,
    attributes: new Map([...root.attributes, ...channel.attributes]),
    children: [
      ...channel.children.filter(isAbout),
      ...root.children.filter((node) => node !== channel && isAbout(node)),
    ],
  };
}

const isAbout = (node: Node): boolean => typeof node !== 'string' && !/^(?:item|entry|channel)$/.test(node.name);

/** A feed without an address of its own is as good as at the one it names, else at its site's. */
function baseAmong({ links, link }: Omit<Feed, 'entries'>): string | null {
  const own = links.find(({ rel }) => rel === 'self')?.href;
  return [own, link].find((address) => address && URL.canParse(address)) ?? null;
}

function findEntries(root: Element, outer: Scope): readonly Piece[] {
  const found: Piece[] = [];
  const work: Piece[] = [new Piece(root, outer)];
  for (let piece = work.pop(); piece && found.length <= mostEntries; piece = work.pop()) {
    const { element, scope } = piece;
    if (element.name === 'item' || element.name === 'entry') found.push(piece);
    const inside = element.children.filter((node) => typeof node !== 'string' && holders.has(keyOf(node, scope.home)));
    for (const node of inside.reverse()) work.push(new Piece(node as Element, scope));
  }
  return found;
}
