import type { Element, Node } from '../markup/index.ts';
import { readChannel } from './channel.ts';
import { readEntry } from './entry.ts';
import type { Feed, Format } from './feed.ts';
import { keyOf, Piece, type Scope } from './piece.ts';

/** Entries that are read of one feed. */
export const mostEntries = 10_000;
const roots: ReadonlyMap<string, Format> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['feed', 'atom'],
  ['rdf', 'rdf'],
]);
/** Elements in which entries are looked for. An entry among them may have swallowed the next, when its end tag is missing. */
const holders = new Set([...roots.keys(), 'items', 'item', 'entry', 'entries']);

/** Returns the feed in a tree of XML, or null when there is none. */
export function readXmlFeed(nodes: readonly Node[], address: string | null): { feed: Feed; cut: boolean } | null {
  const root = nodes.find((node) => typeof node !== 'string');
  const format = root && roots.get(root.name);
  if (!root || !format) return null;
  const home = format === 'rdf' ? '' : root.space;
  const outer: Scope = { base: address, language: null, atom: format === 'atom', home };
  const channel = new Piece(joined(root), outer);
  const about = readChannel(channel, format);
  const entries = findEntries(root, { ...outer, base: outer.base ?? baseAmong(about) });
  return {
    feed: { ...about, entries: entries.slice(0, mostEntries).map(readEntry) },
    cut: entries.length > mostEntries,
  };
}

/** The channel with what stands beside it: RDF has the picture there, and broken feeds anything. */
function joined(root: Element): Element {
  const channel = root.children.find((node) => typeof node !== 'string' && node.name === 'channel');
  if (!channel || typeof channel === 'string') return root;
  const beside = root.children.filter((node) => typeof node !== 'string' && node.name !== 'channel');
  return {
    ...channel,
    attributes: new Map([...root.attributes, ...channel.attributes]),
    children: [...channel.children, ...beside],
  };
}

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

