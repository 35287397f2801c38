import { describe, expect, test } from 'vitest';
import { paintRow, type Piece, type Row } from '../../src/kit/index.ts';
import { clean, cleanLine, say, widthOf, type Safe } from '../../src/text/index.ts';
import { paintFor, parseTheme } from '../../src/theme/index.ts';
import { groundsOf, rolesOf, sketch, stripped } from './sketch.ts';

const theme = parseTheme(
  JSON.stringify({
    name: 'test',
    about: 'For this test.',
    palette: { sky: '#5fafff', snow: '#eeeeee', wine: '#870000' },
    dark: { selection: { fg: 'snow', bg: 'wine' }, link: { fg: 'sky' }, headline: { bold: true } },
  }),
  say`test`,
).value;
const paint = paintFor(theme, 256, true);

const words = (text: string, role: Piece['role'] = 'text'): Piece => ({ text: clean(text), role });
const visible = (painted: string): string => painted.replaceAll('\x1b', '␛');

describe('a painted row', () => {
  test.each<[string, number, string]>([
    ['Peace talks resume', 24, '|Peace talks resume      |'],
    ['Peace talks resume', 18, '|Peace talks resume|'],
    ['Peace talks resume', 17, '|Peace talks resu…|'],
    ['Peace talks resume', 13, '|Peace talks… |'],
    ['Peace talks resume', 1, '|…|'],
    ['Peace talks resume', 0, '||'],
    ['北京市民', 8, '|北京市民|'],
    ['北京市民', 7, '|北京市…|'],
    ['北京市民', 6, '|北京… |'],
    ['👩‍👧 family', 4, '|👩‍👧… |'],
    ['👩‍👧 family', 3, '|👩‍👧…|'],
    ['👩‍👧 family', 2, '|… |'],
  ])('of %s at %d columns is %s', (text, columns, drawing) => {
    expect(sketch([{ pieces: [words(text)] }], columns)).toBe(drawing);
  });

  test('is cut with the ellipsis that the terminal can draw', () => {
    expect(sketch([{ pieces: [words('Peace talks')] }], 8, { ellipsis: say`...` })).toBe('|Peace...|');
    expect(sketch([{ pieces: [words('Peace talks')] }], 2, { ellipsis: say`...` })).toBe('|P…|');
  });

  test('keeps its roles, and the ground fills what is left', () => {
    const row: Row = { pieces: [words('● ', 'unread'), words('Talks', 'headline')], ground: 'selection' };
    expect(rolesOf(row, 10)).toBe('unread 2, headline 5, selection 3');
    expect(groundsOf(row, 10)).toBe('selection 10');
    expect(rolesOf(row, 5)).toBe('unread 2, headline 3');
  });

  test('opens a style once for neighbours that share it, and closes what it opens', () => {
    const row: Row = { pieces: [words('a', 'link'), words('b', 'link'), words('c'), words('d', 'headline')] };
    expect(visible(paintRow(row, 6, paint))).toBe('␛[38;5;75mab␛[0mc␛[1md␛[0m  ');
  });

  test('lets a piece have a ground of its own', () => {
    const row: Row = { pieces: [{ ...words('ab'), ground: 'panel' }, words('cd')], ground: 'selection' };
    expect(groundsOf(row, 6)).toBe('panel 2, selection 4');
  });

  test.each<[string, boolean, string]>([
    ['https://example.org/a', true, '␛[38;5;75m␛]8;;https://example.org/a␛\\here␛]8;;␛\\␛[0m'],
    ['https://example.org/a', false, '␛[38;5;75mhere␛[0m'],
    ['https://example.org/ü', true, '␛[38;5;75m␛]8;;https://example.org/%C3%BC␛\\here␛]8;;␛\\␛[0m'],
    ['file:///etc/passwd', true, '␛[38;5;75mhere␛[0m'],
    ['javascript:alert(1)', true, '␛[38;5;75mhere␛[0m'],
  ])('links to %s, if links are wanted (%s), as %s', (address, links, bytes) => {
    const row: Row = { pieces: [{ ...words('here', 'link'), address: cleanLine(address) }] };
    expect(visible(paintRow(row, 4, paint, { links }))).toBe(bytes);
  });

  test('does not link the ellipsis of a cut link', () => {
    const row: Row = { pieces: [{ ...words('over there', 'link'), address: say`https://example.org/` }] };
    expect(visible(paintRow(row, 5, paint, { links: true }))).toContain('over␛]8;;␛\\…');
  });
});

/** Returns a source of whole numbers below a bound, the same on every run (Lehmer, 1951). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

describe('whatever its text', () => {
  const scraps = [
    'news',
    ' ',
    '北京',
    'ニュース',
    '서울',
    '👩‍👧',
    '🇵🇰',
    '☀️',
    'é',
    'e\u0301',
    'भारत',
    'ไทย',
    'עברית',
    '…',
    '●',
    '1️⃣',
  ];
  const grounds = ['page', 'selection', 'bar'] as const;
  const next = chance(7);
  const piece = (): Piece => words(Array.from({ length: 1 + next(6) }, () => scraps[next(scraps.length)]!).join(''));
  const rows = Array.from({ length: 40 }, (): Row => ({
    pieces: Array.from({ length: next(6) }, piece),
    ground: grounds[next(3)]!,
  }));

  test('a row is exactly as wide as it should be, from 1 to 200 columns', () => {
    for (const row of rows)
      for (let columns = 1; columns <= 200; columns++)
        expect(widthOf(stripped(paintRow(row, columns, paint)))).toBe(columns);
  });

  test.each([
    ['\x1b[5mblink', '[5mblink'],
    ['\x1b]0;title\x07', ']0;title'],
    ['two\nlines\tand a tab', 'two lines and a tab'],
    ['\u202eevil', 'evil'],
    ['a\u{e0041}b', 'ab'],
    ['\ud800x', '\ufffdx'],
    [`e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(8)}`],
  ])('%j that was never cleaned cannot steer the terminal', (forged, shown) => {
    const painted = paintRow({ pieces: [{ text: forged as Safe, role: 'text' }] }, widthOf(shown), paint);
    expect(painted.normalize('NFD')).toBe(shown);
  });
});
