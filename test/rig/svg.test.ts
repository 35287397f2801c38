import { expect, test } from 'vitest';
import type { Cell } from './screen.ts';
import { svgOf } from './svg.ts';

const plain: Cell = {
  text: ' ',
  width: 1,
  ink: null,
  paper: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  struck: false,
};
const cells = (text: string, look: Partial<Cell> = {}): Cell[] =>
  Array.from(text, (text) => ({ ...plain, ...look, text, width: text > '\u2e80' ? 2 : 1 }));
/** Returns the lines that draw, without size, style sheet and paper. */
const drawn = (row: Cell[], columns = 10): string[] => svgOf([row], columns).split('\n').slice(3, -2);

test.each([
  ['neighbours that look alike are one text', cells('ab cd'), ['<text x="16" y="31" textLength="45">ab cd</text>']],
  ['wide characters fill two columns', cells('你好'), ['<text x="16" y="31" textLength="36">你好</text>']],
  ['blanks at the end of a run are not drawn', cells('ab   '), ['<text x="16" y="31" textLength="18">ab</text>']],
  ['what would be markup is text', cells('<&>'), ['<text x="16" y="31" textLength="27">&lt;&amp;&gt;</text>']],
  [
    'paper is drawn behind blanks too',
    cells('  ', { paper: 1 }),
    ['<rect x="16" y="16" width="18" height="20" fill="#e06c75"/>'],
  ],
  ['an empty row costs nothing', cells('    '), []],
])('%s', (_, row, expected) => {
  expect(drawn(row)).toEqual(expected);
});

test('a look is described once, however often it is worn', () => {
  const svg = svgOf([cells('ab', { bold: true, ink: '#ff0000' }), cells('cd', { bold: true, ink: '#ff0000' })], 4);
  expect(svg).toContain('.s0{fill:#ff0000;font-weight:700}');
  expect(svg.match(/class="s0"/g)).toHaveLength(2);
});

test.each([
  [196, '#ff0000'],
  [16, '#000000'],
  [232, '#080808'],
  [255, '#eeeeee'],
])('colour %d of the palette is %s', (number, expected) => {
  expect(svgOf([cells('x', { ink: number })], 1)).toContain(`fill:${expected}`);
});
