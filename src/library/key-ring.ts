import type { DatabaseSync } from 'node:sqlite';
import { titleKey, type Entry } from '../news/index.ts';
import { hashOfKey, keysOf } from './entry-keys.ts';
import type { Here, Origin } from './known-article.ts';
import { all, run, type Row } from './statements.ts';

/** Keys that are noted of one article, at most: a feed that gives every entry a new id each time must not fill the disk. */
const most = 20;

/** The keys of the entries that are filed together, and the articles, here or gone, that have them: asked for all at once. */
export class KeyRing {
  readonly #db: DatabaseSync;
  readonly #hashes: ReadonlyMap<Entry, readonly bigint[]>;
  /** Those that are here first, and of them those of the same source. */
  readonly #articles = new Map<bigint, Row[]>();
  /** The entries by the ids of the articles that they are by the surest of their keys. */
  readonly #owners = new Map<string, Entry>();
  /** The articles that entries were filed as so far, by their ids. */
  readonly #met = new Map<string, Row>();

  constructor(db: DatabaseSync, entries: readonly Entry[], { key, source }: Origin) {
    this.#db = db;
    this.#hashes = new Map(
      entries.map((entry) => [entry, keysOf(entry, source).map((entryKey) => hashOfKey(entryKey, source))]),
    );
    const hashes = [...new Set([...this.#hashes.values()].flat())];
    for (const row of hashes.length === 0 ? [] : all(db, withKeys, `[${hashes.join()}]`, key)) {
      this.#add(hashes[Number(row['place'])]!, row);
    }
    for (const [entry, [surest]] of this.#hashes) {
      const owned = surest === undefined ? undefined : this.#articles.get(surest)?.[0];
      if (owned) this.#owners.set(String(owned['id']), entry);
    }
  }

  /** Returns whether the entry is known by keys. */
  has(entry: Entry): boolean {
    return (this.#hashes.get(entry) ?? []).length > 0;
  }

  /**
   * Returns the article that has the first of the entry's keys which any has. Where a feed gives the address of one article
   * to another, that is not taken for the first as long as the first is in the feed as well.
   */
  article(entry: Entry): Row | undefined {
    for (const hash of this.#hashes.get(entry) ?? []) {
      const known = this.#articles.get(hash)?.find((row) => !this.belongsToOther(row, entry));
      if (known) return this.#met.get(String(known['id'])) ?? known;
    }
    return undefined;
  }

  /** Returns whether an article is another entry among these, by the surest of its keys. */
  belongsToOther(row: Row, entry: Entry): boolean {
    const owner = this.#owners.get(String(row['id']));
    return owner !== undefined && owner !== entry && !saysSame(owner, entry);
  }

  /** Returns whether an entry was filed as the article already: a document that lists it twice says it once. */
  isMet(id: string): boolean {
    return this.#met.has(id);
  }

  /** Notes that the entry is the article, and by what that is known from now on. */
  note(entry: Entry, article: Here): void {
    const { id, key } = article;
    const row = { ...article };
    this.#met.set(id, row);
    const hashes = this.#hashes.get(entry) ?? [];
    const unknown = hashes.filter((hash) => !this.#articles.get(hash)?.some((row) => row['id'] === id));
    if (unknown.length === 0) return;
    for (const hash of unknown) this.#add(hash, row);
    const counting = `UPDATE articles SET keys = keys + ? WHERE key = ? AND keys < ${most}`;
    if (run(this.#db, counting, unknown.length, key) === 0) return;
    for (const hash of unknown) run(this.#db, 'INSERT OR IGNORE INTO keys (hash, article) VALUES (?, ?)', hash, id);
  }

  #add(hash: bigint, row: Row): void {
    const there = this.#articles.get(hash);
    if (there) there.push(row);
    else this.#articles.set(hash, [row]);
  }
}

const withKeys = `
  SELECT wanted.key AS place, keys.article AS id, a.key, a.source, a.path, h.fingerprint
  FROM json_each(?) AS wanted
  CROSS JOIN keys ON keys.hash = wanted.value
  LEFT JOIN articles AS a ON a.id = keys.article
  LEFT JOIN headlines AS h ON h.article = a.key
  ORDER BY wanted.key, a.key IS NULL, a.source != ?, a.key`;

/** A feed may list one article twice, under two ids. */
function saysSame(one: Entry, other: Entry): boolean {
  return one.address === other.address && titleKey(one.title) === titleKey(other.title);
}
