/** What the bytes 0x80 to 0x9f are in Windows-1252. Everywhere else its bytes are the code points of their characters. */
const upper = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index));
const controls = /[\x80-\x9f]/g;

const fromByte = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80]! : String.fromCharCode(byte);

/** Returns the text with the characters that were meant by control characters of no use: they are bytes of Windows-1252. */
export function mendControls(text: string): string {
  return text.replace(controls, (control) => fromByte(control.charCodeAt(0)));
}

/** A first byte of UTF-8 and one that may follow it, read as Windows-1252. */
const twice = new RegExp(String.raw`[\u00c2-\u00f4][\u0080-\u00bf${upper}]`);

/** Returns text that was written as UTF-8, read as Windows-1252 and written again, as it was at first; other text as it is. */
export function mendTwice(text: string): string {
  if (!twice.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const high = upper.indexOf(text[index]!);
    if (high < 0 && code > 0xff) return text;
    bytes[index] = high < 0 ? code : 0x80 + high;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return text;
  }
}

/** Returns bytes that are UTF-8 but for some strays, which are read as Windows-1252. */
export function readWithStrays(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      parts.push(decoder.decode(bytes.subarray(from, at)), fromByte(bytes[at]!));
      from = at + 1;
    }
    at += length || 1;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join('').replace(/^\ufeff/, '');
}

/** Returns the length of the good sequence of UTF-8 that begins there, or 0: https://encoding.spec.whatwg.org/#utf-8-decoder */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  const isBad =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return isBad ? 0 : length;
}
