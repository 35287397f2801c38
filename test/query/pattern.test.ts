import { expect, test } from 'vitest';
import { readPattern } from '../../src/query/index.ts';

function fits(pattern: string, text: string): boolean {
  const read = readPattern(pattern);
  if (!('fits' in read)) throw new Error(read.expected);
  return read.fits(text);
}

const patterns =
  'a abc a|b (ab|c)d a*b a+b?c ^ab ab$ \\bfoo\\b [a-c]x [^a-c]x a{2,3} (a|b)*c \\d+ x.y (?:foo|bar)baz ^$ a{0,2}b (a*)*b \\w+ing\\b (ab){2} \\Bb a|'.split(
    ' ',
  );
const texts = ['', 'a', 'b', 'abc', 'xabc', 'cd', 'abd', 'aab', 'foo bar', 'foobar', 'bx', 'dx', '123', 'x\ny', 'xzy'];
const more = ['barbaz', 'running fast', 'abab', 'zing', 'AB'];

test.each(patterns)('%s fits what JavaScript’s own expressions fit', (pattern) => {
  for (const text of [...texts, ...more]) {
    expect([text, fits(pattern, text)]).toEqual([text, new RegExp(pattern, 'i').test(text)]);
  }
});

test.each([
  ['élection', 'ELECTION', true],
  ['election', 'Élection', true],
  ['[é]', 'e', true],
  ['外.部', '外交部', true],
  ['\\bмин\\w+', 'Министр', true],
])('%s and %s: case and accents do not matter', (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
});

test.each([
  ['(a*)*b', 'a'],
  ['(a|aa)+$', 'a'],
  ['(.*)*x', 'y'],
])('%s takes no longer for each letter of a long text', (pattern, letter) => {
  // One that tries every way would take longer than the sun lasts.
  expect(fits(pattern, letter.repeat(200_000) + '!')).toBe(false);
});

test.each([
  ['nduh\\w+', 'nduh'],
  ['a(bc|d)efg?', 'ef'],
  ['cat|dog', ''],
  ['x*', ''],
])('of %s, %j stands in all that it fits', (pattern, literal) => {
  expect(readPattern(pattern)).toMatchObject({ literal });
});
