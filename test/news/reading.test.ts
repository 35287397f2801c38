import { expect, test } from 'vitest';
import { readingMinutes } from '../../src/news/index.ts';

test.each([
  { words: 0, minutes: 1 },
  { words: 120, minutes: 1 },
  { words: 460, minutes: 2 },
  { words: 2300, minutes: 10 },
])('$words words take $minutes min', ({ words, minutes }) => {
  expect(readingMinutes(words)).toBe(minutes);
});
