import { say, cleanLine, type Safe } from '../text/index.ts';
import { guessEncoding } from './guess.ts';
import { mendControls, readWithStrays } from './mend.ts';

/** Text of a document, and what was wrong with its encoding. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  /** The name of the encoding that was used, as https://encoding.spec.whatwg.org names it, or "utf-32". */
  readonly encoding: string;
  /** The end of a sentence that begins with the document's name, or null when nothing was wrong. */
  readonly complaint: Safe | null;
}

/** Byte order marks, the longer ones first. */
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** How "<" and a character after it look in encodings of two and four bytes; 1 stands for any byte but 0. */
const shapes: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-32le', [0x3c, 0, 0, 0, 1, 0, 0, 0]],
  ['utf-32be', [0, 0, 0, 0x3c, 0, 0, 0, 1]],
  ['utf-16le', [0x3c, 0, 1, 0]],
  ['utf-16be', [0, 0x3c, 0, 1]],
];
/** Declarations in the first kilobyte: https://www.w3.org/TR/xml/#NT-EncodingDecl and `<meta charset>`. */
const declaration = /<\?xml[^>]*?\bencoding\s*=\s*["']?\s*([\w.:-]+)|<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const headerCharset = /;\s*charset\s*=\s*["']?\s*([\w.:-]+)/i;
/** Names in use that the standard does not list. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['utf8mb4', 'utf-8'],
  ['windows-932', 'shift_jis'],
  ['windows-936', 'gbk'],
  ['windows-950', 'big5'],
  ['macroman', 'macintosh'],
  ['euccn', 'gbk'],
  ['eucjp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['uhc', 'euc-kr'],
]);

/**
 * Returns the bytes as text. What names the encoding, in this order: a byte order mark; the shape of encodings of two and
 * four bytes; the charset of the HTTP header; the document's own declaration; being good UTF-8; a guess by its letters.
 * A name that says Latin letters, as servers do by default, yields to good UTF-8, which Latin text never is by accident.
 */
export function decode(bytes: Uint8Array, contentType: string | null = null): Decoded {
  const certain = matching(marks, bytes) ?? matching(shapes, bytes);
  if (certain && certain !== 'utf-8') return read(bytes, certain, null);
  const named = certain ?? namedEncoding(bytes, contentType);
  if (named !== null && !isLatin(named) && named !== 'utf-8') return read(bytes, named, null);
  const good = readWhole(bytes);
  if (good !== null) return { text: mendControls(good), encoding: 'utf-8', complaint: null };
  if (named !== null && isLatin(named)) return read(bytes, named, null);
  return isMostlyUtf8(bytes, named === 'utf-8') ? withStrays(bytes) : guessed(bytes);
}

/**
 * Returns the bytes of plain text or Markdown as text. Nothing in such a text declares its encoding, though it may well quote a
 * document that does; so only a byte order mark counts, being good UTF-8, and a guess.
 */
export function decodePlain(bytes: Uint8Array): Decoded {
  const marked = matching(marks, bytes);
  if (marked && marked !== 'utf-8') return read(bytes, marked, null);
  const good = readWhole(bytes);
  if (good !== null) return { text: good, encoding: 'utf-8', complaint: null };
  return isMostlyUtf8(bytes, marked === 'utf-8') ? withStrays(bytes) : guessed(bytes);
}

/** A document whose declaration can be read byte by byte is in none of the wide encodings, whatever it says. */
function namedEncoding(bytes: Uint8Array, contentType: string | null): string | null {
  const header = headerCharset.exec(contentType ?? '')?.[1];
  const [, xml, meta] = declaration.exec(latin(bytes.subarray(0, 1024))) ?? [];
  const names = [header, xml, meta].map((name) => (name === undefined ? null : standardName(name)));
  return names.find((name) => name !== null && !name.startsWith('utf-16')) ?? null;
}

const isLatin = (name: string): boolean => name === 'windows-1252';

function matching(table: typeof marks, bytes: Uint8Array): string | undefined {
  return table.find(([, shape]) =>
    shape.every((byte, index) => (byte === 1 ? bytes[index] : bytes[index] === byte)),
  )?.[0];
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Returns the standard's name of an encoding, or null when it knows none like it. */
function standardName(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^(?:x-)?(?:cp|ms)-?(?=\d)/, 'windows-');
  const close = plain.replaceAll('-', '');
  for (const label of [name, plain, close, otherNames.get(plain) ?? otherNames.get(close)]) {
    try {
      if (label !== undefined) return new TextDecoder(label).encoding;
    } catch {
      // The name is not one of the standard's: the next way of writing it is tried.
    }
  }
  return null;
}

function read(bytes: Uint8Array, encoding: string, complaint: Safe | null): Decoded {
  const text = encoding.startsWith('utf-32') ? readFourBytes(bytes, encoding) : new TextDecoder(encoding).decode(bytes);
  return { text, encoding, complaint };
}

/** Node has no decoder for UTF-32, which only few and old documents use. */
function readFourBytes(bytes: Uint8Array, encoding: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le');
    if (point !== 0xfeff) parts.push(point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point));
  }
  return parts.join('').toWellFormed();
}

function readWhole(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Tells whether at least half of the letters beyond ASCII are good UTF-8, or all but a few in a document that says it is. */
function isMostlyUtf8(bytes: Uint8Array, saysSo: boolean): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return foreign - broken >= broken || (saysSo && broken < 4);
}

function withStrays(bytes: Uint8Array): Decoded {
  const complaint = say`is not all UTF-8; what is not was read as Windows-1252`;
  return { text: mendControls(readWithStrays(bytes)), encoding: 'utf-8', complaint };
}

function guessed(bytes: Uint8Array): Decoded {
  const encoding = guessEncoding(bytes);
  return read(bytes, encoding, say`is not UTF-8; read as ${cleanLine(shownName(encoding))}`);
}

const shownName = (encoding: string): string =>
  encoding.startsWith('windows') ? encoding.replace('windows', 'Windows') : encoding.toUpperCase();
