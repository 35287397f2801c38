import { say, type Safe } from '../text/index.ts';

/** How files begin that are no text, and what they are: https://en.wikipedia.org/wiki/List_of_file_signatures */
const beginnings: readonly (readonly [RegExp, Safe])[] = [
  [/^%PDF-/, say`a PDF`],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM......\0\0|\0\0\x01\0|....ftypavi[fs]|....ftyp(?:hei|mif))/s,
    say`a picture`,
  ],
  [/^(?:ID3|OggS|fLaC|RIFF....WAVE|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]|....ftypM4A)/s, say`a recording`],
  [/^(?:....ftyp|\x1a\x45\xdf\xa3|RIFF....AVI|FLV\x01|\0\0\x01\xba)/s, say`a film`],
  [/^(?:PK\x03\x04|\x1f\x8b|Rar!|7z\xbc\xaf|\xfd7zXZ|BZh|\x28\xb5\x2f\xfd)/, say`an archive`],
  [/^(?:wOFF|wOF2|OTTO|\0\x01\0\0)/, say`a font`],
  [/^(?:MZ.{0,60}\0|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe)/s, say`a program`],
];

/** What is said of files that do not give themselves away. */
const types: readonly (readonly [RegExp, Safe])[] = [
  [/^application\/pdf/i, say`a PDF`],
  [/^image\//i, say`a picture`],
  [/^audio\//i, say`a recording`],
  [/^video\//i, say`a film`],
];

/** Bytes that are looked at. */
const looked = 4096;

/** Returns what a file without text is, as "a picture", or null for what can be read. Its bytes are believed before its type. */
export function unreadableKind(bytes: Uint8Array, contentType: string | null): Safe | null {
  const beginning = Buffer.from(bytes.subarray(0, looked)).toString('latin1');
  const known = beginnings.find(([sign]) => sign.test(beginning))?.[1];
  if (known !== undefined) return known;
  if (!isBinary(beginning)) return null;
  return types.find(([names]) => names.test(contentType ?? ''))?.[1] ?? say`a file that holds no text`;
}

/** What feeds and pages begin with. In those a zero byte now and then is dirt. */
const markup = /^(?:\xef\xbb\xbf)*\s*[<{]/;
/** The share of zero bytes from which it is none any more. */
const dirt = 0.1;

/** Text has no zero bytes, unless each character has some: then they come at every other place, or at three of four. */
function isBinary(beginning: string): boolean {
  const zeros = beginning.split('\0').length - 1;
  if (zeros === 0 || /^(?:\xff\xfe|\xfe\xff|\0\0\xfe\xff|<\0|\0<|\0\0\0<)/.test(beginning)) return false;
  return !markup.test(beginning) || zeros > beginning.length * dirt;
}
