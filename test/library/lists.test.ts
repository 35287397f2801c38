import { expect, test } from 'vitest';
import type { Library } from '../../src/library/index.ts';
import {
  smartLists,
  type ArticleId,
  type Condition,
  type Headline,
  type Query,
  type Sort,
} from '../../src/news/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { day, everything, feed, ids, keep, keepFeed, now, open, shelve, titles, type Told } from './shelf.ts';

const shelf: readonly Told[] = [
  {
    id: 'a',
    title: 'Élections in Nepal',
    published: day(3, 1),
    words: 300,
    publisher: 'Kathmandu Post',
    tags: ['Asia'],
  },
  {
    id: 'b',
    title: 'Congo: a history',
    published: null,
    words: 2000,
    kind: 'backgrounder',
    summary: 'Straße nach Goma',
  },
  { id: 'c', title: 'Alpha at the summit', published: day(4, 9), words: 100, tags: ['diplomacy', 'asia'] },
  { id: 'd', title: 'Beta at the summit', published: day(4, 9), words: 100, publisher: 'Express' },
  { id: 'e', title: 'The rebels', published: day(1, 1), words: 50, kind: 'backgrounder' },
];

function text(words: string, begins?: 'begins'): Condition {
  return { type: 'text', words, ...(begins && { begins: true }) };
}

function all(...conditions: readonly Condition[]): Condition {
  return { type: 'all', conditions };
}

function shelved(): Library {
  const library = open();
  shelve(library, keep(library), ...shelf);
  return library;
}

test.each<[Sort, string]>([
  ['newest', 'cdaeb'],
  ['oldest', 'eacdb'],
  ['title', 'cdbae'],
  ['longest', 'badce'],
  ['shortest', 'ecdab'],
  ['publisher', 'daceb'],
])('by %s', (sort, order) => {
  expect(ids(shelved(), null, { conditions: [], sort }).join('')).toBe(order);
});

test.each<[string, Condition, string]>([
  ['backgrounders', { type: 'kind', kind: 'backgrounder' }, 'eb'],
  ['a tag, however it is written', { type: 'tag', tag: 'ASIA' }, 'ca'],
  ['words without accents', all(text('ELECTIONS'), text('nep', 'begins')), 'a'],
  ['words with accents', text('élec', 'begins'), 'a'],
  ['words in summary and title', all(text('goma'), text('history')), 'b'],
  ['words in tags', text('diplomacy'), 'c'],
  ['a word in the plural, and of a verb', all(text('election'), text('summits')), ''],
  ['the plural of a word', text('election'), 'a'],
  ['a word exactly', { type: 'text', words: 'election', exactly: true }, ''],
  ['words of the title', { type: 'text', words: 'history', within: 'title' }, 'b'],
  ['words of the body', { type: 'text', words: 'history', within: 'body' }, ''],
  ['a publisher', { type: 'from', name: 'kathmandu post' }, 'a'],
  ['a publisher’s beginning', { type: 'from', name: 'kath', begins: true }, 'a'],
  ['the name of the source', { type: 'from', name: 'the news' }, 'cdaeb'],
  ['words that are signs of SQL', text('%_\'";--'), ''],
  ['a tag’s beginning', { type: 'tag', tag: 'dip', begins: true }, 'c'],
  ['either of two', { type: 'any', conditions: [text('nepal'), { type: 'tag', tag: 'diplomacy' }] }, 'ca'],
  ['all but some', { type: 'not', condition: text('summit') }, 'aeb'],
  ['a pattern', { type: 'pattern', pattern: '^al.ha' }, ''],
  ['a pattern of the title', { type: 'pattern', pattern: '^al.ha', within: 'title' }, 'c'],
  ['a pattern of the headline', { type: 'pattern', pattern: 'kath\\w+' }, 'a'],
  ['long ones', { type: 'length', least: 300, most: null }, 'ab'],
  ['ones of a length', { type: 'length', least: 60, most: 100 }, 'cd'],
  ['what is muted, where no rule is known', { type: 'muted' }, ''],
  ['from a date', { type: 'published', from: day(3, 1), until: null }, 'cda'],
  ['until a date', { type: 'published', from: null, until: day(3, 1) }, 'e'],
  ['between dates', { type: 'published', from: day(1, 1), until: day(4, 9) }, 'ae'],
  ['no state at all', { type: 'read', states: [] }, ''],
  ['full text', text('summit'), 'cd'],
  ['no full text', { type: 'text', words: '?!' }, ''],
])('%s', (_, condition, order) => {
  const library = shelved();
  const query: Query = { conditions: [condition], sort: 'newest' };
  expect(ids(library, null, query).join('')).toBe(order);
  expect(library.counts([query], scopeOf(library))).toEqual([order.length]);
});

