import { expect, test } from 'vitest';
import { originalOf, neighboursOf, regroup, storyFor } from '../../src/related/index.ts';
import type { MemoryIndex } from './memory-index.ts';
import { cardOf, newsroom, refOf, titlesOf, type Told } from './newsroom.ts';

const quake =
  'An earthquake struck Sumatra at dawn; houses in Padang fell and rescuers dug for survivors of the tremor.';
const told: readonly Told[] = [
  { title: 'Earthquake strikes Sumatra', body: quake, on: 10.1 },
  {
    title: 'Sumatra earthquake: rescuers dig in Padang',
    body: `${quake} The governor of Padang asked for tents.`,
    on: 10.4,
  },
  { title: 'Tremor in Sumatra fells houses', body: `Houses fell in Padang. ${quake}`, on: 10.6 },
];
const later: Told = {
  title: 'Sumatra opens a new port',
  body: 'Padang has a new port; ships for Sumatra call there from May.',
  on: 25,
};

function storiesIn(index: MemoryIndex, pinned: readonly string[] = []): readonly (readonly string[])[] {
  const stories = regroup(index.all(), index, new Set(pinned.map((title) => refOf(index, title))));
  return stories.map(({ members }) => titlesOf(index, members)).filter(({ length }) => length > 1);
}

test('articles on one event are one story, another event in the same place is not in it', () => {
  expect(storiesIn(newsroom(...told, later))).toEqual([told.map(({ title }) => title)]);
});

test('what the reader pinned to one story stays in it', () => {
  const pinned = { ...later, story: 3 };
  const index = newsroom({ ...told[0]!, story: 3 }, told[1]!, told[2]!, pinned);
  expect(storiesIn(index, [told[0]!.title, later.title])[0]).toContain(later.title);
});

test('two stories with pins are not joined, however alike', () => {
  const index = newsroom({ ...told[0]!, story: 1 }, { ...told[1]!, story: 2 });
  expect(storiesIn(index, [told[0]!.title, told[1]!.title])).toEqual([]);
});

test('a story keeps its number when most of it stays together', () => {
  const index = newsroom({ ...told[0]!, story: 5 }, { ...told[1]!, story: 5 }, { ...told[2]!, story: 9 });
  const stories = regroup(index.all(), index, new Set());
  expect(stories.filter(({ members }) => members.length > 1).map(({ story }) => story)).toEqual([5]);
});

test('a new article joins the story of its event, and one on something else begins its own', () => {
  const index = newsroom({ ...told[0]!, story: 5 }, { ...told[1]!, story: 5 }, told[2]!, later);
  const storyOf = (title: string): number | null => {
    const card = cardOf(index, title);
    return storyFor(card, neighboursOf(card, index), index);
  };
  expect(storyOf(told[2]!.title)).toBe(5);
  expect(storyOf(later.title)).toBe(null);
});

test('what explains is of no event: a new article does not join the story that bears its number', () => {
  const explainer: Told = {
    title: 'Earthquakes of Sumatra',
    body: `${quake} Sumatra lies on a fault.`,
    on: null,
    kind: 'backgrounder',
    story: 5,
  };
  const index = newsroom(explainer, told[1]!);
  const card = cardOf(index, told[1]!.title);
  expect(storyFor(card, neighboursOf(card, index), index)).toBe(null);
});

const wire = `${quake} The agency for disasters said that the tremor lasted for forty seconds and was felt in Singapore.
  Trains were halted, two bridges closed, and the airport lost power for an hour before generators took over.
  Schools will stay shut until engineers have looked at every roof, the mayor told a crowd in front of the mosque.`;
const [first, rest] = [wire.slice(0, 260), wire.slice(260)];

test.each([
  ['the same text', wire],
  [
    'with words before and after',
    `By our staff. Subscribe for more. ${wire} All rights reserved by the publisher of this page.`,
  ],
  ['its first part alone', first],
])('finds the original of a copy: %s', (_, body) => {
  const copy: Told = { title: 'From the agencies', body, on: 12 };
  const index = newsroom({ title: 'Earthquake strikes', body: wire, on: 10 }, copy);
  const card = cardOf(index, copy.title);
  expect(originalOf(card, neighboursOf(card, index))?.title).toBe('Earthquake strikes');
});

test('the same event in other words is no copy, and an original is no copy of its copy', () => {
  const index = newsroom(
    { title: 'One', body: wire, on: 10 },
    { title: 'Two', body: wire, on: 11 },
    { title: 'Three', body: 'Rescuers in Padang dug all night after the earthquake in Sumatra.', on: 12 },
  );
  for (const title of ['One', 'Three']) {
    const card = cardOf(index, title);
    expect(originalOf(card, neighboursOf(card, index))).toBe(null);
  }
  expect(rest).not.toBe('');
});
