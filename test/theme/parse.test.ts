import { describe, expect, test } from 'vitest';
import { parseTheme, plainTheme, roles } from '../../src/theme/index.ts';
import { say } from '../../src/text/index.ts';

const where = say`my.json`;
const whole = { name: 'mine', about: 'For me.', palette: { sky: '#0080ff', ink: '#101010' } };

describe('a theme file', () => {
  test('gives colours by their names, and what it leaves out by the chain of roles', () => {
    const dark = { link: { fg: 'sky' }, muted: { fg: 'ink', italic: true } };
    const { value, problems } = parseTheme(JSON.stringify({ ...whole, dark }), where);
    expect(problems).toEqual([]);
    expect(value.name).toBe('mine');
    expect(value.dark?.link).toEqual({ fg: '#0080ff' });
    expect(value.dark?.linkChosen).toEqual({ fg: '#0080ff', inverse: true });
    expect(value.dark?.rule).toEqual({ fg: '#101010', italic: true });
    expect(value.dark?.headline).toEqual({ bold: true });
    expect(value.light).toBeNull();
  });

  test.each([
    ['{', 'This is not JSON: '],
    ['[]', 'A theme is a JSON object with a name, a palette and the sides "dark" and "light".'],
    ['{"name":"a","about":"b"}', 'It has neither a "dark" nor a "light" side, so it has no colours.'],
    ['{"about":"b","dark":{}}', 'It should have a name.'],
    ['{"name":"a","about":7,"dark":{}}', 'It should say in words what it is like, as "about".'],
    ['{"name":"a","about":"b","dark":[]}', 'The side "dark" should be an object of roles.'],
    ['{"name":"a","about":"b","dark":{"lnik":{}}}', 'There is no role called "lnik".'],
    ['{"name":"a","about":"b","dark":{"__proto__":{}}}', 'There is no role called "__proto__".'],
    [
      '{"name":"a","about":"b","dark":{"link":"blue"}}',
      'The role "link" should be an object such as {"fg": "red", "bold": true}.',
    ],
    [
      '{"name":"a","about":"b","dark":{"link":{"fg":"blue"}}}',
      'The role "link" asks for a colour that the palette has not: "blue".',
    ],
    [
      '{"name":"a","about":"b","dark":{"link":{"fg":"constructor"}}}',
      'The role "link" asks for a colour that the palette has not: "constructor".',
    ],
    ['{"name":"a","about":"b","dark":{"link":{"blink":true}}}', 'The role "link" cannot have "blink": true.'],
    ['{"name":"a","about":"b","dark":{"link":{"bold":1}}}', 'The role "link" cannot have "bold": 1.'],
    [
      '{"name":"a","about":"b","palette":{"red":"crimson"},"dark":{}}',
      'The palette\'s "red" should be a colour such as #ffcc00, not "crimson".',
    ],
  ])('%s → %s', (json, detail) => {
    const { value, problems } = parseTheme(json, where);
    expect(problems.map((problem) => problem.detail).join('\n')).toContain(detail);
    expect(problems.every((problem) => problem.kind === 'theme' && problem.where === 'my.json')).toBe(true);
    expect(Object.keys((value.dark ?? value.light)!)).toEqual(roles);
  });

  test('is told only so many problems of, and never the bytes that would steer a terminal', () => {
    const dark = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`\x1b]0;role${at}\x07`, {}]));
    const { problems } = parseTheme(JSON.stringify({ ...whole, dark }), where);
    expect(problems).toHaveLength(20);
    expect(problems[0]?.detail).toBe('There is no role called "]0;role0".');
  });

  test('that says nothing is the plain theme', () => {
    const { value } = parseTheme('{"name":"a","about":"b","dark":{},"light":{}}', where);
    expect(value.dark).toEqual(plainTheme.dark);
    expect(value.light).toEqual(plainTheme.light);
  });
});