test('only articles of the sources asked for are listed and counted', () => {
  const library = shelved();
  const other = keep(library, '/other');
  shelve(library, other, { id: 'z' });
  expect(ids(library, other)).toEqual(['z']);
  expect(library.counts([everything], [other.id])).toEqual([1]);
  expect(library.counts([everything], scopeOf(library))).toEqual([6]);
  expect(library.headlines(everything, [], { from: 'start', limit: 9 })).toEqual({ rows: [], total: 0, first: 0 });
  const only: Query = { conditions: [{ type: 'source', source: other.id }], sort: 'newest' };
  expect(ids(library, null, only)).toEqual(['z']);
  expect(library.counts([only], scopeOf(library))).toEqual([1]);
});

test('a source that is renamed renames its articles’ publisher where none is credited', () => {
  const library = shelved();
  library.keepSource({ kind: 'folder', location: '/news', kept: true, name: cleanLine('Notebook') });
  const query: Query = { conditions: [{ type: 'pattern', pattern: '^notebook' }], sort: 'publisher' };
  expect(ids(library, null, query).join('')).toBe('ceb');
  expect(library.headlinesOf(['c' as ArticleId])).toMatchObject([{ publisher: 'Notebook' }]);
});

test('the history is what was open, the last first, whatever it is now', () => {
  const library = shelved();
  for (const [index, id] of ['e', 'a', 'c'].entries()) library.notePlace(id as ArticleId, null, 0.5, now + index);
  library.mark(['a' as ArticleId], { read: 'unread' }, now + 5);
  library.mark(['d' as ArticleId], { read: 'read' }, now + 6);
  expect(ids(library, null, smartLists.find(({ id }) => id === 'history')!.query).join('')).toBe('cae');
  expect(ids(library, null, smartLists.find(({ id }) => id === 'continue')!.query).join('')).toBe('ce');
});

const sorts: readonly Sort[] = ['newest', 'oldest', 'title', 'longest', 'shortest', 'publisher', 'recently-read'];
const conditions: readonly (readonly Condition[])[] = [
  [],
  [{ type: 'read', states: ['unread', 'reading'] }],
  [{ type: 'read', states: ['reading'] }],
  [{ type: 'read', states: ['unread', 'read'] }],
  [{ type: 'bookmarked' }],
  [{ type: 'opened' }],
  [{ type: 'bookmarked' }, { type: 'kind', kind: 'backgrounder' }],
  [text('even')],
  [{ type: 'not', condition: text('even') }],
  [{ type: 'text', words: 'number' }],
  [{ type: 'tag', tag: 'third' }],
];
const cases = sorts.flatMap((sort) => conditions.map((conditions): Query => ({ sort, conditions })));

test('pages forward, backward and around are windows of one list, in every order and for every condition', () => {
  const library = open();
  const [one, two] = [keep(library, '/one'), keep(library, '/two')];
  shelve(library, one, ...numbered(0, 40));
  shelve(library, two, ...numbered(40, 60));
  const all = ids(library);
  library.mark(
    all.filter((_, index) => index % 4 === 0),
    { bookmarked: true },
    now,
  );
  library.mark(
    all.filter((_, index) => index % 3 === 0),
    { read: 'read' },
    now,
  );
  for (const [index, id] of all.filter((_, index) => index % 5 === 0).entries())
    library.notePlace(id, null, 0.3, now + index);
  for (const scope of [[one.id, two.id], [one.id]]) {
    for (const query of cases) {
      const whole = library.headlines(query, scope, { from: 'start', limit: 1000 });
      expect(whole.total).toBe(whole.rows.length);
      expect(library.counts([query], scope)).toEqual([whole.total]);
      expect(forward(library, query, scope)).toEqual(named(whole.rows));
      expect(backward(library, query, scope)).toEqual(named(whole.rows));
      for (const [index, row] of whole.rows.entries()) {
        const around = library.headlines(query, scope, { from: { around: row.id }, limit: 7 });
        const first = Math.max(0, Math.min(index - 3, whole.total - 7));
        expect([around.first, named(around.rows)]).toEqual([first, named(whole.rows.slice(first, first + 7))]);
      }
    }
  }
});

