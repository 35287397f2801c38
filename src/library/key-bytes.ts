// Keys with strengths are kept as `related` keeps a vector: four bytes a key, then one byte a strength.

/** Returns the keys of such bytes. */
export function keysIn(bytes: Uint8Array): Uint32Array {
  return numbers(bytes, Math.floor(bytes.length / 5));
}

/** Returns the strengths of such bytes, in the order of their keys. */
export function strengthsIn(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(Math.floor(bytes.length / 5) * 4);
}

export function keyBytes(posted: readonly { readonly key: number; readonly strength: number }[]): Uint8Array {
  const bytes = new Uint8Array(posted.length * 5);
  new Uint32Array(bytes.buffer, 0, posted.length).set(posted.map(({ key }) => key));
  bytes.set(
    posted.map(({ strength }) => strength),
    posted.length * 4,
  );
  return bytes;
}

/** Returns the bytes of plain numbers of 32 bits, and what such bytes say. */
export function numberBytes(all: Uint32Array): Uint8Array {
  return new Uint8Array(all.buffer, all.byteOffset, all.byteLength);
}

export function numbers(bytes: Uint8Array, count = Math.floor(bytes.length / 4)): Uint32Array {
  if (bytes.byteOffset % 4 === 0) return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
  return new Uint32Array(bytes.slice(0, count * 4).buffer);
}

/** Returns the value as bytes, none when it is none: a library file can come from anywhere. */
export function bytesOf(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
