import type { Progress } from './unmerged.ts';

/** Counts that are kept at hand, half a megabyte; a power of two. */
const places = 1 << 16;

/** Counts as they stand in the table: each has one place, where the next one with that place takes over. */
export class CountCache {
  #keys = new Uint32Array();
  #counts = new Int32Array();
  #since: Pick<Progress, 'merging' | 'slice'> = { merging: -1, slice: -1 };

  /** Lets go of what was read before some were merged. */
  since({ merging, slice }: Progress): void {
    if (this.#since.merging === merging && this.#since.slice === slice) return;
    this.#since = { merging, slice };
    if (this.#keys.length === 0) {
      this.#keys = new Uint32Array(places);
      this.#counts = new Int32Array(places);
    }
    this.#counts.fill(-1);
  }

  /** Goes on with what is known, after a merge of which all was told by {@link add}. */
  adopt({ merging, slice }: Progress): void {
    this.#since = { merging, slice };
  }

  add(key: number, by: number): void {
    const known = this.get(key);
    if (known !== null) this.set(key, Math.max(0, known + by));
  }

  /** Returns the count, or null when it is not known. */
  get(key: number): number | null {
    const place = key & (places - 1);
    return this.#keys[place] === key && this.#counts[place]! >= 0 ? this.#counts[place]! : null;
  }

  set(key: number, count: number): void {
    const place = key & (places - 1);
    this.#keys[place] = key;
    this.#counts[place] = count;
  }
}
