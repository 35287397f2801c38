import { Heap } from './heap.ts';
import type { Pairs } from './pairs.ts';
import { belonging } from './story.ts';

/** How much the more headlines a story has the less alike another needs to be. */
const growth = 0.25;

interface Merge {
  readonly rank: number;
  readonly one: number;
  readonly other: number;
  /** Sizes of both when this was considered: it is out of date when one has grown since. */
  readonly sizes: number;
}

/**
 * Groups places bottom-up, always joining the two groups that are most alike, until none are alike enough. Texts are joined by
 * the average of all pairs (UPGMA; Sokal and Michener 1958); headlines, which may name one event without a word in common,
 * by the angle between the groups' centroids, the more readily the larger a group is, since a large one knows the event's words.
 * Pairs that are not there count as not alike, so that the time goes with the pairs (Day and Edelsbrunner 1984).
 */
export class Clusters {
  readonly #sums: Map<number, number>[];
  readonly #size: number[];
  readonly #within: number[];
  readonly #headlines: number[];
  readonly #into: number[];
  readonly #heap = new Heap<Merge>();
  readonly #pins: (number | null)[];

  /** `members` tell of each place whether it is no more than a headline, and which of two pins that stay apart it has, if any. */
  constructor(pairs: Pairs, members: readonly { readonly headline: boolean; readonly pin: number | null }[]) {
    this.#sums = pairs.map((row) => new Map(row));
    this.#size = pairs.map(() => 1);
    this.#within = pairs.map(() => 1);
    this.#headlines = members.map(({ headline }) => (headline ? 1 : 0));
    this.#into = pairs.map((_, place) => place);
    this.#pins = members.map(({ pin }) => pin);
  }

  /** Joins two places whatever the likeness. */
  join(one: number, other: number): void {
    const [left, right] = [this.groupOf(one), this.groupOf(other)];
    if (left !== right && !this.#areApart(left, right)) this.#merge(left, right);
  }

  /** Joins what is alike enough. */
  run(): void {
    for (const [one, row] of this.#sums.entries()) if (this.groupOf(one) === one) this.#consider(one, row.keys(), one);
    for (let merge = this.#heap.pop(); merge; merge = this.#heap.pop()) {
      const { one, other, sizes } = merge;
      if (this.#into[one] !== one || this.#into[other] !== other || sizes !== this.#size[one]! + this.#size[other]!)
        continue;
      const joined = this.#merge(one, other);
      this.#consider(joined, this.#sums[joined]!.keys(), -1);
    }
  }

  /** Returns the place that stands for the group of this one. */
  groupOf(place: number): number {
    let group = place;
    while (this.#into[group] !== group) group = this.#into[group]!;
    return group;
  }

  #consider(one: number, others: Iterable<number>, beyond: number): void {
    for (const other of others) {
      if (other <= beyond || this.#areApart(one, other)) continue;
      const rank = this.#alike(one, other);
      if (rank >= belonging) this.#heap.push({ rank, one, other, sizes: this.#size[one]! + this.#size[other]! });
    }
  }

  /** Whether both have a pin, and not the same. */
  #areApart(one: number, other: number): boolean {
    const [pin, its] = [this.#pins[one] ?? null, this.#pins[other] ?? null];
    return pin !== null && its !== null && pin !== its;
  }

  #alike(one: number, other: number): number {
    const sum = this.#sums[one]!.get(other) ?? 0;
    const sizes = this.#size[one]! * this.#size[other]!;
    const all = this.#size[one]! + this.#size[other]!;
    if ((this.#headlines[one]! + this.#headlines[other]!) * 2 <= all) return sum / sizes;
    const larger = Math.max(this.#size[one]!, this.#size[other]!);
    return (sum / Math.sqrt(this.#within[one]! * this.#within[other]!)) * (1 + growth * Math.log(larger));
  }

  /** Moves the group with fewer pairs into the other, and returns that. */
  #merge(one: number, other: number): number {
    const [kept, gone] = this.#sums[one]!.size >= this.#sums[other]!.size ? [one, other] : [other, one];
    const between = this.#sums[kept]!.get(gone) ?? 0;
    for (const [third, sum] of this.#sums[gone]!) {
      this.#sums[third]!.delete(gone);
      if (third === kept) continue;
      const total = (this.#sums[kept]!.get(third) ?? 0) + sum;
      this.#sums[kept]!.set(third, total);
      this.#sums[third]!.set(kept, total);
    }
    this.#sums[gone] = new Map();
    this.#into[gone] = kept;
    this.#pins[kept] ??= this.#pins[gone] ?? null;
    this.#size[kept]! += this.#size[gone]!;
    this.#within[kept]! += this.#within[gone]! + 2 * between;
    this.#headlines[kept]! += this.#headlines[gone]!;
    return kept;
  }
}
