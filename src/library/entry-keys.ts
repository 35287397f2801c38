import { hash } from 'node:crypto';
import { addressKey, type Entry, type EntryKey, type Source } from '../news/index.ts';
import { isWebAddress } from './listed.ts';

/** Keys that are looked at of one entry, at most. */
const most = 10;

/**
 * Returns the keys by which an entry is known, the surest first. A page from the web that says none is known by its address.
 * Files, and the texts of pages, have none: they are known by their place.
 */
export function keysOf(entry: Entry, { location }: Source): readonly EntryKey[] {
  if (entry.path !== null) return [];
  if (entry.keys && entry.keys.length > 0) return entry.keys.slice(0, most);
  const address = isWebAddress(location) && entry.address ? addressKey(entry.address) : null;
  return address === null ? [] : [{ value: `at ${address}`, everywhere: true }];
}

/**
 * Returns the number under which a key is kept: 63 bits of SHA-256 of its words and, where it means something in its source
 * alone, of that source's id. Keys are only ever compared, and the words of millions would fill more of the disk than the
 * headlines.
 */
export function hashOfKey({ value, everywhere }: EntryKey, source?: Pick<Source, 'id'>): bigint {
  const words = `${everywhere ? '' : (source?.id ?? '')}\n${value}`;
  return hash('sha256', words, 'buffer').readBigInt64BE() >> 1n;
}

/** Returns the words from which a lasting id is made for an entry: they come out the same whenever it is met anew. */
export function placeOf([surest]: readonly EntryKey[], { location }: Source): string {
  return surest ? `${surest.everywhere ? '' : location}\n${surest.value}` : location;
}
