import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../src/exchange/csv.ts';

test.each([
  [
    'bare fields',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['without a break at the end', 'a,b', [['a', 'b']]],
  ['carriage returns', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
  ['a comma in quotes', '"a,b",c', [['a,b', 'c']]],
  [
    'a break in quotes',
    '"a\r\nb",c\nd,e',
    [
      ['a\r\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  ['doubled quotes', '"say ""no"""', [['say "no"']]],
  ['nothing but quotes', '"",""""', [['', '"']]],
  ['empty fields', ',,\n', [['', '', '']]],
  ['a field missing at the end', 'a,', [['a', '']]],
  ['a quote in a bare field', 'a"b,c', [['a"b', 'c']]],
  ['letters after a closing quote', '"a"b,c', [['ab', 'c']]],
  ['a quote that is never closed', 'a,"b\nc', [['a', 'b\nc']]],
  ['empty lines', '\n\na\n\n\nb\n', [['a'], ['b']]],
  ['nothing', '', []],
])('%s', (_, text, rows) => {
  expect(readCsv(text, ',')).toEqual(rows);
});

test('what is written is read as it was', () => {
  const rows = [
    ['plain', 'with, comma', 'with "quotes"'],
    ['two\nlines', ' spaces ', ''],
  ];
  expect(readCsv(writeCsv(rows), ',')).toEqual(rows);
});

test('an unclosed quote in each of many lines takes time in proportion', () => {
  const text = `"${'"",a\n'.repeat(200_000)}`;
  expect(readCsv(text, ',').length).toBeGreaterThan(0);
});
