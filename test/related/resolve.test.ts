import { expect, test } from 'vitest';
import { resolveTitle } from '../../src/related/index.ts';
import { april, newsroom, refOf, type Told } from './newsroom.ts';

const told: readonly Told[] = [
  { title: 'Pakistan’s foreign minister meets the head of the SCO', on: 18 },
  { title: 'A strategic checkmate: how the water treaty came to be', on: 2 },
  { title: 'Budget talks collapse in Harare', on: 10 },
  { title: 'Budget talks collapse in Lusaka', on: 11 },
  { title: 'Monthly call: April 2024', on: 4 },
  { title: 'Monthly call: May 2024', on: 5 },
  { title: 'Iron and steel exports rise to a record', on: 6 },
  { title: 'Weekly letter', on: 1 },
];
const index = newsroom(
  ...told,
  { title: 'Weekly letter', on: 8, body: 'second' },
  { title: 'Weekly letter', on: 28, body: 'third' },
);

function meant(text: string, on: number | null = 21): string {
  const found = resolveTitle({ text, published: on === null ? null : april(on), from: null }, index);
  if (!found) return 'none';
  const [card] = index.cards([found.article]);
  return `${found.sure ? 'sure' : 'guess'}: ${card?.title}`;
}

test.each([
  ['as it is', 'Pakistan’s foreign minister meets the head of the SCO', told[0]],
  ['other case and marks', 'PAKISTAN´S FOREIGN MINISTER MEETS THE HEAD OF THE S.C.O', told[0]],
  ['a wording before it', 'Also see: Budget talks collapse in Harare', told[2]],
  ['labels before it', 'Background: UPDATE 2- Budget talks collapse in Harare', told[2]],
  ['a site behind it', 'Budget talks collapse in Lusaka | Reuters', told[3]],
  ['typing errors', 'Iron and stele exports rise to a recrod', told[6]],
  ['a word left out', 'Iron and steel exports rise to record', told[6]],
  ['words in another order', 'Exports of iron and steel rise to a record', told[6]],
  ['cut off', 'A strategic checkmate: how the…', told[1]],
])('is sure of a title written %s', (_, text, article) => {
  expect(meant(text)).toBe(`sure: ${article?.title}`);
});

test.each([
  ['of another subject', 'Elections in Harare'],
  ['of a series, with another month', 'Monthly call: June 2024'],
  ['of a series, with another year', 'Monthly call: May 2023'],
  ['with another place', 'Budget talks collapse in Maputo'],
  ['of one word in common', 'Steel'],
  ['without words', '—'],
])('is never sure of a title %s', (_, text) => {
  expect(meant(text)).not.toMatch(/^sure/);
});

test('a beginning that two titles share is at most a guess', () => {
  expect(meant('Budget talks collapse…')).not.toMatch(/^sure/);
});

test('of several with one title the nearest before is meant', () => {
  const of = (on: number): number | undefined =>
    resolveTitle({ text: 'Weekly letter', published: april(on), from: null }, index)?.article;
  const letters = index.titled('weekly letter');
  expect([of(2), of(12), of(27), of(29)]).toEqual([letters[0], letters[1], letters[2], letters[2]]);
});

test('a text does not mean itself', () => {
  const from = refOf(index, told[6]!.title);
  expect(resolveTitle({ text: told[6]!.title, published: april(6), from }, index)).toBe(null);
});
