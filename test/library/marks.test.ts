import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/index.ts';
import type { ArticleId, Mark, Query } from '../../src/news/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { everything, folder, ids, keep, now, open, shelve, statusOf } from './shelf.ts';

const unread: Query = { conditions: [{ type: 'read', states: ['unread', 'reading'] }], sort: 'newest' };

function three(at?: string) {
  const library = open(at);
  const source = keep(library);
  shelve(library, source, { id: 'a' }, { id: 'b' }, { id: 'c' });
  return { library, scope: [source.id] };
}
const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [ArticleId, ArticleId, ArticleId];

test.each<[string, Mark, object]>([
  ['read', { read: 'read' }, { read: 'read', bookmarked: false, readAt: null }],
  ['bookmarked', { bookmarked: true }, { read: 'unread', bookmarked: true, bookmarkedAt: now }],
  ['tagged', { tags: [cleanLine('Asia'), cleanLine('asia '), cleanLine('Asia')] }, { tags: ['Asia', 'asia'] }],
  [
    'all at once',
    { read: 'reading', bookmarked: true, tags: [cleanLine('x')] },
    { read: 'reading', bookmarked: true, tags: ['x'] },
  ],
])('an article is marked %s, and as it was when that is undone, and again when it is redone', (_, mark, after) => {
  const { library } = three();
  const before = statusOf(library, a);
  expect(library.mark([a], mark, now)).toMatchObject({ articles: ['a'], verb: 'marked' });
  expect(statusOf(library, a)).toMatchObject(after);
  expect(library.mark([a], mark, now)).toBeNull();
  expect(library.undo(now)).toMatchObject({ articles: ['a'], verb: 'undone' });
  expect(statusOf(library, a)).toEqual(before);
  expect(library.undo(now)).toBeNull();
  expect(library.redo(now)).toMatchObject({ articles: ['a'], verb: 'redone' });
  expect(statusOf(library, a)).toMatchObject(after);
  expect(library.redo(now)).toBeNull();
});

test('nothing is marked by an empty mark, or on no article', () => {
  const { library } = three();
  expect([library.mark([a], {}, now), library.mark([], { read: 'read' }, now), library.undo(now)]).toEqual([
    null,
    null,
    null,
  ]);
});

test('changes are undone from the last to the first, redone from the first to the last, and a new one ends that', () => {
  const { library } = three();
  for (const id of [a, b, c]) library.mark([id], { read: 'read' }, now);
  expect([library.undo(now), library.undo(now)]).toMatchObject([{ articles: ['c'] }, { articles: ['b'] }]);
  expect(library.redo(now)).toMatchObject({ articles: ['b'] });
  library.mark([c], { bookmarked: true }, now);
  expect(library.redo(now)).toBeNull();
  expect(library.undo(now)).toMatchObject({ articles: ['c'], mark: { bookmarked: true } });
  expect(library.undo(now)).toMatchObject({ articles: ['b'], mark: { read: 'read' } });
});

test('a whole list is marked as one change, and only what differs', () => {
  const { library, scope } = three();
  library.mark([a], { read: 'read' }, now);
  expect(library.markAll(everything, scope, { read: 'read' }, now)?.articles).toEqual(['b', 'c']);
  expect(library.counts([unread], scope)).toEqual([0]);
  library.undo(now);
  expect(ids(library, null, unread)).toEqual(['b', 'c']);
});

test('a list that the mark itself empties is marked whole', () => {
  const { library, scope } = three();
  expect(library.markAll(unread, scope, { read: 'read' }, now)?.articles).toHaveLength(3);
  expect(
    library.markAll({ conditions: [{ type: 'text', words: 'a' }], sort: 'newest' }, scope, { bookmarked: true }, now)
      ?.articles,
  ).toEqual(['a']);
});

test('undo takes back what was marked and nothing that came after', () => {
  const at = folder();
  const { library } = three(at);
  const other = open(at);
  library.mark([a], { read: 'read' }, now);
  other.mark([a], { bookmarked: true }, now);
  expect(library.undo(now)).toMatchObject({ mark: { read: 'read' } });
  expect(statusOf(library, a)).toMatchObject({ read: 'unread', bookmarked: true });
  expect(library.undo(now)).toBeNull();
  expect(other.undo(now)).toMatchObject({ mark: { bookmarked: true } });
  expect(statusOf(library, a)).toMatchObject({ bookmarked: false });
});

test('reading goes from unread to reading to read, and notes the place each time', () => {
  const { library } = three();
  library.notePlace(a, null, 0, now);
  expect(statusOf(library, a)).toMatchObject({ read: 'unread', place: null, readAt: now });
  library.notePlace(a, { block: 4, offset: 20 }, 0.4, now + 1);
  expect(statusOf(library, a)).toMatchObject({
    read: 'reading',
    place: { block: 4, offset: 20 },
    progress: 0.4,
    readAt: now + 1,
  });
  library.notePlace(a, { block: 9, offset: 0 }, 0.98, now + 2);
  expect(statusOf(library, a)).toMatchObject({ read: 'read', progress: 0.98 });
  library.notePlace(a, { block: 1, offset: 0 }, 0.1, now + 3);
  expect(statusOf(library, a)).toMatchObject({ read: 'read', place: { block: 1, offset: 0 } });
  expect(library.undo(now)).toBeNull();
});

test('what is marked unread begins at its top, and is back at its place when that is undone', () => {
  const { library } = three();
  library.notePlace(a, { block: 4, offset: 20 }, 0.4, now);
  library.mark([a], { read: 'unread' }, now);
  expect(statusOf(library, a)).toMatchObject({ read: 'unread', place: null, progress: 0 });
  library.undo(now);
  expect(statusOf(library, a)).toMatchObject({ read: 'reading', place: { block: 4, offset: 20 }, progress: 0.4 });
});

test('a place that was noted since is not undone', () => {
  const { library } = three();
  library.notePlace(a, { block: 4, offset: 20 }, 0.4, now);
  library.mark([a], { read: 'unread' }, now);
  library.notePlace(a, { block: 7, offset: 0 }, 0.7, now);
  library.undo(now);
  expect(statusOf(library, a)).toMatchObject({ read: 'reading', place: { block: 7, offset: 0 }, progress: 0.7 });
});

test('a status is there before its article, and when the library is opened again', () => {
  const at = folder();
  const first = open(at);
  first.mark([a], { bookmarked: true, tags: [cleanLine('later')] }, now);
  first.close();
  const { library, scope } = three(at);
  expect(statusOf(library, a)).toMatchObject({ bookmarked: true, tags: ['later'] });
  expect(library.counts([{ conditions: [{ type: 'bookmarked' }], sort: 'newest' }], scope)).toEqual([1]);
  expect(ids(library, null, { conditions: [{ type: 'tag', tag: 'later' }], sort: 'newest' })).toEqual(['a']);
});

test('what one program did cannot be undone by the next', () => {
  const at = folder();
  const { library } = three(at);
  library.mark([a], { bookmarked: true }, now);
  library.close();
  const { library: next } = openLibrary(at, now);
  expect(next.undo(now)).toBeNull();
  expect(statusOf(next, a).bookmarked).toBe(true);
  next.close();
});

test('a session is kept as it was saved', () => {
  const at = folder();
  const library = open(at);
  library.saveSession('reader', { trail: [1, 'ü'], at: null });
  library.saveSession('gone', 1);
  library.saveSession('gone', undefined);
  const other = open(at);
  expect([other.session('reader'), other.session('gone'), other.session('never')]).toEqual([
    { trail: [1, 'ü'], at: null },
    undefined,
    undefined,
  ]);
});
