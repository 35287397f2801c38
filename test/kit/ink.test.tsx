import { renderToString } from 'ink';
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { paintRow, spread, type Row } from '../../src/kit/index.ts';
import { Chooser, Rows, type Option } from '../../src/kit/ink/index.ts';
import { cleanLine, say } from '../../src/text/index.ts';
import { paintFor, plainTheme } from '../../src/theme/index.ts';

const paint = paintFor(plainTheme, 'none', true);

afterEach(cleanup);

/** Returns what Ink drew, line by line, without what fills the rows. */
function linesOf(frame: string | undefined): string[] {
  return (frame ?? '').split('\n').map((line) => line.replaceAll(/\x1b\[[\d;]*m/g, '').trimEnd());
}

describe('rows', () => {
  const rows = ['Pakistan and Rwanda', '', '北京市民', 'The end'].map((text): Row => ({
    pieces: [{ text: cleanLine(text), role: 'text' }],
  }));

  test('stand one below the other, each on its own line', () => {
    const { lastFrame } = render(<Rows rows={rows.map((row) => paintRow(row, 40, paint))} />);
    expect(linesOf(lastFrame())).toEqual(['Pakistan and Rwanda', '', '北京市民', 'The end']);
  });

  test('as wide as the screen are neither wrapped nor cut', () => {
    const wide = spread([{ text: say`left`, role: 'text' }], [{ text: say`right`, role: 'link' }], 100);
    const { lastFrame } = render(<Rows rows={[paintRow(wide, 100, paint), paintRow(wide, 100, paint)]} />);
    const line = `left${' '.repeat(91)}right`;
    expect(linesOf(lastFrame())).toEqual([line, line]);
  });

  test('that change are drawn again', () => {
    const { lastFrame, rerender } = render(<Rows rows={['one', 'two', 'three']} />);
    rerender(<Rows rows={['one', '2']} />);
    expect(linesOf(lastFrame())).toEqual(['one', '2']);
  });
});

describe('a chooser', () => {
  const options = (count: number): Option[] =>
    Array.from({ length: count }, (_, at) => ({
      key: `option ${at}`,
      plain: `  option ${at}`,
      selected: `▌ option ${at}`,
    }));
  const drawn = (count: number, selected: number, limit: number): string[] =>
    linesOf(renderToString(<Chooser options={options(count)} selected={selected} limit={limit} />));

  test.each([
    [0, ['▌ option 0', '  option 1', '  option 2', '  option 3', '  option 4']],
    [1, ['  option 0', '▌ option 1', '  option 2', '  option 3', '  option 4']],
    [4, ['  option 2', '  option 3', '▌ option 4', '  option 5', '  option 6']],
    [8, ['  option 5', '  option 6', '  option 7', '▌ option 8', '  option 9']],
    [9, ['  option 5', '  option 6', '  option 7', '  option 8', '▌ option 9']],
  ])('of ten options with room for five, of which %d is selected', (selected, lines) => {
    expect(drawn(10, selected, 5)).toEqual(lines);
  });

  test('shows all options where there is room, in their order', () => {
    expect(drawn(3, 2, 5)).toEqual(['  option 0', '  option 1', '▌ option 2']);
  });

  test('never turns the list round its end, and always shows the selected option', () => {
    for (const count of [1, 5, 6, 9])
      for (const limit of [1, 2, 5])
        for (let selected = 0; selected < count; selected++) {
          const lines = drawn(count, selected, limit);
          const numbers = lines.map((line) => Number(/\d+/.exec(line)?.[0]));
          expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at));
          expect(lines).toHaveLength(Math.min(count, limit));
          expect(lines.filter((line) => line.startsWith('▌'))).toEqual([`▌ option ${selected}`]);
        }
  });

  test('follows the selection and the options that it is given', () => {
    const { lastFrame, rerender } = render(<Chooser options={options(3)} selected={0} limit={5} />);
    rerender(<Chooser options={options(3)} selected={2} limit={5} />);
    expect(linesOf(lastFrame())).toEqual(['  option 0', '  option 1', '▌ option 2']);
    rerender(
      <Chooser
        options={options(2).map((option) => ({ ...option, plain: '  other', selected: '▌ other' }))}
        selected={1}
        limit={5}
      />,
    );
    expect(linesOf(lastFrame())).toEqual(['  other', '▌ other']);
  });

  test('of nothing draws nothing', () => {
    expect(drawn(0, 0, 5)).toEqual(['']);
  });
});
