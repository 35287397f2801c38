import { expect, test } from 'vitest';
import type { Query, Source } from '../../src/news/index.ts';
import { everything, fed, feed, ids, keepFeed, now, open, statusOf } from './shelf.ts';

const list = (...conditions: Query['conditions']): Query => ({ conditions, sort: 'newest' });
const day = 86_400_000;

test('an article that two feeds carry is one, and stands in the lists of both', () => {
  const library = open();
  const [one, two] = [keepFeed(library), keepFeed(library, 'https://two.example/feed')];
  const told = { title: 'A', address: 'https://x.example/a' };
  const [id] = feed(library, one, { ...told, guid: 'https://x.example/?p=1' });
  expect(feed(library, two, { ...told, guid: '1', address: `${told.address}?utm_source=two` })).toEqual([]);
  const [own] = feed(library, two, { guid: '2', title: 'B' });
  expect([ids(library, one), ids(library, two), ids(library)]).toEqual([[id], [id, own], [id, own]]);
  const within = (query: Query, ...scope: Source[]) =>
    library.counts(
      [query],
      scope.map((source) => source.id),
    )[0];
  const fromTwo = list({ type: 'source', source: two.id });
  expect([
    within(everything, one),
    within(everything, two),
    within(everything, one, two),
    within(fromTwo, one, two),
  ]).toEqual([1, 2, 2, 2]);
  library.mark([id!], { read: 'read' }, now);
  const unread = list({ type: 'read', states: ['unread', 'reading'] });
  expect([within(unread, one), within(unread, two), within(unread, one, two)]).toEqual([0, 1, 1]);
  library.markAll(everything, [two.id], { bookmarked: true }, now);
  expect(statusOf(library, id!).bookmarked).toBe(true);
});

test('a feed that names the address of another site gives way to the feed of that site', () => {
  const library = open();
  const [borrower, site] = [keepFeed(library), keepFeed(library, 'https://www.x.example/feed')];
  const address = 'https://x.example/a';
  const [id] = feed(library, borrower, { title: 'What x.example says, we say', address });
  expect(feed(library, site, { title: 'A', address })).toEqual([]);
  expect(library.article(id!)).toMatchObject({ title: 'A', source: site.id });
  feed(library, borrower, { title: 'What x.example says, we still say', address });
  expect(library.article(id!)).toMatchObject({ title: 'A', source: site.id });
});

test('lists and counts agree, whatever carries what, is marked, moved or removed', () => {
  const library = open();
  const sources = [1, 2, 3, 4].map((number) => keepFeed(library, `https://${number}.example/feed`, number !== 4));
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let step = 0; step < 120; step += 1) {
    const source = sources[random(sources.length)]!;
    const number = random(25);
    const body = random(3) === 0 ? [] : 'Words.';
    feed(library, source, {
      title: `T${number}`,
      address: `https://x.example/${number}`,
      body,
      published: now - number * day,
    });
    const [some] = ids(library, source).slice(random(5));
    if (some && random(2) === 0)
      library.mark([some], [{ read: 'read' }, { bookmarked: true }, { read: 'reading' }][random(3)] as never, now);
    if (step % 40 === 39) {
      library.removeSource(source.id);
      sources.splice(sources.indexOf(source), 1);
    }
    if (step % 10 === 9) agree();
  }
  function agree() {
    const all = library.sources().map(({ id }) => id);
    const queries = [
      everything,
      list({ type: 'read', states: ['unread'] }),
      list({ type: 'bookmarked' }),
      list({ type: 'text', words: 't1' }),
      list({ type: 'published', from: now - 9 * day, until: null }),
      ...all.map((source) => list({ type: 'source', source }, { type: 'read', states: ['read', 'reading'] })),
    ];
    const scopes = [all, [], ...all.map((id) => [id]), ...all.map((id) => all.filter((other) => other !== id))];
    for (const scope of scopes) {
      const totals = queries.map((query) => {
        const { rows, total } = library.headlines(query, scope, { from: 'start', limit: 100 });
        expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
        return total;
      });
      expect(library.counts(queries, scope)).toEqual(totals);
    }
  }
});

test('a large source that carries articles of others is listed in order', () => {
  const library = open();
  const [one, two] = [keepFeed(library), keepFeed(library, 'https://two.example/feed')];
  feed(library, one, { title: 'Shared', address: 'https://x.example/a', published: now - 1500 * day });
  library.file(
    two.id,
    Array.from({ length: 3200 }, (_, index) =>
      fed({ guid: `${index}`, title: `T${index}`, published: now - index * day }),
    ),
    now,
  );
  feed(library, two, { title: 'Shared', address: 'https://x.example/a' });
  const { rows, total } = library.headlines(everything, [two.id], {
    from: { around: ids(library, one)[0]! },
    limit: 4,
  });
  expect([rows.map(({ title }) => title), total]).toEqual([['T1498', 'T1499', 'Shared', 'T1500'], 3201]);
});

test('what another source carries goes over to that when its own is removed', () => {
  const library = open();
  const [one, two] = [keepFeed(library), keepFeed(library, 'https://two.example/feed')];
  const told = { title: 'A', address: 'https://x.example/a' };
  const [id] = feed(library, one, told);
  feed(library, two, { ...told, says: 'two' });
  library.removeSource(one.id);
  expect(library.headlinesOf([id!])).toMatchObject([{ source: two.id, publisher: 'two.example' }]);
  expect(ids(library, two)).toEqual([id]);
  expect(
    library.headlines(list({ type: 'from', name: 'two.example' }), [two.id], { from: 'start', limit: 9 }).total,
  ).toBe(1);
  expect(library.file(two.id, [fed({ ...told, says: 'two' })], now).changed).toEqual([id]);
});
