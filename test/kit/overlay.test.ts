import { describe, expect, test } from 'vitest';
import { beside, overlay, panel, sideways, signsFor, type Piece, type Row } from '../../src/kit/index.ts';
import { clean, widthOf } from '../../src/text/index.ts';
import { groundsOf, sketch } from './sketch.ts';

const signs = signsFor({});
const words = (text: string, role: Piece['role'] = 'text'): Piece => ({ text: clean(text), role });
const row = (text: string): Row => ({ pieces: [words(text)] });

describe('a panel', () => {
  const rows = [row('t  trail'), row('b  background to the story')];
  test('is a box around its rows, its title in the edge', () => {
    expect(sketch(panel(rows, [words('g …', 'panelTitle')], 20, signs), 20)).toBe(
      [
        '|╭─ g … ────────────╮|', //
        '|│ t  trail         │|',
        '|│ b  background t… │|',
        '|╰──────────────────╯|',
      ].join('\n'),
    );
  });

  test('is drawn in ASCII, and without a title', () => {
    expect(sketch(panel([row('北京')], [], 9, signsFor({ LANG: 'C' })), 9)).toBe(
      '|+-------+|\n|| 北京  ||\n|+-------+|',
    );
  });

  test('is exactly as wide as asked, whatever is in it', () => {
    for (let columns = 5; columns <= 40; columns++)
      for (const line of panel([row('北京市民 and 👩‍👧')], [words('タイトル')], columns, signs))
        expect(widthOf(line.pieces.map((piece) => piece.text).join(''))).toBe(columns);
  });
});

describe('rows laid over rows', () => {
  const base = [row('The ministers met'), row('北京市民北京市民'), row('short')];
  test.each<[string, number, number, string[], string[]]>([
    ['in the middle', 0, 4, ['ABC'], ['The ABCisters met', '北京市民北京市民', 'short']],
    ['between wide signs', 1, 2, ['AB'], ['The ministers met', '北AB市民北京市民', 'short']],
    ['across wide signs', 1, 3, ['AB'], ['The ministers met', '北 AB 民北京市民', 'short']],
    ['with a wide sign', 1, 3, ['中'], ['The ministers met', '北 中 民北京市民', 'short']],
    ['beyond the text', 2, 7, ['AB'], ['The ministers met', '北京市民北京市民', 'short  AB']],
    ['over two rows', 1, 0, ['AB', 'CD'], ['The ministers met', 'AB京市民北京市民', 'CDort']],
    ['partly above', -1, 0, ['AB', 'CD'], ['CDe ministers met', '北京市民北京市民', 'short']],
    ['partly below', 2, 0, ['AB', 'CD'], ['The ministers met', '北京市民北京市民', 'ABort']],
  ])('%s', (_, at, column, over, drawn) => {
    const laid = overlay(base, over.map(row), { row: at, column });
    const expected = drawn;
    expect(laid.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(expected);
  });

  test('keep the ground of both', () => {
    const laid = overlay([{ ...row('The ministers met'), ground: 'selection' }], [{ ...row('AB'), ground: 'panel' }], {
      row: 0,
      column: 4,
    });
    expect(groundsOf(laid[0]!, 20)).toBe('selection 4, panel 2, selection 14');
  });

  test('leave every row as wide as it was, wherever they lie', () => {
    const width = (line: Row | undefined): number => widthOf(line?.pieces.map((piece) => piece.text).join('') ?? '');
    const wide = row('a北京é👩‍👧b市🇵🇰民c');
    for (let column = 0; column <= width(wide) - 4; column++)
      expect(width(overlay([wide], [row('中AB')], { row: 0, column })[0])).toBe(width(wide));
  });
});

describe('a row moved sideways', () => {
  test.each([
    [0, 10, 'The minis→'],
    [3, 10, '←ministers'],
    [2, 6, '← min→'],
    [0, 20, 'The ministers'],
  ])('by %d in %d columns', (shift, columns, drawn) => {
    const shown = sideways([words('The ministers')], shift, columns, signs);
    expect(shown.map((piece) => piece.text).join('')).toBe(drawn);
  });
});

test('rows beside rows stand in two columns, and each keeps its ground', () => {
  const left: Row[] = [{ ...row('Headline'), ground: 'selection' }, row('北京市民')];
  const both = beside(left, [row('Preview'), row('of it'), row('all')], 7, signs);
  expect(sketch(both, 16)).toBe('|Headlin│ Preview|\n|北京市 │ of it  |\n|       │ all    |');
  expect(groundsOf(both[0]!, 16)).toBe('selection 7, page 9');
});
