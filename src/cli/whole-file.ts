import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { cleanLine, say } from '../text/index.ts';
import type { Location } from './location.ts';
import type { Complaint } from './verb.ts';

/** Returns all bytes of a file, or why they are not read: it is larger than so many, or cannot be read. */
export function readWhole({ path, name }: Location, largest: number): Uint8Array | Complaint {
  try {
    if (statSync(path).size <= largest) return readFileSync(path);
    return {
      kind: 'too-large',
      where: name,
      detail: say`The file is larger than ${largest / 1_000_000} million bytes.`,
    };
  } catch (error) {
    const code = cleanLine((error as NodeJS.ErrnoException).code ?? '');
    return { kind: 'unreadable', where: name, detail: say`It cannot be read (${code}).` };
  }
}

/** How every SQLite file begins (sqlite.org/fileformat.html). */
const magic = 'SQLite format 3\0';

/** Tells whether a file is a database, however large it is. What cannot be read is none. */
export function isDatabase({ path }: Location): boolean {
  const beginning = Buffer.alloc(magic.length);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, beginning, 0, magic.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return beginning.toString('latin1') === magic;
}
