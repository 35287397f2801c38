import type { DatabaseSync } from 'node:sqlite';
import { bytesOf, keysIn, numbers, strengthsIn } from './key-bytes.ts';
import { PostingLists } from './posting-lists.ts';
import { all, one } from './statements.ts';

/** How far the index is (see the table `connecting`). */
export interface Progress {
  readonly articles: number;
  /** Grows with every change of the index. */
  readonly version: number;
  readonly merging: number;
  readonly slice: number;
}

export function progressOf(db: DatabaseSync): Progress {
  const row = one(db, 'SELECT articles, version, merging, slice FROM connecting') ?? {};
  return {
    articles: Number(row['articles']),
    version: Number(row['version']),
    merging: Number(row['merging']),
    slice: Number(row['slice']),
  };
}

/** All keys are merged in so many slices, by their first bits. */
export const slices = 64;
const sliceOf = (key: number): number => key >>> 26;

/** Stands for the strength of an article that has the key no longer. */
export const gone = -1;

/** What of the keys is not in the tables of counts and postings yet: read once, and then only what came since. */
export class Unmerged {
  readonly #db: DatabaseSync;
  /** What is just being merged, of which only the slices that are left count; and what came after it. */
  #merging = new PostingLists();
  #fresh = new PostingLists();
  #upTo = -1;
  #seen = -1;
  #slice = 0;
  #keys: readonly (readonly number[])[] | null = null;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  catchUp({ version, merging, slice }: Progress): void {
    this.#slice = slice;
    if (merging !== this.#upTo) {
      this.#merging = new PostingLists();
      this.#fresh = new PostingLists();
      this.#seen = -1;
      this.#upTo = merging;
      this.#keys = null;
    }
    if (version === this.#seen) return;
    const sql = 'SELECT row, article, sign, vector, rest, posted FROM unmerged WHERE row > ? ORDER BY row';
    for (const row of all(this.#db, sql, this.#seen)) {
      const lists = Number(row['row']) <= merging ? this.#merging : this.#fresh;
      read(lists, row);
    }
    this.#seen = version;
  }

  /** By how much the count of the key is to be corrected. */
  counted(key: number): number {
    return this.#fresh.counted(key) + (sliceOf(key) >= this.#slice ? this.#merging.counted(key) : 0);
  }

  /** Tells the articles under the key, what came last first; with the strength {@link gone} those that were there before. */
  each(key: number, tell: (article: number, strength: number) => void): void {
    this.#fresh.each(key, tell);
    if (sliceOf(key) >= this.#slice) this.#merging.each(key, tell);
  }

  /** What is being merged, its first slice that is left, and the keys of a slice. */
  get merging(): PostingLists {
    return this.#merging;
  }

  get slice(): number {
    return this.#slice;
  }

  keysOf(slice: number): readonly number[] {
    this.#keys ??= bySlice(this.#merging.keys());
    return this.#keys[slice] ?? [];
  }
}

function bySlice(keys: Uint32Array): readonly (readonly number[])[] {
  const parts = Array.from({ length: slices }, (): number[] => []);
  for (const key of keys) parts[sliceOf(key)]!.push(key);
  return parts;
}

function read(lists: PostingLists, row: Readonly<Record<string, unknown>>): void {
  const sign = row['sign'] === 1 ? 1 : -1;
  const article = Number(row['article']);
  for (const key of keysIn(bytesOf(row['vector']))) lists.count(key, sign);
  for (const key of numbers(bytesOf(row['rest']))) lists.count(key, sign);
  const posted = bytesOf(row['posted']);
  const strengths = strengthsIn(posted);
  for (const [place, key] of keysIn(posted).entries()) lists.add(key, article, sign === 1 ? strengths[place]! : gone);
}
