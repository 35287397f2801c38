import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Library } from '../../src/library/index.ts';
import type { ArticleId, Query, Story } from '../../src/news/index.ts';
import { brief, connectAll, others, quake } from './newsroom.ts';
import { day, everything, fed, feed, folder, ids, keepFeed, now, open, titles } from './shelf.ts';

function told(library: Library, ...told: Parameters<typeof feed>[2][]): readonly ArticleId[] {
  return feed(library, keepFeed(library), ...told);
}

const storyOf = (library: Library, id: ArticleId): Story => library.storyOf(id)!;

test('articles on one event by two publishers are a story, and others are alone', () => {
  const library = open();
  const [first, second, third, other] = told(library, ...quake, ...others);
  expect(library.storyOf(first!)).toBe(null);
  expect(connectAll(library)).toBe(9);
  const stories = library.storiesOf([first!, second!, third!, other!]);
  expect([...stories.keys()]).toEqual([first, second, third]);
  expect(brief(stories.get(first!))).toBe('2 publishers, 3 articles, 3 unread, 0 fresh');
  expect(stories.get(first!)).toMatchObject({ name: quake[2]!.title, latest: quake[2]!.published });
  expect(brief(library.storyOf(other!))).toBe('1 publishers, 1 articles, 1 unread, 0 fresh');
});

test('of a story that is followed, what comes after is fresh until it is looked at', () => {
  const library = open();
  const source = keepFeed(library);
  const [first] = feed(library, source, quake[0]!, ...others);
  connectAll(library);
  library.follow(storyOf(library, first!).id, true, now);
  library.file(source.id, quake.slice(1).map(fed), now + 1000);
  connectAll(library);
  const [story] = library.followedStories();
  expect(brief(story)).toBe('2 publishers, 3 articles, 3 unread, 2 fresh, followed');
  expect(titles(library, { conditions: [{ type: 'followed' }], sort: 'oldest' })).toEqual(
    quake.map(({ title }) => title),
  );
  library.lookedAt(story!.id, now + 2000);
  expect(brief(library.story(story!.id))).toBe('2 publishers, 3 articles, 3 unread, 0 fresh, followed');
  library.follow(story!.id, false, now + 3000);
  expect(library.followedStories()).toEqual([]);
});

test('grouping anew leaves a story its number', () => {
  const library = open();
  const [first, second] = told(library, ...quake, ...others);
  connectAll(library);
  const { id } = storyOf(library, first!);
  library.follow(id, true, now);
  library.pin(second!, id, 'out of');
  const latest = library.connections.ungrouped(100, 0);
  const refs = [first!, second!].map((article) => library.connections.refOf(article)!);
  library.connections.group([{ story: id, members: refs }]);
  expect(latest.length).toBe(9);
  expect(storyOf(library, first!)).toMatchObject({ id, followed: true });
  expect(storyOf(library, second!).id).not.toBe(id);
  library.pin(second!, id, 'into');
  expect(storyOf(library, second!).id).toBe(id);
});

const folded: Query = { ...everything, folded: true };

test.each<[string, Query, number[]]>([
  ['all', folded, [2, 8, 7, 6, 5, 4, 3]],
  ['all, oldest first', { ...folded, sort: 'oldest' }, [3, 4, 5, 6, 7, 8, 0]],
  ['by title', { ...folded, sort: 'title' }, [4, 0, 7, 8, 6, 5, 3]],
  ['what is unread', { ...folded, conditions: [{ type: 'read', states: ['unread'] }] }, [1, 8, 7, 6, 5, 4, 3]],
  ['a filter', { ...folded, conditions: [{ type: 'text', words: 'earthquake strikes' }] }, [0]],
  ['a search', { ...folded, conditions: [{ type: 'text', words: 'seismologist' }] }, [2]],
  [
    'the best of a search',
    { conditions: [{ type: 'text', words: 'survivors' }], sort: 'relevance', folded: true },
    [2],
  ],
])('a folded list of %s has a line for each story', (_, query, expected) => {
  const library = open();
  const all = told(library, ...quake, ...others);
  connectAll(library);
  if (query.conditions[0]?.type === 'read') library.mark([all[2]!], { read: 'read' }, now);
  expect(ids(library, null, query)).toEqual(expected.map((index) => all[index]));
  const scope = library.sources().map(({ id }) => id);
  const page = library.headlines(query, scope, { from: 'start', limit: 2 });
  expect(page.total).toBe(expected.length);
  expect(library.counts([query], scope)).toEqual([expected.length]);
});

