import { createHash } from 'node:crypto';
import { textOf } from '../markup/index.ts';
import { addressKey, titleKey, type EntryKey } from '../news/index.ts';
import type { Feed, FeedEntry } from './feed.ts';

/**
 * Returns the keys of each entry, in the order of the entries, the surest first: its id, its address, its title and day.
 * An entry is the known article that has the first of its keys which any known article has; so it stays the
 * same when its feed gives it another address, another id, or another place. What several entries of the feed share
 * although they differ is no key of any: an id that says nothing, the home page in place of an address. The words count
 * only where nothing else is said, for they change with every correction.
 */
export function entryKeys(feed: Feed): readonly (readonly EntryKey[])[] {
  const home = feed.link === null ? null : addressKey(feed.link);
  const all = feed.entries.map((entry) => ({ entry, keys: keysOfOne(entry, home) }));
  const shared = sharedKeys(all);
  return all.map(({ entry, keys }) => {
    const own = keys.filter(({ value }) => !shared.has(value));
    return own.length > 0 ? own : [{ value: `words ${hashOf(entry)}`, everywhere: false }];
  });
}

const day = 86_400_000;
/** Ids that name their entry in all the world: RFC 4151, RFC 8141, and addresses. */
const worldwide = /^(?:https?:\/\/|tag:|urn:)/i;

function keysOfOne(entry: FeedEntry, home: string | null): readonly EntryKey[] {
  const { id, title } = entry;
  const keys: EntryKey[] = [];
  if (id !== null) keys.push({ value: `id ${id}`, everywhere: worldwide.test(id) });
  const addresses = new Set(addressesOf(entry).map(addressKey));
  for (const address of addresses) {
    if (address !== null && address !== home) keys.push({ value: `at ${address}`, everywhere: true });
  }
  const date = entry.published ?? entry.updated;
  if (title !== null && date !== null) {
    keys.push({ value: `said ${titleKey(title)} ${Math.floor(date / day)}`, everywhere: false });
  }
  return keys;
}

/** The original address first, then the one that the feed gives, and an id that is one. */
function addressesOf({ id, link, links }: FeedEntry): readonly string[] {
  const original = links.find(({ rel }) => rel === 'canonical')?.href;
  return [original, link, id !== null && /^https?:/i.test(id) ? id : null].filter(
    (address) => typeof address === 'string',
  );
}

function hashOf({ title, summary, content }: FeedEntry): string {
  const words = [title ?? '', ...[...content, ...(summary ? [summary] : [])].map(({ nodes }) => textOf(nodes))];
  return createHash('sha256').update(words.join('\n')).digest('hex');
}

/** Returns the keys that entries with different titles or addresses share. */
function sharedKeys(
  all: readonly { readonly entry: FeedEntry; readonly keys: readonly EntryKey[] }[],
): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { entry, keys } of all) {
    const owner = `${entry.title} ${entry.link}`;
    for (const { value } of keys) {
      const other = owners.get(value);
      if (other === undefined) owners.set(value, owner);
      else if (other !== owner) shared.add(value);
    }
  }
  return shared;
}
