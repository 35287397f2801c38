import { say, type Safe } from '../text/index.ts';

/** Text of a file, and what was wrong with its encoding. */
export interface Decoded {
  readonly text: string;
  readonly complaint: Safe | null;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Returns the bytes as text, without a byte order mark. What is not UTF-8 is read as Windows-1252, which old files mostly
 * are, unless most of its letters are good UTF-8: then the broken ones are replaced.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes), complaint: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), complaint: null };
  } catch {
    return guess(bytes);
  }
}

function guess(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (foreign - broken >= broken) {
    return { text, complaint: say`is not all UTF-8; what could not be read is shown as \ufffd` };
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), complaint: say`is not UTF-8; read as Windows-1252` };
}
