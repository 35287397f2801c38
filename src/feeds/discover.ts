import { webAddress } from '../address/index.ts';
import { decode } from '../encoding/index.ts';
import { parseHtml, resolve, textOf, type Element, type Node } from '../markup/index.ts';
import { cleanLine, type Safe } from '../text/index.ts';
import { withoutFeed } from './outline.ts';
import type { Received } from './read.ts';

/** A feed that a page offers. */
export interface Offer {
  readonly address: Safe;
  readonly title: Safe | null;
  readonly type: Safe | null;
}

/** Feeds of a page: those that it names as such, and addresses where one may be. */
export interface Offers {
  readonly named: readonly Offer[];
  /** Links of the page that look like feeds, then the places where most sites have one. */
  readonly likely: readonly Offer[];
}

const feedType = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|x?rss|rdf|x-(?:rss|atom)\+xml)$/i;
const looseType = /^(?:application\/(?:json|xml)|text\/xml)$/i;
/** Addresses of a site's interfaces for programs, which some pages link as if they were feeds. */
const notFeeds = /\/wp-json\/|\boembed\b/i;
const looksLikeFeed =
  /(?:^|[/._-])(?:feeds?|rss|atom|rdf|index\.xml)(?:[/._-]?(?:xml|json|rss|atom|\d))?\/?(?:[?#]|$)/i;
const commonPaths = ['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json'];

/** Returns the feeds that a page offers, each once, in its order. Nothing is fetched: a likely one may not be there. */
export function discoverFeeds(bytes: Uint8Array, received: Received = {}): Offers {
  const { text } = decode(bytes, received.contentType);
  const elements = elementsOf(parseHtml(text).nodes);
  const base = baseOf(elements, received.address ?? null);
  const named = elements.filter(isNamed).flatMap((element) => offer(element, base));
  const links = elements.filter(
    ({ name, attributes }) => name === 'a' && looksLikeFeed.test(attributes.get('href') ?? ''),
  );
  const likely = [...links.flatMap((element) => offer(element, base)), ...common(received.address ?? null)];
  const seen = new Set<string>();
  return { named: once(named, seen), likely: once(likely, seen) };
}

function elementsOf(nodes: readonly Node[]): readonly Element[] {
  const found: Element[] = [];
  const work = nodes.toReversed();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === 'string') continue;
    found.push(node);
    work.push(...node.children.toReversed());
  }
  return found;
}

function baseOf(elements: readonly Element[], address: string | null): string | null {
  const href = elements
    .find(({ name, attributes }) => name === 'base' && attributes.has('href'))
    ?.attributes.get('href');
  return href === undefined ? address : (resolve(href, address) ?? address);
}

function isNamed({ name, attributes }: Element): boolean {
  if (name !== 'link' && name !== 'a') return false;
  const rel = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  const type = attributes.get('type')?.split(';')[0]?.trim() ?? '';
  const href = attributes.get('href') ?? '';
  if (notFeeds.test(href)) return false;
  if (rel.includes('feed') && !rel.includes('stylesheet')) return true;
  return rel.includes('alternate') && (feedType.test(type) || (looseType.test(type) && !attributes.has('hreflang')));
}

function offer({ attributes, children }: Element, base: string | null): readonly Offer[] {
  const href = withoutFeed(attributes.get('href') ?? '');
  const address = href.trim() === '' ? null : webAddress(resolve(href, base) ?? href);
  if (address === null) return [];
  const title = cleanLine(attributes.get('title') ?? textOf(children));
  const type = cleanLine(attributes.get('type') ?? '');
  return [{ address, title: title === '' ? null : title, type: type === '' ? null : type }];
}

function common(address: string | null): readonly Offer[] {
  return commonPaths.flatMap((path) => {
    const place = address === null ? null : webAddress(resolve(path, address) ?? '');
    return place === null ? [] : [{ address: place, title: null, type: null }];
  });
}

function once(offers: readonly Offer[], seen: Set<string>): readonly Offer[] {
  return offers.filter(({ address }) => !seen.has(address) && seen.add(address));
}
