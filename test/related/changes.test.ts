import { expect, test } from 'vitest';
import { changesBetween } from '../../src/related/index.ts';

const shown = (before: string, after: string): string =>
  changesBetween(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

test.each([
  ['nothing', 'All is as it was.', 'All is as it was.', 'All is as it was.'],
  ['a word', 'Five people died.', 'Six people died.', '[-Five-]{+Six+} people died.'],
  ['a figure', 'It cost 1.5 million.', 'It cost 1.7 million.', 'It cost 1.[-5-]{+7+} million.'],
  ['a word put in', 'The minister left.', 'The former minister left.', 'The {+former +}minister left.'],
  ['a word taken out', 'The former minister left.', 'The minister left.', 'The [-former -]minister left.'],
  ['two words in a row, as one change', 'He met Ann Lee.', 'He met Bob Roy.', 'He met [-Ann Lee-]{+Bob Roy+}.'],
  ['a paragraph at the end', 'One.', 'One.\n\nTwo.', 'One.{+\n\nTwo.+}'],
  ['all', '', 'New.', '{+New.+}'],
  ['a letter of Chinese', '东京都知事', '东京市知事', '东京[-都-]{+市+}知事'],
])('tells what changed: %s', (_, before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

const words = (seed: number): string => Array.from({ length: 400 }, (_, index) => `w${(index * seed) % 97}`).join(' ');

test.each([
  ['texts with much in common', `${words(7)} end`, `start ${words(7).replaceAll('w3', 'x')}`],
  ['texts with little in common', words(5), words(11)],
  ['texts too different to compare word by word', words(1).repeat(6), words(3).repeat(6).replaceAll('w', 'v')],
])('both versions can be read from the changes: %s', (_, before, after) => {
  const changes = changesBetween(before, after);
  const version = (other: 'added' | 'removed'): string =>
    changes
      .filter(({ kind }) => kind !== other)
      .map(({ text }) => text)
      .join('');
  expect(version('added')).toBe(before);
  expect(version('removed')).toBe(after);
});
