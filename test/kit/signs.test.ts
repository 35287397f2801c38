import { describe, expect, test } from 'vitest';
import { gauge, signsFor, type Signs } from '../../src/kit/index.ts';
import { widthOf } from '../../src/text/index.ts';

const unicode = signsFor({});
const ascii = signsFor({ TERM: 'linux' });

function drawnOf(signs: Signs): string[] {
  const { keyName: _, frame, levels, ...rest } = signs;
  return [...Object.values(rest), ...Object.values(frame), ...levels];
}

describe('signs', () => {
  test.each([
    ['', unicode],
    ['LANG=en_GB.UTF-8', unicode],
    ['LANG=C.UTF-8 TERM=xterm', unicode],
    ['LC_ALL=de_DE.utf8 LANG=C', unicode],
    ['LANG=C', ascii],
    ['LC_ALL=POSIX LANG=en_GB.UTF-8', ascii],
    ['LC_CTYPE=en_US.ISO-8859-1', ascii],
    ['TERM=linux LANG=en_GB.UTF-8', ascii],
    ['TERM=dumb', ascii],
    ['TERM=vt220', ascii],
  ])('for %s', (env, signs) => {
    const pairs = env.split(' ').map((pair) => pair.split('='));
    expect(signsFor(env ? Object.fromEntries(pairs) : {})).toBe(signs);
  });

  test('fill one column each', () => {
    expect(drawnOf(unicode).filter((sign) => widthOf(sign) !== 1)).toEqual([]);
    expect(drawnOf(ascii).filter((sign) => widthOf(sign) !== 1)).toEqual(['...']);
  });

  test('are ASCII where they must be', () => {
    expect(drawnOf(ascii).filter((sign) => !/^[ -~]+$/.test(sign))).toEqual([]);
  });

  test.each(['unread', 'reading', 'read', 'bookmark', 'web', 'missing'] as const)(
    'tell %s from every other state',
    (name) => {
      const states = ['unread', 'reading', 'read', 'bookmark', 'web', 'missing'] as const;
      for (const signs of [unicode, ascii])
        expect(states.filter((state) => signs[state] === signs[name])).toEqual([name]);
    },
  );
});

describe('the name of a key', () => {
  test.each([
    ['j', 'j', 'j'],
    ['G', 'G', 'G'],
    ['gg', 'gg', 'gg'],
    ['ctrl+d', 'Ctrl-d', 'Ctrl-d'],
    ['shift+tab', 'Shift-Tab', 'Shift-Tab'],
    ['ctrl+alt+left', 'Ctrl-Alt-←', 'Ctrl-Alt-Left'],
    ['enter', '↵', 'Enter'],
    ['backspace', '⌫', 'Backspace'],
    ['esc', 'Esc', 'Esc'],
    ['space', 'Space', 'Space'],
    ['pagedown', 'PgDn', 'PgDn'],
    ['+', '+', '+'],
    ['ctrl++', 'Ctrl-+', 'Ctrl-+'],
    ['constructor', 'constructor', 'constructor'],
    ['', '', ''],
  ])('%s is %s, in ASCII %s', (chord, name, spelled) => {
    expect([unicode.keyName(chord), ascii.keyName(chord)]).toEqual([name, spelled]);
  });
});

describe('a meter', () => {
  test.each([
    [0, 10, '──────────'],
    [0.001, 10, '━─────────'],
    [0.42, 10, '━━━━──────'],
    [0.999, 10, '━━━━━━━━━─'],
    [1, 10, '━━━━━━━━━━'],
    [7, 4, '━━━━'],
    [-1, 4, '────'],
    [NaN, 4, '────'],
    [0.5, 0, ''],
    [0.9, 1, '━'],
  ])('of %d in %d columns is %s', (share, columns, drawn) => {
    expect(
      gauge
        .meter(share, columns, unicode)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(drawn);
  });
});

describe('a spark line', () => {
  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8], 8, '▂▃▄▅▅▆▇█'],
    [[0, 0, 9], 8, '▁▁█'],
    [[0, 0, 0], 8, '▁▁▁'],
    [[9, 1, 2], 2, '▅█'],
    [[NaN, -4, 2], 3, '▁▁█'],
    [[], 8, ''],
    [[1], 0, ''],
  ])('of %j in %d columns is %s', (values, columns, drawn) => {
    expect(gauge.spark(values, columns, unicode)).toBe(drawn);
  });
});

describe('a scrollbar', () => {
  test.each([
    [{ rows: 5, top: 0, shown: 5, of: 20 }, '┃││││'],
    [{ rows: 5, top: 7, shown: 5, of: 20 }, '││┃││'],
    [{ rows: 5, top: 15, shown: 5, of: 20 }, '││││┃'],
    [{ rows: 5, top: 5, shown: 5, of: 10 }, '││┃┃┃'],
    [{ rows: 5, top: 0, shown: 5, of: 5 }, ''],
  ])('of %j is %s', (place, drawn) => {
    expect(gauge.thumb(place, unicode).join('')).toBe(drawn);
  });
});
