import { expect, test } from 'vitest';
import { neighboursOf, profileOf, relatedTo, type Asked, type Related } from '../../src/related/index.ts';
import type { MemoryIndex } from './memory-index.ts';
import { april, cardOf, newsroom, type Told } from './newsroom.ts';

const visit: Told = {
  title: 'Rwanda minister visits Islamabad',
  body: 'Foreign minister Olivier Nduhungirehe left Kigali for talks with his colleague.',
  on: 21,
};
const treaty: Told = {
  title: 'Ministers sign a treaty on defence',
  body: 'After talks Olivier Nduhungirehe flew home to Kigali with a treaty on training.',
  on: 21.17,
};
const tea: Told = {
  title: 'Tea prices climb again',
  body: 'Auctions in Kigali and Mombasa saw the best prices in years.',
  on: 20,
};

function relatedIn(index: MemoryIndex, told: Told, asked: Partial<Asked> = {}): readonly Related[] {
  const card = cardOf(index, told.title);
  const { terms } = profileOf({ title: told.title, body: told.body ?? '', kind: 'news' }, index);
  return relatedTo({ ...card, terms }, index, { limit: 10, ...asked });
}

const titles = (related: readonly Related[]): readonly string[] => related.map(({ card }) => card.title);
const reasons = (related: readonly Related[]): readonly string[] =>
  (related[0]?.reasons ?? []).map(({ words }) => words);

test('the nearest story comes first, others that share a name after it, strangers not at all', () => {
  expect(titles(relatedIn(newsroom(visit, treaty, tea), visit))).toEqual([treaty.title, tea.title]);
});

test('tells the names that both articles share', () => {
  expect(reasons(relatedIn(newsroom(visit, treaty), visit))).toEqual(['both name Olivier Nduhungirehe and Kigali']);
});

test('tells how much later the same event was told', () => {
  const index = newsroom({ ...visit, story: 7 }, { ...treaty, story: 7 });
  expect(reasons(relatedIn(index, visit))[0]).toBe('same event, four hours later');
});

test('what is linked comes first and says so', () => {
  const index = newsroom({ ...visit, links: [tea.title] }, treaty, tea);
  const found = relatedIn(index, visit);
  expect(titles(found)[0]).toBe(tea.title);
  expect(reasons(found)[0]).toBe('linked in the text');
});

test('what a similar article links to is found without a word in common', () => {
  const drone: Told = { title: 'Drones deliver blood', body: 'Hospitals receive plasma by parachute.', on: 19 };
  const found = relatedIn(newsroom(visit, { ...treaty, links: [drone.title] }, drone), visit);
  expect(titles(found)).toContain(drone.title);
  expect(found.find(({ card }) => card.title === drone.title)?.reasons.map(({ words }) => words)).toEqual([
    `linked in “${treaty.title}”, which is like this`,
  ]);
});

test('of the past only, nothing of a later day', () => {
  const index = newsroom(visit, { ...treaty, on: 22 }, tea);
  expect(titles(relatedIn(index, visit, { past: true }))).toEqual([tea.title]);
});

test('a copy of the article is not shown as related to it', () => {
  const body = `Foreign minister Olivier Nduhungirehe left Kigali for talks with his colleague on trade and on training.
    He will meet members of the chamber of commerce, open an office, and plant a tree in the garden of the embassy.
    The two countries want to exchange students, and to sell each other more tea, rice, cement and medicine than before.`;
  const index = newsroom({ ...visit, body }, { ...treaty, body: `LONDON (Agency) ${body}` }, tea);
  expect(titles(relatedIn(index, { ...visit, body }))).toEqual([tea.title]);
});

test('an article that is not filed yet has neighbours too', () => {
  const index = newsroom(visit, tea);
  const profile = profileOf({ title: treaty.title, body: treaty.body ?? '', kind: 'news' }, index);
  const subject = { ...profile, article: null, published: april(21), story: null };
  expect(neighboursOf(subject, index)[0]?.card.title).toBe(visit.title);
});

test('an empty article has no related ones', () => {
  expect(relatedIn(newsroom({ title: '' }, visit), { title: '' })).toEqual([]);
});
