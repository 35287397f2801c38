import { expect, test } from 'vitest';
import { connectWaiting } from '../../src/desk/connect.ts';
import type { Library } from '../../src/library/index.ts';
import type { Ref } from '../../src/related/index.ts';
import { others, quake } from './newsroom.ts';
import { day, fed, feed, folder, keepFeed, now, open, type Fed } from './shelf.ts';

/** Articles with words of their own and words that they share. */
const many: readonly Fed[] = Array.from({ length: 24 }, (_, number) => ({
  guid: `m${number}`,
  title: `Council ${number % 5} debates ferry ${number}`,
  body: `The council of ward ${number % 5} debated the ferry to island ${number}, its pier and its timetable ${number % 3}.`,
  published: day(5, 1 + number),
}));

/** Returns all that the index tells of these articles, and of the keys that they have. */
function toldBy({ index }: Library, articles: readonly Ref[]) {
  const cards = index.cards(articles);
  const keys = [
    ...new Set(cards.flatMap(({ vector }) => [...new Uint32Array(vector.slice(0, (vector.length / 5) * 4).buffer)])),
  ];
  const titles = cards.map(({ title }) => title);
  return { titles, frequencies: index.frequencies(keys), holders: keys.map((key) => index.holders(key, 600)) };
}

test('merging changes no answer, for this program or another', () => {
  const at = folder();
  const library = open(at);
  const another = open(at);
  const source = keepFeed(library);
  feed(library, source, ...quake, ...many);
  const articles = library.connections.waiting(100);
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  const before = toldBy(library, articles);
  expect(toldBy(another, articles)).toEqual(before);
  expect(before.holders.some((holders) => holders.length > 20)).toBe(true);
  let steps = 0;
  for (; steps < 500 && library.connections.tend('idle'); steps++) expect(toldBy(another, articles)).toEqual(before);
  expect(steps).toBeGreaterThan(2);
  expect(toldBy(library, articles)).toEqual(before);
  expect(toldBy(open(at), articles)).toEqual(before);
});

test('an article that is changed or removed after a merge takes its keys along', () => {
  const at = folder();
  const library = open(at);
  const [one, other] = [keepFeed(library), keepFeed(library, 'https://other.example/feed')];
  feed(library, one, ...many);
  const kept = library.connections.waiting(100);
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  while (library.connections.tend('idle'));
  const before = toldBy(library, kept);
  feed(library, other, ...quake, ...others);
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  library.file(one.id, [fed({ ...many[0]!, body: 'Nothing of the kind.' })], now);
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  library.file(one.id, [fed(many[0]!)], now);
  library.removeSource(other.id);
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  expect(toldBy(library, kept).frequencies).toEqual(before.frequencies);
  while (library.connections.tend('idle'));
  const after = toldBy(library, kept);
  expect(after.frequencies).toEqual(before.frequencies);
  expect(after.holders).toEqual(before.holders);
});

test('a link that says only a title, and not quite, finds its article a day later', () => {
  const library = open();
  const source = keepFeed(library);
  const link = {
    relation: 'also-see' as const,
    text: fed({ title: 'Old bridge will close for repairs' }).title,
    address: null,
  };
  const [from] = feed(library, source, ...many.slice(0, 12), {
    guid: 'l',
    title: 'Ferries are full',
    links: [link],
  }).slice(-1);
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  expect(library.article(from!)?.links).toMatchObject([{ target: null, guess: null }]);
  const [to] = feed(library, source, { guid: 'b', title: 'The old bridge will close for repairs', body: 'Cracks.' });
  connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  expect(library.article(from!)?.links).toMatchObject([{ target: { id: to }, guess: null }]);
  expect(library.article(to!)?.linkedFromArticles).toMatchObject([{ id: from }]);
  library.removeSource(source.id);
});