test('a list goes on after a headline that has gone, or left the list, meanwhile', () => {
  const library = open();
  const source = keep(library);
  shelve(library, source, ...numbered(0, 9));
  const unread: Query = { conditions: [{ type: 'read', states: ['unread'] }], sort: 'newest' };
  const page = library.headlines(unread, [source.id], { from: 'start', limit: 4 });
  const rest = library.headlines(unread, [source.id], { from: { after: page.rows[3]! }, limit: 9 }).rows;
  library.mark([page.rows[3]!.id], { read: 'read' }, now);
  library.withdraw(source.id, [library.article(page.rows[2]!.id)!.path!]);
  for (const last of [2, 3]) {
    const after = library.headlines(unread, [source.id], { from: { after: page.rows[last]! }, limit: 9 }).rows;
    expect(named(after)).toEqual(named(rest));
  }
});

test('around an article that is not in the list is its beginning', () => {
  const library = shelved();
  const page = library.headlines({ conditions: [{ type: 'bookmarked' }], sort: 'newest' }, scopeOf(library), {
    from: { around: 'a' as ArticleId },
    limit: 3,
  });
  expect(page).toEqual({ rows: [], total: 0, first: 0 });
});

test('tags are counted over authors and readers, and found by both', () => {
  const library = shelved();
  library.mark(['e' as ArticleId, 'c' as ArticleId], { tags: [cleanLine('Asia'), cleanLine('to read')] }, now);
  expect(library.tags(scopeOf(library))).toMatchObject([
    { count: 3 },
    { tag: 'to read', count: 2 },
    { tag: 'diplomacy', count: 1 },
  ]);
  expect(titles(library, { conditions: [{ type: 'tag', tag: 'to read' }], sort: 'title' })).toEqual([
    'Alpha at the summit',
    'The rebels',
  ]);
  library.undo(now);
  expect(library.tags(scopeOf(library))).toMatchObject([{ count: 2 }, { tag: 'diplomacy', count: 1 }]);
});

test('a tag of a source is one of all its articles', () => {
  const library = open();
  const science = keepFeed(library, 'https://one.example/science');
  feed(library, science, { guid: '1', title: 'Moons' });
  feed(library, keepFeed(library, 'https://one.example/sport'), { guid: '1', title: 'Goals' });
  library.changeSource(science.id, { tags: [cleanLine('Érudition')] });
  const tagged: Query = { conditions: [{ type: 'tag', tag: 'erudition' }], sort: 'newest' };
  expect(titles(library, tagged)).toEqual(['Moons']);
  expect(library.counts([tagged], scopeOf(library))).toEqual([1]);
});

test('headlines by id come in the order asked for, unknown ones left out', () => {
  const library = shelved();
  expect(library.headlinesOf(['e', 'nothing', 'a', 'e'] as ArticleId[]).map(({ id }) => id)).toEqual(['e', 'a', 'e']);
});

function numbered(from: number, to: number): readonly Told[] {
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    return {
      id: `n${number}`,
      title: `${number % 2 ? 'Odd' : 'Even'} number ${number % 7}`,
      published: number % 6 === 0 ? null : day(1 + (number % 5), 1),
      words: (number % 8) * 100,
      publisher: number % 3 ? `Paper ${number % 4}` : '',
      kind: number % 4 ? 'news' : 'backgrounder',
      tags: number % 3 ? [] : ['third'],
      body: 'A number.',
    };
  });
}

function scopeOf(library: Library) {
  return library.sources().map(({ id }) => id);
}

function named(rows: readonly Headline[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function forward(library: Library, query: Query, scope: ReturnType<typeof scopeOf>): readonly string[] {
  const rows: Headline[] = [];
  let page = library.headlines(query, scope, { from: 'start', limit: 6 });
  while (page.rows.length > 0) {
    expect(page.first).toBe(rows.length);
    rows.push(...page.rows);
    page = library.headlines(query, scope, { from: { after: rows.at(-1)! }, limit: 6 });
  }
  return named(rows);
}

function backward(library: Library, query: Query, scope: ReturnType<typeof scopeOf>): readonly string[] {
  let rows: readonly Headline[] = [];
  let page = library.headlines(query, scope, { from: 'end', limit: 6 });
  while (page.rows.length > 0) {
    rows = [...page.rows, ...rows];
    expect(page.first).toBe(page.total - rows.length);
    page = library.headlines(query, scope, { from: { before: rows[0]! }, limit: 6 });
  }
  return named(rows);
}
