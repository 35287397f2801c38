import type { DatabaseSync } from 'node:sqlite';
import { addressKey, titleKey, type Entry, type EntryKey, type Source } from '../news/index.ts';
import { hashOfKey, keysOf } from './entry-keys.ts';
import { here, select, type Identity, type Origin } from './known-article.ts';
import { all, type Row } from './statements.ts';

/** The entries of one document, by the ids of the articles that they are by the surest of their keys. */
export type Owners = ReadonlyMap<string, Entry>;

/** Returns which articles of ours are certainly among the entries. */
export function ownersOf(db: DatabaseSync, entries: readonly Entry[], origin: Origin): Owners {
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    const [surest] = keysOf(entry, origin.source);
    const [owned] = surest ? withKey(db, surest, origin) : [];
    if (owned) owners.set(String(owned['id']), entry);
  }
  return owners;
}

/**
 * Returns which article an entry with keys is, or null when it is none that we know: the one that has the first of its keys
 * which any has, be it here or gone; then one with its address that is a file, and bears its title. Where a feed gives the
 * address of one article to another, that is not taken for the first as long as the first is in the feed as well.
 */
export function identifyByKeys(
  db: DatabaseSync,
  entry: Entry,
  keys: readonly EntryKey[],
  origin: Origin,
  owners: Owners,
): Identity | null {
  for (const key of keys) {
    const known = withKey(db, key, origin).find((row) => !belongsToOther(row, entry, owners));
    if (known) return identity(known);
  }
  const address = entry.address ? addressKey(entry.address) : null;
  const filed = address === null ? [] : withAddress(db, address, titleKey(entry.title));
  const known = filed.find((row) => !belongsToOther(row, entry, owners));
  return known ? identity(known) : null;
}

function identity(row: Row): Identity {
  return row['key'] === null ? { type: 'known', id: String(row['id']) } : here(row);
}

/** Those that are here first, and of them those of the same source. */
function withKey(db: DatabaseSync, key: EntryKey, { key: source, source: { id } }: Origin): readonly Row[] {
  const sql = `SELECT keys.article AS id, a.key, a.source, a.path, a.title_key, h.fingerprint
    FROM keys LEFT JOIN articles AS a ON a.id = keys.article LEFT JOIN headlines AS h ON h.article = a.key
    WHERE keys.hash = ? ORDER BY a.key IS NULL, a.source != ?, a.key LIMIT 20`;
  return all(db, sql, hashOfKey(key, id), source);
}

function belongsToOther(row: Row, entry: Entry, owners: Owners): boolean {
  const owner = owners.get(String(row['id']));
  return owner !== undefined && owner !== entry && !saysSame(owner, entry);
}

/** A feed may list one article twice, under two ids. */
function saysSame(one: Entry, other: Entry): boolean {
  return one.address === other.address && titleKey(one.title) === titleKey(other.title);
}

/** A file that names the page it was taken from, or the text of a page, here or gone. */
function withAddress(db: DatabaseSync, address: string, title: string): readonly Row[] {
  const living = `${select} JOIN names ON names.article = articles.key
    WHERE names.name = ? AND title_key = ? ORDER BY articles.key LIMIT 20`;
  const departed = 'SELECT id, NULL AS key FROM departed WHERE address_key = ? AND title_key = ? LIMIT 1';
  return [...all(db, living, `a:${address}`, title), ...all(db, departed, address, title)];
}

/** Returns the words from which a lasting id is made for an entry: they come out the same whenever it is met anew. */
export function placeOf([surest]: readonly EntryKey[], { location }: Source): string {
  return surest ? `${surest.everywhere ? '' : location}\n${surest.value}` : location;
}
