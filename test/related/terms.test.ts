import { expect, test } from 'vitest';
import { wordsOf } from '../../src/related/fold.ts';
import { termsOf, type Term } from '../../src/related/terms.ts';

const termsIn = (title: string, body = ''): readonly Term[] => termsOf(wordsOf(title), wordsOf(body));
const written = (terms: readonly Term[]): readonly string[] => terms.map(({ written }) => written);

test.each([
  ['English without its small words', 'The ministers have agreed on the trade', ['ministers', 'agreed', 'trade']],
  ['an abbreviation that is a small word otherwise', 'talks with the US about it', ['talks', 'US']],
  ['letters with dots between', 'talks with the U.S. about it', ['talks', 'U.S.']],
  ['German', 'Die Minister haben sich auf den Handel geeinigt', ['Minister', 'Handel', 'geeinigt']],
  ['French', 'Les ministres se sont mis d’accord sur le commerce', ['ministres', 'mis', 'd’accord', 'commerce']],
  ['Russian', 'Министры договорились о торговле и об обороне', ['Министры', 'договорились', 'торговле', 'обороне']],
  ['Chinese by pairs of letters', '东京都', ['东京', '京都']],
  ['Korean by pairs of letters', '대통령', ['대통', '통령']],
])('reads %s', (_, body, expected) => {
  expect(written(termsIn('', body).filter(({ name }) => !name))).toEqual(expected);
});

test.each([
  ['two capitals', 'He met Olivier Nduhungirehe there.', ['Olivier Nduhungirehe']],
  ['small words within', 'He went to Rio de Janeiro.', ['Rio de Janeiro']],
  ['no capitals of two sentences', 'He met Olivier. Kigali was glad.', []],
  ['no word that only opens a sentence', 'Talks opened. Talks with Paul Kagame; the talks went on.', ['Paul Kagame']],
])('finds names: %s', (_, body, expected) => {
  expect(written(termsIn('', body).filter(({ name }) => name))).toEqual(expected);
});

test('trusts no capital of a headline in Title Case', () => {
  expect(termsIn('Old Bridge Will Close For Long Repair').filter(({ capital, name }) => capital || name)).toEqual([]);
});

test('joins forms of a word, and counts title and text apart', () => {
  const [ministers] = termsIn('Ministers agree', 'The minister of defence met another minister.');
  expect(ministers).toMatchObject({ inTitle: 1, inBody: 2, place: 0 });
});

test('folds accents and the possessive', () => {
  const keys = termsIn('', "Erdoğan's visit, Erdogan’s answer").map(({ key }) => key);
  expect(keys).toHaveLength(3);
});
