import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary, type Extent, type Library, type Page } from '../../src/library/index.ts';
import type { ArticleId, Headline, Mark, Query, SourceId } from '../../src/news/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { entry, everything, folder, keep, now, open, statusOf } from './shelf.ts';

/** More than are ever marked, sorted or found in one go. */
const articles = 3100;
const made = mkdtempSync(join(tmpdir(), 'library-multitude-'));

// A library of many articles, three of each second and some without a date, and a source beside them that is not listed.
beforeAll(() => {
  const { library } = openLibrary(made, now);
  const told = Array.from({ length: articles }, (_, index) =>
    entry({ id: `n${index}`, title: `Report ${index % 7}`, published: index % 50 === 3 ? null : dateOf(index) }),
  );
  library.together(() => {
    library.file(keep(library, '/listed').id, told, now);
    library.file(keep(library, '/beside', false).id, [entry({ id: 'beside', title: 'Report', published: now })], now);
  });
  library.close();
}, 120_000);
afterAll(() => rmSync(made, { recursive: true, force: true }));

const dateOf = (index: number) => now - Math.floor(index / 3) * 1000;

function many(): { readonly library: Library; readonly scope: readonly SourceId[]; readonly at: string } {
  const at = folder();
  cpSync(made, at, { recursive: true });
  const library = open(at);
  return { library, scope: library.sources().flatMap(({ id, kept }) => (kept ? [id] : [])), at };
}

const unread: Query = { conditions: [{ type: 'read', states: ['unread', 'reading'] }], sort: 'newest' };
const reports: Query = { conditions: [{ type: 'text', words: 'report' }], sort: 'newest' };
const folded: Query = { ...everything, folded: true };
const read: Mark = { read: 'read' };

const unreadIn = ({ library, scope }: ReturnType<typeof many>) => library.counts([unread], scope)[0];
const idOf = (index: number) => `n${index}` as unknown as ArticleId;

function goAllTheWay(library: Library): void {
  while (library.goOn(now));
}

function begin({ library, scope }: ReturnType<typeof many>, extent: Extent = {}, query = everything) {
  return library.sweep(query, scope, read, now, extent);
}

test.each([
  ['everything', everything],
  ['what is unread', unread],
  ['what has a word', reports],
  ['one line a story', folded],
])('a list of %s is walked window by window, each article once and in order, down and up again', (_, query) => {
  const { library, scope } = many();
  const walk = (start: 'start' | 'end', next: (rows: readonly Headline[]) => Page['from']) => {
    const met: Headline[][] = [];
    for (let from: Page['from'] = start; ; from = next(met.at(-1)!)) {
      const page = library.headlines(query, scope, { from, limit: 170 });
      expect(page.total).toBe(articles);
      if (page.rows.length === 0) return met;
      met.push([...page.rows]);
    }
  };
  const inOrder = library
    .headlines(everything, scope, { from: 'start', limit: articles + 10 })
    .rows.map(({ id }) => id);
  const down = walk('start', (rows) => ({ after: rows.at(-1)! })).flat();
  const up = walk('end', (rows) => ({ before: rows[0]! }))
    .toReversed()
    .flat();
  expect(down.map(({ id }) => id)).toEqual(inOrder);
  expect(up.map(({ id }) => id)).toEqual(inOrder);
});

test.each([
  ['everything', everything],
  ['what is unread', unread],
  ['what has a word', reports],
  ['one line a story', folded],
])('where an article stands in a list of %s is told right, wherever that is', (_, query) => {
  const { library, scope } = many();
  const inOrder = library.headlines(query, scope, { from: 'start', limit: articles }).rows.map(({ id }) => id);
  for (const index of [0, 1, 59, 1500, 2999, articles - 1]) {
    const page = library.headlines(query, scope, { from: { around: inOrder[index]! }, limit: 40 });
    expect(page.rows.map(({ id }) => id)).toEqual(inOrder.slice(page.first, page.first + 40));
    expect(page.rows.map(({ id }) => id)).toContain(inOrder[index]);
  }
});

