import { cleanLine, type Safe } from '../text/index.ts';
import { addressKey, type Source } from '../news/index.ts';
import type { CarriedFeed } from '../exchange/index.ts';
import type { Library } from '../library/index.ts';

/**
 * Keeps feeds as sources, and returns how many were not here. A feed that is here keeps its name and gains the tags. One
 * without a name is called by its host, until it is fetched and says what it calls itself.
 */
export function keepFeeds(feeds: readonly CarriedFeed[], library: Library): number {
  const here = new Map(
    library.sources().flatMap((source) => (source.kind === 'feed' ? [[keyOf(source.location), source]] : [])),
  );
  let added = 0;
  for (const feed of feeds) {
    const key = keyOf(feed.address);
    const known = here.get(key);
    if (!known) added++;
    here.set(key, known ? keptAgain(known, feed, library) : keptAnew(feed, library));
  }
  return added;
}

/** However an address is written, it is the same feed. */
function keyOf(address: string): string {
  return addressKey(address) ?? address;
}

function keptAnew({ address, name, tags }: CarriedFeed, library: Library): Source {
  return library.keepSource({ kind: 'feed', name: name ?? hostOf(address), location: address, kept: true, tags });
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