test('a folded list of one source has its own first article of a story', () => {
  const library = open();
  const one = keepFeed(library);
  const other = keepFeed(library, 'https://other.example/feed');
  const [first] = feed(library, one, quake[0]!, ...others);
  feed(library, other, quake[1]!, quake[2]!);
  connectAll(library);
  const page = library.headlines(folded, [one.id], { from: 'start', limit: 20 });
  expect(page.rows[0]!.id).toBe(first);
  expect(page.total).toBe(7);
  library.removeSource(other.id);
  expect(ids(library, null, folded)).toHaveLength(7);
});

test('what is removed is gone from the index', () => {
  const at = folder();
  const library = open(at);
  const one = keepFeed(library);
  const other = keepFeed(library, 'https://other.example/feed');
  feed(library, one, ...quake);
  feed(library, other, ...others);
  connectAll(library);
  library.removeSource(one.id);
  library.removeSource(other.id);
  connectAll(library);
  for (let left = 0; left < 400 && library.connections.tend('idle'); left++);
  const db = new DatabaseSync(join(at, 'library.db'));
  for (const table of ['cards', 'profiles', 'waiting']) {
    expect([table, db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()!['rows']]).toEqual([table, 0]);
  }
  db.close();
  expect(library.index.articles()).toBe(0);
  // Whatever is asked, whether it was merged already or not.
  feed(library, keepFeed(library), quake[0]!);
  const [again] = library.connections.waiting(10);
  connectAll(library);
  const card = library.index.cards([again!])[0]!;
  expect(
    library.index.frequencies([...new Uint32Array(card.vector.slice(0, (card.vector.length / 5) * 4).buffer)]),
  ).toEqual(Array.from({ length: card.vector.length / 5 }, () => 1));
});

test('a text that its source changes is corrected until it is read again', () => {
  const library = open();
  const source = keepFeed(library);
  const [id] = feed(library, source, { guid: '1', title: 'Six hurt', body: 'Six were hurt.', published: day(4, 1) });
  const corrected: Query = { conditions: [{ type: 'corrected' }], sort: 'newest' };
  const change = (title: string, body: string, at: number) =>
    library.file(source.id, [fed({ guid: '1', title, body, published: day(4, 1) })], at);
  change('Seven hurt', 'Seven were hurt.', now + 1);
  // It was not open yet: to the reader nothing has changed.
  expect(ids(library, null, corrected)).toEqual([]);
  library.notePlace(id!, null, 0.5, now + 2);
  change('Eight hurt', 'Eight were hurt.', now + 3);
  expect(ids(library, null, corrected)).toEqual([id]);
  expect(library.headlinesOf([id!])[0]!.corrected).toBe(true);
  expect(library.corrections(id!)).toEqual([
    {
      seen: now + 3,
      title: { before: 'Seven hurt', after: 'Eight hurt' },
      text: { before: 'Seven were hurt.', after: 'Eight were hurt.' },
    },
    {
      seen: now + 1,
      title: { before: 'Six hurt', after: 'Seven hurt' },
      text: { before: 'Six were hurt.', after: 'Seven were hurt.' },
    },
  ]);
  library.notePlace(id!, null, 0.6, now + 4);
  expect(library.headlinesOf([id!])[0]!.corrected).toBe(false);
  for (let times = 0; times < 9; times++) change('Hurt', `Now ${times}.`, now + 10 + times);
  expect(library.corrections(id!)).toHaveLength(5);
});
