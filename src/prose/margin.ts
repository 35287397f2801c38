import type { Run } from './line.ts';

/** What stands before the words of a line: borders, bullets, numbers, or the space that keeps clear of them. */
export interface Prefix {
  /** On the first line. */
  readonly first: readonly Run[];
  /** On the lines below it, of the same width. */
  readonly rest: readonly Run[];
  readonly columns: number;
}

/** Fewest columns that are left for words, however deep they stand. */
const fewest = 10;
const none: Prefix = { first: [], rest: [], columns: 0 };

/** The prefixes of the blocks around some words, from the outermost in. */
export class Margin {
  readonly columns: number;
  readonly #outer: Margin | null;
  readonly #prefix: Prefix;
  #begun = false;

  constructor(prefix: Prefix = none, outer: Margin | null = null) {
    this.#prefix = prefix;
    this.#outer = outer;
    this.columns = prefix.columns + (outer?.columns ?? 0);
  }

  /** Returns the margin with one more prefix; without the outer ones where too little of the columns would be left. */
  within(prefix: Prefix, available: number): Margin {
    if (this.columns + prefix.columns + fewest <= available) return new Margin(prefix, this);
    return prefix.columns + 2 <= available ? new Margin(prefix) : new Margin();
  }

  /** Returns what stands before the next line. */
  next(): readonly Run[] {
    const own = this.#begun ? this.#prefix.rest : this.#prefix.first;
    this.#begun = true;
    const outer = this.#outer?.next() ?? [];
    if (outer.length === 0) return own;
    return own.length === 0 ? outer : [...outer, ...own];
  }

  /** Returns what stands before an empty line: borders alone. */
  blank(): readonly Run[] {
    const runs = [...(this.#outer?.blank() ?? []), ...this.#prefix.rest];
    while (runs.length > 0 && runs.at(-1)?.text.trim() === '') runs.pop();
    return runs;
  }
}
