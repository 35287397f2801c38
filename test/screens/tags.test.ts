import { expect, test } from 'vitest';
import { tagPiece } from '../../src/screens/tags.ts';
import { cleanLine } from '../../src/text/index.ts';

const words = 'trade rwanda climate football science kigali energy budget courts media schools harbour'.split(' ');

test('a tag has one colour however it is written, and tags beside each other are told apart', () => {
  const roles = words.map((word) => tagPiece(cleanLine(word)).role);
  expect(words.map((word) => tagPiece(cleanLine(word.toUpperCase())).role)).toEqual(roles);
  expect(new Set(roles).size).toBe(6);
  expect(tagPiece(cleanLine('trade')).text).toBe('#trade');
});
