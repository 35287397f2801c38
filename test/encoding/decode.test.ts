import { describe, expect, test } from 'vitest';
import { decode, decodePlain } from '../../src/encoding/index.ts';

const declare = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;
const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const wide = (text: string, size: number, little: boolean) =>
  Array.from(text).flatMap((character) => {
    const bytes = [...[0, 0].slice(4 - size), character.charCodeAt(0) >> 8, character.charCodeAt(0) & 255];
    return little ? bytes.reverse() : bytes;
  });

/** Returns what comes after the declaration. */
const read = (bytes: readonly number[], header: string | null = null) =>
  decode(Uint8Array.from(bytes), header).text.replace(/^<\?[^>]*\?>/, '');

describe('an encoding is known', () => {
  test.each([
    ['by a mark: UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], null, 'é'],
    ['by a mark: UTF-16, little end first', [0xff, 0xfe, ...wide('né', 2, true)], null, 'né'],
    ['by a mark: UTF-16, big end first', [0xfe, 0xff, ...wide('né', 2, false)], null, 'né'],
    ['by a mark: UTF-32', [0xff, 0xfe, 0, 0, ...wide('né', 4, true)], null, 'né'],
    ['by its shape: UTF-16', wide('<né', 2, false), null, '<né'],
    ['by its shape: UTF-32', wide('<né', 4, false), null, '<né'],
    ['by the header', [0xd6, 0xd0], 'text/xml; charset="gb2312"', '中'],
    ['by the header before the declaration', [...ascii(declare('koi8-r')), 0xe8], 'text/xml;charset=windows-1251', 'и'],
    ['by its declaration', [...ascii(declare('windows-1251')), 0xe8], null, 'и'],
    ['by its declaration, by another name', [...ascii(declare('cp_1251')), 0xe8], null, 'и'],
    ['by a page’s meta', [...ascii('<meta charset=shift_jis>'), 0x82, 0xa0], null, '<meta charset=shift_jis>あ'],
    ['by being UTF-8, though the header says Latin', [0xc3, 0xa9], 'text/xml; charset=iso-8859-1', 'é'],
    ['though it claims to be wide and is not', [...ascii(declare('utf-16')), 0xc3, 0xa9], null, 'é'],
    ['though its name is none', [...ascii(declare('bogus')), 0xc3, 0xa9], null, 'é'],
  ])('%s', (_, bytes, header, expected) => {
    expect(read(bytes, header)).toBe(expected);
  });
});

describe('bytes of Windows-1252 are read as such', () => {
  test.each([
    ['in a document of it', [...ascii('caf'), 0xe9, 0x20, 0x93, ...ascii('x'), 0x94], 'café “x”'],
    ['in a document called Latin-1', [...ascii(declare('iso-8859-1')), 0x93], '“'],
    ['where one is astray among UTF-8', [0xc3, 0xa9, 0x20, 0xc3, 0xa8, 0x20, 0xe9, 0x20], 'é è é '],
    ['where they became control characters', [0xc2, 0x92], '’'],
  ])('%s', (_, bytes, expected) => {
    expect(read(bytes)).toBe(expected);
  });

  test('and told', () => {
    expect(decode(Uint8Array.from([0xe9])).complaint).toBe('is not UTF-8; read as Windows-1252');
    expect(decode(Uint8Array.from([0xc3, 0xa9])).complaint).toBeNull();
  });
});

/** Bytes of running text in encodings that Node reads but does not write. */
const texts: readonly (readonly [encoding: string, hex: string, text: string])[] = [
  ['windows-1251', 'cff0e8e2e5f220e2f1e5ec20e8e720e3eef0eee4e0', 'Привет всем из города'],
  ['koi8-r', 'f0d2c9d7c5d420d7d3c5cd20c9da20c7cfd2cfc4c1', 'Привет всем из города'],
  ['shift_jis', '8da193fa82cd93568b4382aa82a282a2', '今日は天気がいい'],
  ['euc-jp', 'baa3c6fca4cfc5b7b5a4a4aca4a4a4a4', '今日は天気がいい'],
  ['euc-kr', 'bec8b3e7c7cfbcbcbfe4', '안녕하세요'],
  ['gb18030', 'bdf1ccecccecc6f8badcbac3', '今天天气很好'],
  ['windows-1255', 'f9ece5ed20f2e5eced', 'שלום עולם'],
  ['windows-1253', 'eae1ebe7ecddf1e120eafcf3ece5', 'καλημέρα κόσμε'],
];

test.each(texts)('running text in %s is guessed', (_, hex, text) => {
  expect(decode(Uint8Array.from(Buffer.from(hex, 'hex'))).text).toBe(text);
});

test('what a text quotes does not say what it is written in', () => {
  const text = '# Encodings\n\n    <meta charset="shift_jis">\n\ncafé';
  expect(decodePlain(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', complaint: null });
});
