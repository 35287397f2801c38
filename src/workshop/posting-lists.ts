/** Lists of numbers under keys of 32 bits, the latest first, in a few flat arrays: a hundred thousand articles fit in 50 MB. */
export class PostingLists {
  #table = new Table(1 << 12);
  #counts = new Uint32Array(1 << 12);
  #firsts = new Uint32Array(1 << 12);
  #articles = new Uint32Array(1 << 14);
  #strengths = new Uint8Array(1 << 14);
  #nexts = new Uint32Array(1 << 14);
  #size = 1;

  /** Counts the key once more. */
  count(key: number, by: number): void {
    const row = this.#row(key);
    this.#counts[row]! += by;
  }

  counted(key: number): number {
    const row = this.#table.find(key);
    return row < 0 ? 0 : this.#counts[row]!;
  }

  add(key: number, article: number, strength: number): void {
    if (this.#size === this.#articles.length) this.#grow();
    const row = this.#row(key);
    this.#articles[this.#size] = article;
    this.#strengths[this.#size] = strength;
    this.#nexts[this.#size] = this.#firsts[row]!;
    this.#firsts[row] = this.#size++;
  }

  list(key: number, limit: number): readonly { readonly article: number; readonly strength: number }[] {
    const row = this.#table.find(key);
    const found = [];
    for (let at = row < 0 ? 0 : this.#firsts[row]!; at !== 0 && found.length < limit; at = this.#nexts[at]!)
      found.push({ article: this.#articles[at]!, strength: this.#strengths[at]! });
    return found;
  }

  #row(key: number): number {
    const row = this.#table.add(key);
    if (row >= this.#counts.length) {
      this.#counts = longer(this.#counts);
      this.#firsts = longer(this.#firsts);
    }
    return row;
  }

  #grow(): void {
    this.#articles = longer(this.#articles);
    this.#nexts = longer(this.#nexts);
    const strengths = new Uint8Array(this.#strengths.length * 2);
    strengths.set(this.#strengths);
    this.#strengths = strengths;
  }
}

/** Gives each key a row, counted from 0, by open addressing. */
class Table {
  #keys: Uint32Array;
  #rows: Int32Array;
  #size = 0;

  constructor(room: number) {
    this.#keys = new Uint32Array(room);
    this.#rows = new Int32Array(room).fill(-1);
  }

  find(key: number): number {
    return this.#rows[this.#place(key)]!;
  }

  add(key: number): number {
    const place = this.#place(key);
    if (this.#rows[place]! >= 0) return this.#rows[place]!;
    this.#keys[place] = key;
    this.#rows[place] = this.#size;
    const row = this.#size++;
    if (this.#size * 2 > this.#keys.length) this.#grow();
    return row;
  }

  #place(key: number): number {
    const mask = this.#keys.length - 1;
    let place = (key ^ (key >>> 15)) & mask;
    while (this.#rows[place]! >= 0 && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [keys, rows] = [this.#keys, this.#rows];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#rows = new Int32Array(keys.length * 2).fill(-1);
    for (const [place, row] of rows.entries()) {
      if (row < 0) continue;
      const there = this.#place(keys[place]!);
      this.#keys[there] = keys[place]!;
      this.#rows[there] = row;
    }
  }
}

function longer(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(array.length * 2);
  twice.set(array);
  return twice;
}
