import { expect, test } from 'vitest';
import { wordsOf } from '../../src/related/fold.ts';
import { termsOf } from '../../src/related/terms.ts';
import { keysOf, strengthOf, strengthsOf, vectorOf } from '../../src/related/vector.ts';
import { likeness, rarity, weighed } from '../../src/related/weight.ts';

const vector = (body: string): Uint8Array => vectorOf(termsOf([], wordsOf(body)));
const rare = (count: number): number[] => Array.from({ length: count }, () => 0);

test('a term of every article weighs 1, and one of 9 in 999 about 5.6', () => {
  expect(rarity(500, 500)).toBe(1);
  expect(rarity(9, 999)).toBeCloseTo(1 + Math.log(100), 5);
});

test.each([
  ['once at the beginning of the text', { inTitle: 0, inBody: 1, place: 0, capital: false, name: false }, 2],
  ['once sixty words on', { inTitle: 0, inBody: 1, place: 60, capital: false, name: false }, 1.5],
  ['in the title', { inTitle: 1, inBody: 0, place: 0, capital: false, name: false }, 2 * (1 + Math.log(3))],
  ['with a capital', { inTitle: 0, inBody: 1, place: 0, capital: true, name: false }, 2.5],
  ['a name of two words', { inTitle: 0, inBody: 1, place: 0, capital: true, name: true }, 1],
])('strength of a term: %s', (_, term, strength) => {
  expect(strengthOf({ key: 1, written: '', ...term })).toBeCloseTo(strength, 5);
});

test('a vector is five bytes a term, and read back wherever the bytes begin', () => {
  const bytes = vector('frost kills blossom');
  const elsewhere = new Uint8Array(bytes.length + 1);
  elsewhere.set(bytes, 1);
  const moved = elsewhere.subarray(1);
  expect(bytes).toHaveLength(15);
  expect([...keysOf(moved)]).toEqual([...keysOf(bytes)]);
  expect([...strengthsOf(moved)]).toEqual([...strengthsOf(bytes)]);
});

test('an article is as like itself as can be, and not at all like one that shares no word', () => {
  const frost = vector('frost kills blossom');
  const bridge = vector('engineers close bridge');
  const one = weighed(frost, rare(3), 10);
  const other = weighed(bridge, rare(3), 10);
  expect(likeness(one, { vector: frost, length: one.length })).toBeCloseTo(1, 2);
  expect(likeness(one, { vector: bridge, length: other.length })).toBe(0);
});

test('three of four words in common make three quarters', () => {
  const one = vector('frost kills blossom tonight');
  const other = vector('frost kills tomatoes tonight');
  const mine = weighed(one, rare(keysOf(one).length), 10);
  const its = weighed(other, rare(keysOf(other).length), 10);
  expect(likeness(mine, { vector: other, length: its.length })).toBeCloseTo(3 / 4, 1);
});
