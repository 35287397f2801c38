import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import { isListed } from '../../src/library/index.ts';
import type { Health, Query, Source, SourceId } from '../../src/news/index.ts';
import {
  asked,
  entry,
  everything,
  fed,
  feed,
  folder,
  ids,
  keep,
  keepFeed,
  keepPages,
  now,
  open,
  shelve,
  statusOf,
  titles,
} from './shelf.ts';

const list = (...conditions: Query['conditions']): Query => ({ conditions, sort: 'newest' });

test('a source that is added has no tags, is not paused and not whole; what is not said of it later stays', () => {
  const library = open();
  const source = keepFeed(library);
  expect(source).toMatchObject({ tags: [], paused: false, whole: false });
  library.changeSource(source.id, { tags: [cleanLine('science')], paused: true, whole: true });
  const again = keepFeed(library);
  expect(again).toEqual({ ...source, tags: ['science'], paused: true, whole: true });
  expect(library.sources()).toEqual([again]);
});

test('a source keeps its id whatever is changed of it', () => {
  const library = open();
  const source = keepFeed(library);
  feed(library, source, { guid: '1', title: 'A' });
  const changed = library.changeSource(source.id, { name: cleanLine('Renamed'), location: 'https://one.example/new' });
  expect(changed).toEqual({ ...source, name: 'Renamed', location: 'https://one.example/new' });
  expect(library.sources()).toEqual([changed]);
  expect(library.headlinesOf(ids(library, source))).toMatchObject([{ publisher: 'Renamed' }]);
  expect(feed(library, changed!, { guid: '1', title: 'A' })).toEqual([]);
});

test('two sources never have one location, nor one id', () => {
  const library = open();
  const one = keepFeed(library);
  library.changeSource(one.id, { location: 'https://one.example/new' });
  const other = keepFeed(library);
  expect(other.id).not.toBe(one.id);
  expect(library.changeSource(one.id, { location: other.location })).toBeNull();
  expect(library.changeSource('nobody' as SourceId, { paused: true })).toBeNull();
  expect(library.sources().map(({ location }) => location)).toEqual(['https://one.example/new', other.location]);
});

test('a page that lies where a feed does leaves that a feed', () => {
  const library = open();
  const source = keepFeed(library, 'https://one.example/');
  expect(keepPages(library)).toEqual(source);
});

test.each<[string, Pick<Source, 'kind' | 'location' | 'kept'>, boolean]>([
  ['a kept folder', { kind: 'folder', location: '/news', kept: true }, true],
  ['a folder that was opened once', { kind: 'folder', location: '/news', kept: false }, false],
  ['a feed that was opened once', { kind: 'feed', location: 'https://one.example/feed', kept: false }, false],
  ['pages of a site', { kind: 'page', location: 'https://one.example/', kept: false }, true],
  ['a page in a file that was opened once', { kind: 'page', location: '/page.txt', kept: false }, false],
])('%s is listed where no source is named: %s', (_, told, listed) => {
  const library = open();
  expect(isListed(library.keepSource({ name: cleanLine('It'), ...told }))).toBe(listed);
});

const sick: Omit<Health, 'source'> = {
  tried: now,
  fetched: now - 1000,
  notBefore: now + 1000,
  failures: 3,
  failingSince: now - 500,
  why: cleanLine('The server answered 503.'),
  gone: true,
  etag: 'W/"a\u0001b"',
  lastModified: 'Mon, 01 Dec 2025 12:00:00 GMT',
  digest: 'abc',
  movedTo: cleanLine('https://one.example/new'),
  movedReads: 2,
  site: cleanLine('https://one.example/'),
};

test('health comes back as it was noted, and goes with its source', () => {
  const library = open();
  const source = keepFeed(library);
  expect(library.health()).toEqual([]);
  library.noteHealth({ source: source.id, ...sick });
  expect(library.health()).toEqual([{ source: source.id, ...sick }]);
  const well = { source: source.id, ...sick, failures: 0, failingSince: null, why: null, gone: false, notBefore: null };
  library.noteHealth(well);
  expect(library.health()).toEqual([well]);
  library.removeSource(source.id);
  library.noteHealth(well);
  expect(library.health()).toEqual([]);
});

const day = 86_400_000;

test('activity counts the articles of each week, by their date or else by when they were filed', () => {
  const library = open();
  const source = keepFeed(library);
  const quiet = keepFeed(library, 'https://two.example/feed');
  const ago = (days: number, guid: string) => ({ guid, title: guid, published: now - days * day });
  feed(
    library,
    source,
    ago(0, 'a'),
    ago(6, 'b'),
    ago(7, 'c'),
    ago(20, 'd'),
    ago(21, 'e'),
    ago(22, 'old'),
    ago(-1, 'next'),
  );
  library.file(source.id, [fed({ guid: 'u', title: 'Undated', published: null })], now - 8 * day);
  expect(library.activity([source.id, quiet.id, 'nobody' as SourceId], 3, now)).toEqual(
    new Map([
      [source.id, [2, 1, 3]],
      [quiet.id, [0, 0, 0]],
    ]),
  );
});

