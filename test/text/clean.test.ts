import { expect, test } from 'vitest';
import { clean } from '../../src/text/index.ts';

test.each([
  ['tag characters alone', 'a\u{e0041}\u{e007f}b', 'ab'],
  ['a bidi override', 'a\u202eb', 'ab'],
  ['an escape sequence, whose payload stays as text', 'a\u001b]0;x\u0007b', 'a]0;xb'],
  ['a run of marks', `e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(8)}`],
  ['nothing of ordinary text', 'Īslām\u00a0ābād 👨‍👩‍👧', 'Īslām\u00a0ābād 👨‍👩‍👧'],
])('cleaning takes out %s', (_, text, cleaned) => {
  expect(clean(text)).toBe(cleaned);
});
