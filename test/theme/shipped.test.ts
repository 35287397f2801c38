import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import {
  contrast,
  parseTheme,
  roles,
  type Colour,
  type Role,
  type Side,
  type Theme,
  type ThemeFile,
} from '../../src/theme/index.ts';
import { colourOf256, nearestOf256 } from '../../src/theme/nearest.ts';

const folder = new URL('../../content/themes/', import.meta.url);
const files = readdirSync(folder);
const shipped = files.map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));

/** Backgrounds that people read on, where a theme leaves the terminal its own: plain, and of well-known schemes. */
const backgrounds: Record<'dark' | 'light', readonly Colour[]> = {
  dark: ['#000000', '#1e1e1e', '#282a36', '#002b36', '#2e3440'],
  light: ['#ffffff', '#fafafa', '#fdf6e3', '#eff1f5', '#eeeeee'],
};
/** Lines between texts need only be seen (WCAG 1.4.11). */
const lines: ReadonlySet<Role> = new Set(['rule', 'table']);
const grounds: ReadonlySet<Role> = new Set(['page', 'selection', 'panel']);

test('the four themes that the program names are there', () => {
  expect(files).toEqual(expect.arrayContaining(['contrast.json', 'dark.json', 'light.json', 'plain.json']));
});

describe.each(shipped)('$file', ({ file, text }) => {
  const { value: theme, problems } = parseTheme(text, cleanLine(file));

  test('has no problems and is called as its file', () => {
    expect(problems).toEqual([]);
    expect(`${theme.name}.json`).toBe(file);
    expect(theme.about).not.toBe('');
  });

  test('uses every colour of its palette', () => {
    const { palette = {}, dark = {}, light = {} } = JSON.parse(text) as ThemeFile;
    const looks = [...Object.values(dark), ...Object.values(light)];
    const used = new Set(looks.flatMap((look) => [look.fg, look.bg]));
    expect(Object.keys(palette).filter((name) => !used.has(name))).toEqual([]);
  });

  test('is readable: every role, on every ground, with every colour and with 256', () => {
    expect([...faint(theme, 'dark'), ...faint(theme, 'light')]).toEqual([]);
  });

  test('sets a colour in front wherever it sets one behind', () => {
    const looks = [theme.dark, theme.light].flatMap((side) => Object.values(side ?? {}));
    expect(looks.filter((look) => look.bg && !look.fg)).toEqual([]);
  });
});

/** Returns what is too faint in the side, in words. */
function faint(theme: Theme, kind: 'dark' | 'light'): string[] {
  const side = theme[kind];
  if (!side?.page.fg) return [];
  const wanted = theme.name === 'contrast' ? 7 : 4.5;
  return roles
    .filter((role) => !grounds.has(role))
    .flatMap((role) => pairs(theme, side, kind, role))
    .flatMap(({ role, on, fg, bg }) => {
      const least = lines.has(role) ? 3 : wanted;
      const full = contrast(fg, bg);
      const reduced = contrast(of256(fg), of256(bg));
      return Math.min(full, reduced) < least
        ? [`${kind} ${role} on ${on}: ${full.toFixed(2)}, ${reduced.toFixed(2)}`]
        : [];
    });
}

interface Pair {
  readonly role: Role;
  readonly on: string;
  readonly fg: Colour;
  readonly bg: Colour;
}

function pairs(theme: Theme, side: Side, kind: 'dark' | 'light', role: Role): Pair[] {
  const { page, selection, panel } = side;
  const pages = [page.bg!, ...(theme.fills ? [] : backgrounds[kind])].map((bg) => ({ on: bg, fg: page.fg!, bg }));
  const behind = [
    ...pages,
    { on: 'the selection', fg: selection.fg!, bg: selection.bg! },
    { on: 'a panel', fg: panel.fg!, bg: panel.bg! },
  ];
  const look = side[role];
  return behind
    .filter(({ on }) => !lines.has(role) || on !== 'the selection')
    .map(({ on, fg, bg }) => ({ role, on, fg: look.fg ?? fg, bg: look.bg ?? bg }));
}

function of256(colour: Colour): Colour {
  return colourOf256(nearestOf256(colour));
}
