import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import type { ArticleId, Source } from '../../src/news/index.ts';
import type { Library } from '../../src/library/index.ts';
import { fed, feed, ids, keep, keepFeed, keepPages, now, open, shelve, statusOf, textOf, type Fed } from './shelf.ts';

/** Files one article of a feed and marks it as a reader does: bookmarked, and read to its middle. */
function marked(library: Library, source: Source, told: Fed): ArticleId {
  const [id] = feed(library, source, told);
  mark(library, id!);
  return id!;
}

function mark(library: Library, id: ArticleId): void {
  library.mark([id], { bookmarked: true }, now);
  library.notePlace(id, { block: 3, offset: 7 }, 0.4, now);
}

function expectMarked(library: Library, id: ArticleId): void {
  expect(statusOf(library, id)).toMatchObject({
    bookmarked: true,
    read: 'reading',
    place: { block: 3, offset: 7 },
    progress: 0.4,
  });
}

const told: Fed = { guid: '17', title: 'Bridge opens', address: 'https://one.example/news/bridge' };

test.each<[string, Fed, Fed]>([
  ['writes https for http', { ...told, address: 'http://one.example/news/bridge' }, told],
  ['leaves out “www.”', { ...told, address: 'https://www.one.example/news/bridge' }, told],
  ['adds a tracker', told, { ...told, address: 'https://one.example/news/bridge?utm_source=feed' }],
  ['gives another path to the same id', told, { ...told, address: 'https://one.example/2025/bridge' }],
  ['gives another site to the same id', told, { ...told, address: 'https://two.example/bridge' }],
  ['corrects the title', told, { ...told, title: 'Bridge opens at last' }],
  ['gives another id to the same address', told, { ...told, guid: 'post-17' }],
  ['stops to give an id', told, { title: told.title!, address: told.address! }],
  ['begins to give an id', { title: told.title!, address: told.address! }, told],
  [
    'gives other ids and addresses to the same title and day',
    told,
    { title: told.title!, guid: 'b', address: 'https://one.example/b' },
  ],
  [
    'corrects the text of what has neither id nor address',
    { title: 'A note' },
    { title: 'A note', body: 'More words.' },
  ],
])('an article stays the same when its feed %s', (_, before, after) => {
  const library = open();
  const source = keepFeed(library);
  const id = marked(library, source, before);
  expect(feed(library, source, after)).toEqual([]);
  expect(ids(library)).toEqual([id]);
  expectMarked(library, id);
});

