import { expect, test } from 'vitest';
import { entry, ids, keep, now, open, shelve, statusOf, type Told } from './shelf.ts';

test('an entry filed twice is one article, with its status', () => {
  const library = open();
  const source = keep(library);
  const [id] = shelve(library, source, { path: 'a/story.md', title: 'One', says: 'v1' });
  library.mark([id!], { bookmarked: true }, now);
  expect(library.file(source.id, [entry({ path: 'a/story.md', title: 'One', says: 'v1' })], now)).toMatchObject({
    added: [],
    changed: [],
    unchanged: 1,
  });
  expect(library.file(source.id, [entry({ path: 'a/story.md', title: 'Two', says: 'v2' })], now)).toMatchObject({
    added: [],
    changed: [id],
    unchanged: 0,
  });
  expect(library.headlinesOf([id!])).toMatchObject([{ title: 'Two', status: { bookmarked: true } }]);
});

test.each<[string, Told, RegExp]>([
  ['its declared id', { id: 'rwanda-ties', path: 'x.md' }, /^rwanda-ties$/],
  ['a declared id that fits no shell', { id: ' Rwanda; rm -rf ~ ', path: 'x.md' }, /^Rwanda-rm--rf$/],
  ['the name of its file', { path: 'news/Rwanda ties.md', title: 'Another title' }, /^rwanda-ties-[0-9a-z]{7}$/],
  ['the folder of an index file', { path: 'news/rwanda/_index.md' }, /^rwanda-[0-9a-z]{7}$/],
  ['the title of a page', { path: null, title: 'Ties, in full!' }, /^ties-in-full-[0-9a-z]{7}$/],
  ['letters of any script', { path: '外交/访问.md' }, /^访问-[0-9a-z]{7}$/],
  ['something, when there is no letter', { path: '___.md' }, /^article-[0-9a-z]{7}$/],
])('an id is made from %s', (_, told, form) => {
  const library = open();
  expect(shelve(library, keep(library), told)[0]).toMatch(form);
});

test('the same file has the same id in a library that is begun anew', () => {
  const made = [1, 2].map(() => {
    const library = open();
    return shelve(library, keep(library), { path: 'a/story.md', title: 'One' })[0];
  });
  expect(made[0]).toBe(made[1]);
});

test('of two files that declare one id the second is kept under another, and a problem says so', () => {
  const library = open();
  const source = keep(library);
  const filed = library.file(
    source.id,
    [entry({ id: 'same', path: 'a.md' }), entry({ id: 'same', path: 'b.md' })],
    now,
  );
  expect(filed.added[0]).toBe('same');
  expect(filed.added[1]).toMatch(/^same-[0-9a-z]{7}$/);
  expect(filed.problems).toMatchObject([{ kind: 'duplicate-id', where: 'b.md' }]);
  expect(ids(library, source)).toHaveLength(2);
});

test('different articles of two sources may declare one id', () => {
  const library = open();
  const [one] = shelve(library, keep(library, '/one'), { id: 'intro', title: 'Of one' });
  const [two] = shelve(library, keep(library, '/two'), { id: 'intro', title: 'Of two' });
  expect(one).toBe('intro');
  expect(two).toMatch(/^intro-/);
});

const moves: readonly (readonly [string, Told, Told])[] = [
  ['says the same', { path: 'a.md', title: 'A', says: 'x' }, { path: 'b/c.md', title: 'A', says: 'x' }],
  ['declares the same id', { path: 'a.md', id: 'story', says: 'x' }, { path: 'b.md', id: 'story', says: 'y' }],
];

test.each([
  ...moves,
  [
    'has the same address',
    { path: 'a.md', address: 'https://www.example.org/x?utm_source=y', says: 'x' },
    { path: 'b.md', address: 'http://example.org/x/', says: 'y' },
  ] as const,
  ['is at the same place again', { path: 'a.md', says: 'x' }, { path: 'a.md', says: 'y' }] as const,
])('a file that went away and comes back is known when it %s', (_, before, after) => {
  const library = open();
  const source = keep(library);
  const [id] = shelve(library, source, before);
  library.mark([id!], { bookmarked: true }, now);
  expect(library.withdraw(source.id, [before.path!])).toEqual([id]);
  expect(ids(library)).toEqual([]);
  const [again] = shelve(library, source, after);
  expect(again).toBe(id);
  expect(statusOf(library, id!).bookmarked).toBe(true);
});

test.each(moves)(
  'a file that is found at its new place before it is missed at its old one is known when it %s',
  (_, before, after) => {
    const library = open();
    const source = keep(library);
    const [id] = shelve(library, source, before);
    library.notePlace(id!, { block: 3, offset: 7 }, 0.4, now);
    shelve(library, source, after);
    expect(library.withdraw(source.id, [before.path!])).toEqual([]);
    expect(ids(library)).toEqual([id]);
    expect(library.articleAt(source.id, after.path!)).toBe(id);
    expect(statusOf(library, id!)).toMatchObject({ read: 'reading', place: { block: 3, offset: 7 } });
    expect(
      library.counts([{ conditions: [{ type: 'read', states: ['reading'] }], sort: 'newest' }], [source.id]),
    ).toEqual([1]);
  },
);

test('two files that are both there are never one article, whatever they share', () => {
  const library = open();
  const source = keep(library);
  const address = 'https://example.org/same';
  shelve(
    library,
    source,
    { path: 'a.md', title: 'A', address, says: 'x' },
    { path: 'b.md', title: 'A', address, says: 'x' },
  );
  expect(ids(library, source)).toHaveLength(2);
});

test('removing a source loses no status', () => {
  const library = open();
  const source = keep(library);
  const [id] = shelve(library, source, { path: 'a.md' });
  library.mark([id!], { read: 'read' }, now);
  library.removeSource(source.id);
  expect(library.sources()).toEqual([]);
  expect(library.article(id!)).toBeNull();
  expect(shelve(library, keep(library), { path: 'a.md' })).toEqual([id]);
  expect(statusOf(library, id!)).toMatchObject({ read: 'read' });
});

test('an article that two sources have is one, and belongs to the source that filed it last', () => {
  const library = open();
  const [one, two] = [keep(library, '/one'), keep(library, '/two')];
  const told = { id: 'story', path: 'a.md', title: 'A', says: 'x' };
  const [id] = shelve(library, one, told);
  expect(shelve(library, two, { ...told, path: 'b.md' })).toEqual([id]);
  expect(ids(library, one)).toEqual([]);
  expect(ids(library, two)).toEqual([id]);
  expect(library.knownFiles(one.id)).toEqual([]);
});

test('a page without a file is known by its title', () => {
  const library = open();
  const page = library.keepSource({ ...keep(library), kind: 'page', location: '/page.txt' });
  const [id] = shelve(library, page, { path: null, title: 'A page', says: 'x' });
  expect(library.file(page.id, [entry({ path: null, title: 'A page', says: 'y' })], now).changed).toEqual([id]);
});

test('files are remembered as they were when read', () => {
  const library = open();
  const source = keep(library);
  const file = { path: 'a.md', modified: 1234.5, size: 99 };
  library.file(source.id, [{ ...entry({ path: 'a.md' }), file }], now);
  expect(library.knownFiles(source.id)).toEqual([file]);
  library.file(source.id, [{ ...entry({ path: 'a.md' }), file: { ...file, modified: 2000 } }], now);
  expect(library.knownFiles(source.id)).toEqual([{ ...file, modified: 2000 }]);
  library.withdraw(source.id, ['a.md']);
  expect(library.knownFiles(source.id)).toEqual([]);
});
