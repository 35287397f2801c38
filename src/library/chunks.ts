/** Keys of articles in one chunk of a list of postings. */
const width = 2048;

/** An article under a key, and how strongly it speaks of that. */
export interface Posting {
  readonly article: number;
  readonly strength: number;
}

export function chunkOf(article: number): number {
  return Math.floor(article / width);
}

/** Returns a chunk as bytes: where in the chunk each article is, two bytes each, the latest first; then the strengths. */
export function writeChunk(postings: ReadonlyMap<number, number>): Uint8Array {
  const articles = [...postings.keys()].sort((one, other) => other - one);
  const bytes = new Uint8Array(articles.length * 3);
  for (const [index, article] of articles.entries()) {
    const place = article % width;
    bytes[index * 2] = place & 0xff;
    bytes[index * 2 + 1] = place >> 8;
    bytes[articles.length * 2 + index] = postings.get(article)!;
  }
  return bytes;
}

/** Adds what a chunk holds to the list, the latest first, up to so many in all. */
export function readChunk(chunk: number, bytes: Uint8Array, into: Posting[], most = Infinity): void {
  const count = Math.floor(bytes.length / 3);
  const first = chunk * width;
  for (let index = 0; index < count && into.length < most; index++) {
    const article = first + bytes[index * 2]! + (bytes[index * 2 + 1]! << 8);
    into.push({ article, strength: bytes[count * 2 + index]! });
  }
}