test('what a feed changes is counted, and what it does not change is not', () => {
  const library = open();
  const source = keepFeed(library);
  const [id] = feed(library, source, told);
  expect(library.file(source.id, [fed(told)], now)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  const corrected = fed({ ...told, title: 'Bridge opens at last' });
  expect(library.file(source.id, [corrected], now)).toMatchObject({ added: [], changed: [id], unchanged: 0 });
  expect(library.article(id!)?.title).toBe('Bridge opens at last');
});

test('articles keep their marks when the feed turns its order around', () => {
  const library = open();
  const source = keepFeed(library);
  const list = ['a', 'b', 'c'].map((name) => ({ guid: name, title: name, address: `https://one.example/${name}` }));
  const filed = feed(library, source, ...list);
  mark(library, filed[0]!);
  expect(feed(library, source, ...list.toReversed())).toEqual([]);
  expect(library.headlinesOf(filed).map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  expectMarked(library, filed[0]!);
});

test('an address that goes to a new article, as in a feed that numbers its entries, takes no mark along', () => {
  const library = open();
  const source = keepFeed(library);
  const at = (place: number) => `https://one.example/latest/${place}`;
  const first = marked(library, source, { guid: 'a', title: 'First', address: at(1) });
  const [second] = feed(
    library,
    source,
    { guid: 'b', title: 'Second', address: at(1) },
    { guid: 'a', title: 'First', address: at(2) },
  );
  expect(second).not.toBe(first);
  expectMarked(library, first);
  expect(library.headlinesOf([first, second!]).map(({ title }) => title)).toEqual(['First', 'Second']);
});

test('an article that stands in a document twice, under two ids, is one and is not changed to and fro', () => {
  const library = open();
  const source = keepFeed(library);
  const twice = [told, { ...told, guid: 'the same in another section', summary: 'From the section' }];
  expect(feed(library, source, ...twice)).toHaveLength(1);
  expect(library.file(source.id, twice.map(fed), now)).toMatchObject({ added: [], changed: [], unchanged: 2 });
});

test('an id that is a number means nothing in another feed, nor does a title', () => {
  const library = open();
  const [one] = feed(library, keepFeed(library), { guid: '17', title: 'Weekly notes', says: 'x' });
  const [two] = feed(library, keepFeed(library, 'https://two.example/feed'), {
    guid: '17',
    title: 'Weekly notes',
    says: 'x',
  });
  expect(new Set([one, two]).size).toBe(2);
});

test('two articles of one title are two, in one feed and with a page', () => {
  const library = open();
  const source = keepFeed(library);
  feed(library, source, { guid: '1', title: 'Notes', address: 'https://one.example/1' });
  const second = fed({ guid: '2', title: 'Notes', address: 'https://one.example/2' });
  library.file(source.id, [{ ...second, keys: second.keys!.slice(0, 2) }], now);
  feed(library, keepPages(library), { address: 'https://one.example/3', title: 'Notes' });
  expect(ids(library)).toHaveLength(3);
});

test('a feed that gives every entry a new id each time does not fill the library', () => {
  const library = open();
  const source = keepFeed(library);
  for (let fetched = 0; fetched < 60; fetched += 1) feed(library, source, { ...told, guid: `at ${fetched}` });
  expect(ids(library)).toHaveLength(1);
});

test.each(['The old name', 'Another name'])(
  'a feed that was removed finds its marks when it is added again as “%s”',
  (name) => {
    const library = open();
    const named = (words: string) =>
      library.keepSource({ kind: 'feed', name: cleanLine(words), location: 'https://one.example/feed', kept: true });
    const source = named('The old name');
    const marks = marked(library, source, told);
    const [read, plain] = feed(library, source, { guid: '18', title: 'Ferry' }, { guid: '19', title: 'Tide' });
    library.mark([read!], { read: 'read' }, now);
    library.removeSource(source.id);
    const again = named(name);
    expect(again.id).toBe(source.id);
    // The addresses have changed meanwhile; the ids, which only this feed gives, have not.
    const moved = { ...told, address: 'https://one.example/2025/bridge' };
    feed(library, again, moved, { guid: '18', title: 'Ferry again' }, { guid: '19', title: 'Tide' });
    expect(new Set(ids(library, again))).toEqual(new Set([marks, read, plain]));
    expectMarked(library, marks);
    expect(statusOf(library, read!).read).toBe('read');
  },
);

const page: Fed = {
  title: 'Bridge opens, in full',
  address: 'https://one.example/news/bridge',
  body: 'The whole text.',
};

test('a page that was kept because a link was followed is the article that a feed brings later', () => {
  const library = open();
  const pages = keepPages(library);
  const id = marked(library, pages, page);
  const source = keepFeed(library);
  expect(library.file(source.id, [fed({ ...told, body: 'How it begins.' })], now)).toMatchObject({
    added: [],
    changed: [id],
  });
  expectMarked(library, id);
  expect(library.article(id)).toMatchObject({ version: 'page', versions: ['filed', 'page'], title: 'Bridge opens' });
  expect(textOf(library, id)).toBe('The whole text.');
  expect(textOf(library, id, 'filed')).toBe('How it begins.');
  expect([ids(library, source), ids(library, pages), ids(library)]).toEqual([[id], [id], [id]]);
});

test('a page is the article that a feed brought before, by any of its addresses', () => {
  const library = open();
  const source = keepFeed(library);
  const id = marked(library, source, { ...told, body: 'How it begins.' });
  feed(library, source, { ...told, address: 'https://one.example/moved', body: 'How it begins.' });
  const pages = keepPages(library);
  expect(library.file(pages.id, [fed(page)], now)).toMatchObject({ added: [], changed: [id] });
  expect(library.file(pages.id, [fed(page)], now)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  expectMarked(library, id);
  expect(library.article(id)).toMatchObject({ version: 'page', versions: ['filed', 'page'], title: 'Bridge opens' });
  expect([ids(library, source), ids(library, pages), ids(library)]).toEqual([[id], [id], [id]]);
});

test('a page that is fetched again is the same, and shows what it says now', () => {
  const library = open();
  const pages = keepPages(library);
  const id = marked(library, pages, page);
  expect(library.file(pages.id, [fed({ ...page, body: 'Corrected.' })], now)).toMatchObject({ changed: [id] });
  expect(library.article(id)).toMatchObject({ version: 'filed', versions: ['filed'] });
  expect(textOf(library, id)).toBe('Corrected.');
  expectMarked(library, id);
});

test('an address that an article had still leads to it', () => {
  const library = open();
  const source = keepFeed(library);
  const [id] = feed(library, source, told);
  feed(library, source, { ...told, address: 'https://one.example/moved' });
  expect(library.articleWithAddress('http://www.one.example/news/bridge/')).toBe(id);
  expect(library.articleWithAddress('https://one.example/moved')).toBe(id);
});

test.each([
  ['that is kept', true],
  ['that was opened once', false],
])('a file of a folder %s that names the page it was taken from is that article, and keeps its own text', (_, kept) => {
  const library = open();
  const folder = keep(library, '/news', kept);
  const [id] = shelve(library, folder, { path: 'a.md', title: told.title!, address: told.address!, body: 'My copy.' });
  const source = keepFeed(library);
  expect(library.file(source.id, [fed(told)], now)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  expect([ids(library, source), ids(library, folder)]).toEqual([[id], [id]]);
  expect(textOf(library, id!)).toBe('My copy.');
  const [other] = feed(library, source, {
    ...told,
    guid: '18',
    title: 'Not its title',
    address: 'https://one.example/x',
  });
  expect(other).not.toBe(id);
});

test('ids of entries come out the same in a library that is begun anew', () => {
  const made = [1, 2].map(() => {
    const library = open();
    return feed(library, keepFeed(library), told)[0];
  });
  expect(made[0]).toBe(made[1]);
  expect(made[0]).toMatch(/^bridge-opens-[0-9a-z]{7}$/);
});
