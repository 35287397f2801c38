/** What a program did to the files below a folder, and what it said, as `power-cut.c` writes it down. */
export type Written =
  | { readonly type: 'made'; readonly file: number; readonly name: string }
  | { readonly type: 'wrote'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly type: 'cut'; readonly file: number; readonly at: number }
  | { readonly type: 'waits' | 'waited'; readonly file: number; readonly who: number }
  | { readonly type: 'names waited' }
  | { readonly type: 'renamed'; readonly name: string; readonly to: string }
  | { readonly type: 'removed'; readonly name: string }
  | { readonly type: 'said'; readonly text: string };

/** Letter, file, place and length: what comes before the bytes of a record. */
const headLength = 21;

/** Reads a log. A record that was not written to its end is none. */
export function readWriteLog(log: Buffer): readonly Written[] {
  const records: Written[] = [];
  for (let at = 0; at + headLength <= log.length;) {
    const length = log.readUInt32LE(at + 17);
    const bytes = log.subarray(at + headLength, at + headLength + length);
    if (bytes.length < length) break;
    const file = Number(log.readBigUInt64LE(at + 1));
    const place = Number(log.readBigUInt64LE(at + 9));
    records.push(recordOf(String.fromCharCode(log[at]!), file, place, bytes));
    at += headLength + length;
  }
  return records;
}

function recordOf(letter: string, file: number, place: number, bytes: Buffer): Written {
  switch (letter) {
    case 'C':
      return { type: 'made', file, name: bytes.toString() };
    case 'W':
      return { type: 'wrote', file, at: place, bytes };
    case 'T':
      return { type: 'cut', file, at: place };
    case 'B':
      return { type: 'waits', file, who: place };
    case 'S':
      return { type: 'waited', file, who: place };
    case 'D':
      return { type: 'names waited' };
    case 'R': {
      const [name = '', to = ''] = bytes.toString().split('\0');
      return { type: 'renamed', name, to };
    }
    case 'U':
      return { type: 'removed', name: bytes.toString() };
    case 'A':
      return { type: 'said', text: bytes.toString() };
    default:
      throw new Error(`A log of writes has no records of the kind ${letter}.`);
  }
}
