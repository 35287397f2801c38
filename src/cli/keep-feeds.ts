import { judgeAddress } from '../address/index.ts';
import { cleanLine, join, say, type Safe } from '../text/index.ts';
import { addressKey, type Source } from '../news/index.ts';
import type { CarriedFeed } from '../exchange/index.ts';
import type { Library } from '../library/index.ts';
import { counted } from './counted.ts';
import type { Complaint } from './verb.ts';

/** What became of a list of feeds. */
export interface KeptFeeds {
  /** How many were not here. */
  readonly added: number;
  /** Feeds that are not asked for news until the reader says so. */
  readonly problems: readonly Complaint[];
  /** What the reader is told besides. */
  readonly remarks: readonly Safe[];
}

/**
 * Keeps the feeds of a list as sources. A feed that is here keeps its name and gains the tags. One without a name is called by its
 * host, until it is fetched and says what it calls itself. A list may come from anybody: what it names in the reader's own network
 * is kept, but paused, unless the whole list is of one such host, which is then the reader's own.
 */
export function keepFeeds(feeds: readonly CarriedFeed[], library: Library, file: Safe): KeptFeeds {
  const here = new Map(
    library.sources().flatMap((source) => (source.kind === 'feed' ? [[keyOf(source.location), source]] : [])),
  );
  const own = ownHostOf(feeds);
  const paused: Source[] = [];
  let added = 0;
  for (const feed of feeds) {
    const key = keyOf(feed.address);
    const known = here.get(key);
    const source = known ? keptAgain(known, feed, library) : keptAnew(feed, own === null && isInside(feed), library);
    here.set(key, source);
    if (known) continue;
    added++;
    if (source.paused) paused.push(source);
  }
  const remarks = own !== null && added > 0 ? [say`All of its feeds lie on ${own}, inside your own network.`] : [];
  return { added, problems: paused.length > 0 ? [pausedInside(paused, file)] : [], remarks };
}

/** Returns the one host in the reader's own network on which all feeds lie, or null. */
function ownHostOf(feeds: readonly CarriedFeed[]): Safe | null {
  const hosts = new Set(feeds.map(({ address }) => URL.parse(address)?.host));
  const [host] = hosts;
  return hosts.size === 1 && host && feeds.every(isInside) ? cleanLine(host) : null;
}

function isInside({ address }: CarriedFeed): boolean {
  return judgeAddress(address).verdict === 'private';
}

/** Hosts that are named in a sentence. */
const mostNamed = 3;

function pausedInside(paused: readonly Source[], file: Safe): Complaint {
  const hosts = [...new Set(paused.map(({ location }) => hostOf(location)))];
  const named = join(hosts.slice(0, mostNamed), say`, `);
  const more = hosts.length > mostNamed ? say` and others` : say``;
  const detail = say`${counted(paused.length, say`feed`)} inside your own network (${named}${more}) ${paused.length === 1 ? say`is` : say`are`} kept, but paused, as a list may come from anybody. "alsosee sources NAME --resume" has it asked for news.`;
  return { kind: 'address', where: file, detail };
}

/** However an address is written, it is the same feed. */
function keyOf(address: string): string {
  return addressKey(address) ?? address;
}

function keptAnew({ address, name, tags }: CarriedFeed, paused: boolean, library: Library): Source {
  return library.keepSource({
    kind: 'feed',
    name: name ?? hostOf(address),
    location: address,
    kept: true,
    tags,
    paused,
  });
}

function keptAgain(known: Source, { tags }: CarriedFeed, library: Library): Source {
  const all = [...new Set([...known.tags, ...tags])];
  if (known.kept && all.length === known.tags.length) return known;
  return library.changeSource(known.id, { kept: true, tags: all }) ?? known;
}

/** Returns the host that an address names, without "www.", or the address when it names none. */
export function hostOf(address: string): Safe {
  return cleanLine(URL.parse(address)?.host.replace(/^www\./, '') ?? address);
}
