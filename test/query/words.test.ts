import { expect, test } from 'vitest';
import { completions } from '../../src/query/index.ts';
import { inflections } from '../../src/query/inflections.ts';

test.each([
  'car cars',
  'country countries',
  'movie movies',
  'plan plans planned planning',
  'change changes changed changing',
  'create creates created creating',
  'house houses housing',
  'control controls controlled controlling',
  'stop stopped stopping',
  'tax taxes taxed',
  'church churches',
  'minister ministers ministern',
  'wahl wahlen',
  'regierung regierungen',
  'national nationale nationaux nationales',
  'eleccion elecciones',
  'eleicao eleicoes',
  'elezione elezioni',
  'ministro ministra ministri ministros',
  'verkiezing verkiezingen',
  'министр министра министру министром',
  'выборы выборов выборами',
])('%s are one word', (row) => {
  const words = row.split(' ');
  for (const word of words) expect(inflections(word)).toEqual(expect.arrayContaining(words));
});

test.each([
  ['news', 'new'],
  ['plane', 'plan'],
  ['planes', 'plans'],
  ['congress', 'congres'],
  ['state', 'stat'],
  ['us', 'u'],
  ['war', 'ware'],
])('%s and %s are two', (one, other) => {
  expect(inflections(one)).not.toContain(other);
  expect(inflections(other)).not.toContain(one);
});

const names = { source: ['BBC News', 'The Express Tribune'], tag: ['trade', 'foreign policy', 'Kigali'] };

test.each([
  ['ti', 0, ['title:']],
  ['rwanda so', 7, ['source:', 'sort:']],
  ['is:re', 3, ['reading', 'read']],
  ['-is:b', 4, ['bookmarked']],
  ['(tag:ki', 5, ['Kigali']],
  ['source:tri', 7, ['"The Express Tribune"']],
  ['source:"the e', 7, ['"The Express Tribune"']],
  ['tag:', 4, ['trade', '"foreign policy"', 'Kigali']],
  ['nothing:x', 8, []],
  ['rwanda ', 7, []],
])('at the end of %j, from %i on, stand %j', (text, at, choices) => {
  const offered = completions(text, text.length, names);
  expect(offered).toMatchObject({ at, choices });
  expect(offered.at + offered.length).toBe(text.length);
});
