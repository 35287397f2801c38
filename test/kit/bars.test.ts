import { describe, expect, test } from 'vitest';
import { footer, rule, signsFor, spread, twoColumns, type Hint, type Piece } from '../../src/kit/index.ts';
import { clean, cleanLine, say } from '../../src/text/index.ts';
import { groundsOf, rolesOf, sketch } from './sketch.ts';

const signs = signsFor({});
const ascii = signsFor({ TERM: 'linux' });
const words = (text: string, role: Piece['role'] = 'text'): Piece => ({ text: clean(text), role });

describe('a row of two ends', () => {
  const left = [words('●', 'unread'), words('Pakistan and Rwanda agree', 'headline')];
  const right = [words('21 Apr', 'muted')];
  test.each([
    [40, '|●Pakistan and Rwanda agree        21 Apr|'],
    [33, '|●Pakistan and Rwanda agree 21 Apr|'],
    [30, '|●Pakistan and Rwanda a… 21 Apr|'],
    [22, '|●Pakistan and…  21 Apr|'],
    [15, '|●Pakist… 21 Apr|'],
    [14, '|●Pakistan and…|'],
    [5, '|●Pak…|'],
  ])('at %d columns', (columns, drawing) => {
    expect(sketch([spread(left, right, columns)], columns)).toBe(drawing);
  });

  test('lies on its ground from end to end', () => {
    const row = spread(left, right, 40, { ground: 'selection' });
    expect(rolesOf(row, 40)).toBe('unread 1, headline 25, selection 8, muted 6');
    expect(groundsOf(row, 40)).toBe('selection 40');
  });

  test('with nothing at the right is the left alone', () => {
    expect(sketch([spread(left, [], 20)], 20)).toBe('|●Pakistan and Rwand…|');
  });
});

describe('a rule', () => {
  test.each([
    [20, [], '|────────────────────|'],
    [20, [words('Background', 'section')], '|── Background ──────|'],
    [10, [words('Background', 'section')], '|── Backg… |'],
    [0, [], '||'],
  ])('at %d columns', (columns, title, drawing) => {
    expect(sketch([rule(columns, signs, title)], columns)).toBe(drawing);
  });

  test('in ASCII', () => {
    expect(sketch([rule(20, ascii, [words('Background')])], 20)).toBe('|-- Background ------|');
  });
});

describe('the footer', () => {
  const hint = (key: string, text: string, pinned = false): Hint => ({
    key: cleanLine(key),
    words: cleanLine(text),
    pinned,
  });
  const hints = [hint('↵', 'read'), hint('s', 'bookmark'), hint('/', 'filter'), hint('?', 'help', true)];
  test.each([
    [50, '| ↵ read   s bookmark   / filter   ? help          |'],
    [40, '| ↵ read   s bookmark   / filter   ? help|'],
    [39, '| ↵ read   s bookmark   ? help          |'],
    [16, '| ↵ read   ? help|'],
    [15, '| ? help        |'],
    [6, '|      |'],
  ])('at %d columns shows whole hints only, the most prominent and the pinned one', (columns, drawing) => {
    expect(sketch([footer(hints, columns)], columns)).toBe(drawing);
  });

  test('tells keys from words', () => {
    expect(rolesOf(footer(hints.slice(0, 1), 10), 10)).toBe('bar 1, barKey 1, bar 8');
  });
});

describe('two columns', () => {
  const pairs = [
    { left: [words('j ↓', 'barKey')], right: [words('next')] },
    { left: [words('Ctrl-d', 'barKey')], right: [words('half a page down')] },
  ];
  test('stand below each other', () => {
    expect(sketch(twoColumns(pairs, 26, signs), 26)).toBe('|j ↓     next              |\n|Ctrl-d  half a page down  |');
  });

  test('are cut where there is no room', () => {
    expect(sketch(twoColumns(pairs, 12, signs), 12)).toBe('|j ↓   next  |\n|Ctr…  half… |');
    expect(sketch(twoColumns([], 12, signs), 12)).toBe('');
  });

  test('may stand at the edge of the room', () => {
    expect(
      sketch(
        twoColumns([{ left: [words('a')], right: [say`b`].map((text) => ({ text, role: 'text' })) }], 4, ascii),
        4,
      ),
    ).toBe('|a  b|');
  });
});
