import { describe, expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import {
  paintFor,
  parseTheme,
  plainTheme,
  roles,
  type ColourDepth,
  type Role,
  type Style,
} from '../../src/theme/index.ts';

const theme = parseTheme(
  JSON.stringify({
    name: 'test',
    about: 'For this test.',
    palette: { sky: '#5fafff', night: '#1c1c1c', snow: '#eeeeee', wine: '#870000', grey: '#8a8a8a' },
    dark: {
      page: { fg: 'snow', bg: 'night' },
      selection: { fg: 'snow', bg: 'wine' },
      link: { fg: 'sky', underline: true },
      match: { fg: 'night', bg: 'sky' },
      muted: { fg: 'grey' },
    },
  }),
  say`test`,
).value;

/** Returns the paint's output with the escape sign written as ␛. */
function painted(depth: ColourDepth, dark: boolean, role: Role, style?: Style): string {
  return paintFor(theme, depth, dark)
    .text(say`x`, role, style)
    .replaceAll('\x1b', '␛');
}

describe('paint', () => {
  test.each<[ColourDepth, Role, Style | undefined, string]>([
    ['true', 'text', undefined, 'x'],
    ['true', 'link', undefined, '␛[4;38;2;95;175;255mx␛[0m'],
    ['true', 'link', { strong: true, emphasis: true, struck: true }, '␛[1;3;4;9;38;2;95;175;255mx␛[0m'],
    ['true', 'text', { underline: true }, '␛[4mx␛[0m'],
    ['true', 'text', { ground: 'selection' }, '␛[38;2;238;238;238;48;2;135;0;0mx␛[0m'],
    ['true', 'link', { ground: 'selection' }, '␛[4;38;2;95;175;255;48;2;135;0;0mx␛[0m'],
    ['true', 'match', { ground: 'selection' }, '␛[38;2;28;28;28;48;2;95;175;255mx␛[0m'],
    [256, 'link', undefined, '␛[4;38;5;75mx␛[0m'],
    [256, 'muted', undefined, '␛[38;5;245mx␛[0m'],
    [16, 'link', undefined, '␛[4;94mx␛[0m'],
    [16, 'muted', undefined, '␛[2mx␛[0m'],
    [16, 'text', { ground: 'selection' }, '␛[7mx␛[0m'],
    [16, 'link', { ground: 'selection' }, '␛[4;7mx␛[0m'],
    [16, 'match', undefined, '␛[1;4mx␛[0m'],
    ['none', 'link', undefined, '␛[4mx␛[0m'],
    ['none', 'muted', { ground: 'selection' }, '␛[7mx␛[0m'],
    ['none', 'selection', { ground: 'selection' }, '␛[7mx␛[0m'],
    ['none', 'linkChosen', undefined, '␛[4;7mx␛[0m'],
    ['none', 'linkChosen', { ground: 'selection' }, '␛[4mx␛[0m'],
  ])('at depth %s draws %s on %j as %s', (depth, role, style, bytes) => {
    expect(painted(depth, true, role, style)).toBe(bytes);
  });

  test('paints its own page where the terminal’s background is of the other kind', () => {
    expect(painted('true', false, 'text')).toBe('␛[38;2;238;238;238;48;2;28;28;28mx␛[0m');
    expect(painted(256, false, 'page')).toBe('␛[38;5;255;48;5;234mx␛[0m');
    expect(painted(16, false, 'text')).toBe('x');
  });

  test('draws nothing around nothing', () => {
    expect(paintFor(theme, 'true', true).text(say``, 'link')).toBe('');
  });

  test('uses no codes but those that every terminal knows', () => {
    const allowed =
      /^(\x1b\[(0|([1-479]|3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2(;\d{1,3}){3})(;(?!$))?)+m)*$/;
    for (const depth of ['none', 16, 256, 'true'] as const)
      for (const role of roles)
        for (const ground of roles)
          expect(paintFor(theme, depth, false).open(role, { ground, strong: true, struck: true })).toMatch(allowed);
  });
});

describe('without colour', () => {
  const paint = paintFor(plainTheme, 'none', true);

  test('what must be told apart looks different', () => {
    const apart: Role[] = [
      'text',
      'selection',
      'link',
      'linkChosen',
      'linkRead',
      'linkMissing',
      'match',
      'matchChosen',
      'heading',
      'problem',
    ];
    expect(new Set(apart.map((role) => paint.open(role))).size).toBe(apart.length);
  });

  test('what is chosen looks different from what is not, on the selection too', () => {
    for (const ground of ['page', 'selection'] as const)
      for (const [role, chosen] of [
        ['link', 'linkChosen'],
        ['match', 'matchChosen'],
        ['tab', 'tabChosen'],
        ['text', 'cursor'],
      ] as const)
        expect(paint.open(role, { ground })).not.toBe(paint.open(chosen, { ground }));
  });

  test('no theme has a colour', () => {
    for (const role of roles) expect(paintFor(theme, 'none', true).open(role)).not.toMatch(/[349]\d/);
  });
});