test('of very many articles those on the screen are marked at once, and the rest goes on; all of it is one change', () => {
  const shelf = many();
  const { library } = shelf;
  const change = begin(shelf, { first: [idOf(2000), idOf(2001)] });
  expect(change).toMatchObject({ articles: ['n2000', 'n2001'], verb: 'marked', goesOn: true });
  expect([statusOf(library, idOf(2000)).read, unreadIn(shelf)]).toEqual(['read', articles - 2]);
  expect(library.goOn(now)).toBe(true);
  const left = unreadIn(shelf)!;
  expect(left).toBeLessThan(articles - 2);
  expect(library.headlines(unread, shelf.scope, { from: 'start', limit: articles }).rows).toHaveLength(left);
  goAllTheWay(library);
  expect(unreadIn(shelf)).toBe(0);
  expect(statusOf(library, 'beside' as unknown as ArticleId).read).toBe('unread');
  expect(library.undo(now)).toMatchObject({ verb: 'undone', mark: read, goesOn: true });
  goAllTheWay(library);
  expect(unreadIn(shelf)).toBe(articles);
  expect(library.undo(now)).toBeNull();
  expect(library.redo(now)).toMatchObject({ verb: 'redone', goesOn: true });
  goAllTheWay(library);
  expect(unreadIn(shelf)).toBe(0);
});

test('what was begun is finished by the next program, when the first has ended', () => {
  const shelf = many();
  begin(shelf);
  shelf.library.goOn(now);
  shelf.library.close();
  const next = { ...shelf, library: open(shelf.at) };
  goAllTheWay(next.library);
  expect(unreadIn(next)).toBe(0);
  expect(next.library.goOn(now)).toBe(false);
});

test('taken back halfway it is as before, and made again it is whole', () => {
  const shelf = many();
  const { library } = shelf;
  library.mark([idOf(7)], read, now);
  begin(shelf);
  library.goOn(now);
  library.undo(now);
  goAllTheWay(library);
  expect([unreadIn(shelf), statusOf(library, idOf(7)).read]).toEqual([articles - 1, 'read']);
  library.redo(now);
  goAllTheWay(library);
  expect(unreadIn(shelf)).toBe(0);
});

test('what the reader marks meanwhile stays as it was marked, and what is filed meanwhile is not meant', () => {
  const shelf = many();
  const { library, scope } = shelf;
  begin(shelf);
  library.mark([idOf(1)], read, now);
  library.mark([idOf(1)], { read: 'unread' }, now);
  library.file(scope[0]!, [entry({ id: 'late', published: now })], now);
  goAllTheWay(library);
  expect(library.headlines(unread, scope, { from: 'start', limit: 9 }).rows.map(({ id }) => id)).toEqual([
    'late',
    'n1',
  ]);
});

test('a list is marked down to one of its articles, with its equals before it', () => {
  const shelf = many();
  const { library, scope } = shelf;
  const rows = library.headlines(everything, scope, { from: 'start', limit: articles }).rows;
  for (const index of [10, 2600]) {
    begin(shelf, { upTo: rows[index]! });
    goAllTheWay(library);
    expect(library.headlines(unread, scope, { from: 'start', limit: 1 }).rows[0]?.id).toBe(rows[index + 1]?.id);
    expect(unreadIn(shelf)).toBe(articles - index - 1);
  }
});

test.each<[string, Query, Mark]>([
  ['a list of words', reports, read],
  ['a change of tags', everything, { tags: [cleanLine('x')] }],
  ['one line a story', folded, { bookmarked: true }],
])('%s is marked at once', (_, query, mark) => {
  const { library, scope } = many();
  const change = library.sweep(query, scope, mark, now);
  expect(change?.goesOn).toBeUndefined();
  expect(change?.articles).toHaveLength(articles);
});

test('tags are counted as they come and go, with those that the reader gave, and without what is not listed', () => {
  const library = open();
  const source = keep(library);
  const beside = keep(library, '/beside', false);
  const tagged = (id: string, ...tags: string[]) => entry({ id, title: id, tags: tags.map(cleanLine) });
  library.file(source.id, [tagged('a', 'Asia', 'Trade'), tagged('b', 'asia'), tagged('c')], now);
  library.file(beside.id, [tagged('d', 'Trade'), tagged('e', 'Rare')], now);
  const told = () => library.tags([source.id]).map(({ tag, count }) => `${tag.toLowerCase()} ${count}`);
  expect(told()).toEqual(['asia 2', 'trade 1']);
  library.mark(['c', 'b'] as unknown as ArticleId[], { tags: [cleanLine('Trade')] }, now);
  expect(told()).toEqual(['trade 3', 'asia 2']);
  library.undo(now);
  expect(told()).toEqual(['asia 2', 'trade 1']);
  library.withdraw(source.id, ['a.md']);
  expect(told()).toEqual(['asia 1']);
});
