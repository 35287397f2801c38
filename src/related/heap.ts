/** Keeps what was pushed so that the greatest is popped first. */
export class Heap<Kept extends { readonly rank: number }> {
  readonly #kept: Kept[] = [];

  push(one: Kept): void {
    const kept = this.#kept;
    let at = kept.push(one) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (kept[above]!.rank >= one.rank) break;
      kept[at] = kept[above]!;
      at = above;
    }
    kept[at] = one;
  }

  pop(): Kept | null {
    const [top] = this.#kept;
    const last = this.#kept.pop();
    if (!top || !last) return null;
    if (this.#kept.length > 0) this.#sink(last);
    return top;
  }

  #sink(one: Kept): void {
    const kept = this.#kept;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < kept.length && kept[below + 1]!.rank > kept[below]!.rank) below++;
      if (below >= kept.length || kept[below]!.rank <= one.rank) break;
      kept[at] = kept[below]!;
      at = below;
    }
    kept[at] = one;
  }
}
