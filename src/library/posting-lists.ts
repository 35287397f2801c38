/** Numbers counted and listed under keys of 32 bits, in a few flat arrays. */
export class PostingLists {
  #table = new Table(1 << 10);
  #counts = new Int32Array(1 << 10);
  #firsts = new Uint32Array(1 << 10);
  #articles = new Uint32Array(1 << 12);
  #strengths = new Int16Array(1 << 12);
  #nexts = new Uint32Array(1 << 12);
  #size = 1;

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

  /** Tells what was added under the key, the last first. */
  each(key: number, tell: (article: number, strength: number) => void): void {
    const row = this.#table.find(key);
    for (let at = row < 0 ? 0 : this.#firsts[row]!; at !== 0; at = this.#nexts[at]!)
      tell(this.#articles[at]!, this.#strengths[at]!);
  }

  /** All keys, in ascending order. */
  keys(): Uint32Array {
    return this.#table.keys().sort();
  }

  #row(key: number): number {
    const row = this.#table.add(key);
    if (row >= this.#counts.length) {
      this.#counts = longer(this.#counts, Int32Array);
      this.#firsts = longer(this.#firsts, Uint32Array);
    }
    return row;
  }

  #grow(): void {
    this.#articles = longer(this.#articles, Uint32Array);
    this.#nexts = longer(this.#nexts, Uint32Array);
    this.#strengths = longer(this.#strengths, Int16Array);
  }
}

/** Gives each key a row, counted from 0, by open addressing. */
class Table {
  #keys: Uint32Array<ArrayBuffer>;
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

  keys(): Uint32Array {
    const keys = new Uint32Array(this.#size);
    for (const [place, row] of this.#rows.entries()) if (row >= 0) keys[row] = this.#keys[place]!;
    return keys;
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

function longer<Numbers extends Int32Array | Uint32Array | Int16Array>(
  array: Numbers,
  Longer: new (length: number) => Numbers,
): Numbers {
  const twice = new Longer(array.length * 2);
  twice.set(array);
  return twice;
}
