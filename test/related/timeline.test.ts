import { expect, test } from 'vitest';
import { timelineOf, type Seeds } from '../../src/related/index.ts';
import { newsroom, refOf, type Told } from './newsroom.ts';

const strike: Told = {
  title: 'Dockers strike in Gdansk',
  body: 'Dockers in Gdansk walked out over pay, and cranes stood still.',
  on: 5,
};
const talks: Told = {
  title: 'Dockers and port talk pay',
  body: 'Talks between dockers and the port of Gdansk on pay began.',
  on: 7,
};
const end: Told = {
  title: 'Gdansk dockers go back',
  body: 'The strike of the dockers in Gdansk over pay ended.',
  on: 9,
};
const ships: Told = { title: 'Cruise lines change course', body: 'Holiday vessels head for warmer harbours.', on: 6 };
const index = newsroom(strike, talks, end, { ...ships, links: [strike.title] });

function timeline(seeds: Partial<Record<keyof Seeds, readonly Told[]>>): readonly string[] {
  const refs = (told: readonly Told[] = []): readonly number[] => told.map(({ title }) => refOf(index, title));
  const moments = timelineOf(
    { articles: refs(seeds.articles), pinned: refs(seeds.pinned), removed: refs(seeds.removed) },
    index,
  );
  return moments.map(({ card, because }) => `${card.title}: ${because}`);
}

test('from one article its timeline is sought, the oldest first, each with why', () => {
  expect(timeline({ articles: [strike] })).toEqual([
    'Dockers strike in Gdansk: seed',
    'Cruise lines change course: linked',
    'Dockers and port talk pay: like',
    'Gdansk dockers go back: like',
  ]);
});

test('what the reader took out stays out, and what was pinned stays in', () => {
  expect(timeline({ articles: [strike], removed: [ships, talks], pinned: [end] })).toEqual([
    'Dockers strike in Gdansk: seed',
    'Gdansk dockers go back: pinned',
  ]);
});

test('nothing comes of nothing', () => {
  expect(timeline({})).toEqual([]);
});