test('activity of a source counts what it carries as well, as it dates it', () => {
  const library = open();
  const [one, two] = [keepFeed(library), keepFeed(library, 'https://two.example/feed')];
  const told = { title: 'A', address: 'https://x.example/a' };
  feed(library, one, { ...told, published: now - 8 * day });
  feed(library, two, { ...told, published: now - day });
  feed(library, two, { ...told, published: now - 2 * day });
  expect(library.activity([one.id, two.id], 2, now)).toEqual(
    new Map([
      [one.id, [1, 0]],
      [two.id, [0, 1]],
    ]),
  );
});

const marks = [
  ['bookmarked', { bookmarked: true }, [{ type: 'bookmarked' }]],
  ['tagged', { tags: [cleanLine('mine')] }, [{ type: 'tag', tag: 'mine' }]],
  ['half read', { read: 'reading' }, [{ type: 'read', states: ['reading'] }]],
] as const;

test.each(marks)(
  'an article that was %s stays when its source is removed, in no list but of such',
  (_, mark, conditions) => {
    const library = open();
    const source = keep(library);
    const [stays, read, plain] = shelve(
      library,
      source,
      { path: 'a.md', title: 'A', body: 'Text.' },
      { path: 'b.md' },
      { path: 'c.md' },
    );
    library.mark([stays!], mark, now);
    library.mark([read!], { read: 'read' }, now);
    library.removeSource(source.id);
    expect(library.article(stays!)).toMatchObject({ publisher: 'The news', versions: ['filed'], path: null });
    expect([read, plain].map((id) => library.article(id!))).toEqual([null, null]);
    const scope = library.sources().filter(isListed);
    expect(scope).toMatchObject([{ name: 'From removed sources' }]);
    expect([titles(library), titles(library, list(...conditions))]).toEqual([[], ['A']]);
    expect(library.counts([everything, list(...conditions)], [scope[0]!.id])).toEqual([0, 1]);
    expect(library.search(asked('text'), [scope[0]!.id], 9)).toHaveLength(1);
  },
);

test('it goes back to its source when that is added again', () => {
  const library = open();
  const source = keep(library);
  const told = [
    { path: 'a.md', title: 'A', body: 'Text.' },
    { path: 'b.md', title: 'B' },
  ];
  const [stays, read] = shelve(library, source, ...told);
  library.mark([stays!], { bookmarked: true }, now);
  library.mark([read!], { read: 'read' }, now);
  library.removeSource(source.id);
  library.removeSource(library.sources()[0]!.id);
  expect(library.article(stays!)).not.toBeNull();
  const again = keep(library);
  expect(shelve(library, again, ...told)).toEqual([stays, read]);
  expect(new Set(ids(library, again))).toEqual(new Set([stays, read]));
  expect([statusOf(library, stays!).bookmarked, statusOf(library, read!).read]).toEqual([true, 'read']);
  expect(library.article(stays!)).toMatchObject({ source: again.id, path: 'a.md' });
});

test('what is left of removed sources can be removed once it is marked no more', () => {
  const library = open();
  const source = keepFeed(library);
  const [one, two] = feed(library, source, { guid: '1', title: 'A' }, { guid: '2', title: 'B' });
  library.mark([one!, two!], { bookmarked: true }, now);
  library.removeSource(source.id);
  library.mark([one!], { bookmarked: false }, now);
  const [left] = library.sources();
  library.removeSource(left!.id);
  expect([library.article(one!), library.article(two!)?.title]).toEqual([null, 'B']);
  library.mark([two!], { bookmarked: false }, now);
  library.removeSource(left!.id);
  expect(library.sources()).toEqual([]);
});

test('links to a page that is fetched lead to it by its address, not by its title', () => {
  const library = open();
  const address = 'https://x.example/a';
  const source = keepFeed(library);
  const [id] = library.file(
    source.id,
    [
      {
        ...fed({ guid: '1', title: 'One' }),
        links: [
          { relation: 'inline', text: cleanLine('it'), address: cleanLine(address) },
          { relation: 'also-see', text: cleanLine('Home'), address: null },
        ],
      },
    ],
    now,
  ).added;
  const [page] = feed(library, keepPages(library, 'https://x.example/'), { title: 'Home', address });
  expect(library.article(id!)?.links).toMatchObject([{ target: { id: page } }, { target: null }]);
});

test('a source that is unknown files nothing', () => {
  const library = open(folder());
  expect(library.file('nobody' as SourceId, [entry({ id: 'a' })], now)).toMatchObject({ added: [], unchanged: 0 });
});
