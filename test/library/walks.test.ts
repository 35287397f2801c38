import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openLibrary, type Library } from '../../src/library/index.ts';
import { smartLists, sorts, type ArticleId, type Query, type Source } from '../../src/news/index.ts';
import { entry, fed, keep, keepFeed, now } from './shelf.ts';

const told = 'n1' as unknown as ArticleId;
/** More than are ever sorted. */
const articles = 3500;
const at = mkdtempSync(join(tmpdir(), 'library-walks-'));
let library: Library;
let source: Source;
/** Carries one article of another feed. */
let carrier: Source;

beforeAll(() => {
  library = openLibrary(at, now).library;
  const entries = Array.from({ length: articles }, (_, index) =>
    entry({ id: `n${index}`, published: now - index * 1000, kind: index % 2 ? 'news' : 'backgrounder' }),
  );
  source = keep(library);
  library.file(source.id, entries, now);
  const shared = fed({ title: 'Shared', address: 'https://x.example/a' });
  library.file(keepFeed(library).id, [shared], now);
  carrier = keepFeed(library, 'https://two.example/feed');
  library.file(carrier.id, [shared, fed({ guid: '1', title: 'Own' })], now);
}, 120_000);

afterAll(() => {
  library.close();
  rmSync(at, { recursive: true, force: true });
});

const lists: readonly (readonly [string, Query])[] = [
  // What is followed is few, and sorted.
  ...smartLists.filter(({ id }) => id !== 'following').map(({ id, query }) => [id, query] as const),
  ...sorts.map((sort) => [`all by ${sort}`, { conditions: [], sort }] as const),
];

test.each(lists)(
  '%s is read along an index, from wherever it is read, and never sorted or counted row by row',
  (_, query) => {
    const scope = library.sources().map(({ id }) => id);
    const first = library.headlines({ conditions: [], sort: query.sort }, scope, { from: 'start', limit: 50 });
    const asked = questions(() => {
      library.headlines(query, scope, { from: 'start', limit: 50 });
      library.headlines(query, scope, { from: 'end', limit: 50 });
      library.headlines(query, scope, { from: { after: first.rows[49]!, index: 49 }, limit: 50 });
      library.counts([query], scope);
    });
    const plans = asked.flatMap((sql) => planOf(sql));
    expect(plans.filter((step) => /SCAN a(?!\w)(?! USING)|TEMP B-TREE FOR ORDER/.test(step))).toEqual([]);
    expect(asked.filter((sql) => /count\(\*\) AS rows/.test(sql))).toEqual([]);
  },
);

test('where an article stands is counted along an index, also when a source is not listed, and tags are not counted at all', () => {
  const { library: anew } = openLibrary(at, now);
  const beside = new Set([carrier.id]);
  const scope = anew.sources().flatMap(({ id }) => (beside.has(id) ? [] : [id]));
  const asked = questions(() => {
    for (const [, query] of lists) {
      const { rows } = anew.headlines(query, scope, { from: 'end', limit: 1 });
      if (rows[0]) anew.headlines(query, scope, { from: { around: rows[0].id }, limit: 50 });
    }
    anew.tags(scope);
  });
  anew.close();
  const counting = asked.filter((sql) => /count\(\*\) AS rows FROM articles/.test(sql));
  expect(counting.length).toBeGreaterThan(0);
  // Of all articles nothing is looked at that is not in the index; those that are not listed are few.
  expect(counting.filter((sql) => /a\.source/.test(sql) && !/INDEXED BY articles_source/.test(sql))).toEqual([]);
  expect(
    asked.filter((sql) => /FROM tags\b(?!.*articles_source)/s.test(sql) && !/INDEXED BY articles_source/.test(sql)),
  ).toEqual([]);
});

test.each<[string, (anew: Library) => unknown]>([
  ['what a source lists that carries articles of others', (anew) => lists.map(([, query]) => page(anew, query))],
  [
    'how many that are',
    (anew) =>
      anew.counts(
        lists.map(([, query]) => query),
        [carrier.id],
      ),
  ],
  ['the stories of what a list shows', (anew) => anew.storiesOf([told])],
  ['the story of an article', (anew) => anew.storyOf(told)],
  ['what is followed', (anew) => page(anew, smartLists.find(({ id }) => id === 'following')!.query)],
  ['the activity of sources', (anew) => anew.activity([source.id, carrier.id], 8, now)],
  ['texts to be let go', (anew) => anew.letGo(now, 1)],
  ['entries that are filed', (anew) => anew.file(carrier.id, [fed({ guid: '2', title: 'Another' })], now)],
])('%s: there is never a walk over all articles', (_, ask) => {
  const { library: anew } = openLibrary(at, now);
  const plans = questions(() => ask(anew)).flatMap((sql) => planOf(sql));
  anew.close();
  expect(plans.length).toBeGreaterThan(0);
  const walk =
    /MATERIALIZE tellings|SCAN (a(?! USING INDEX articles_(unread|reading|bookmarked|backgrounders))|articles|headlines|keys|names|cards)\b/;
  expect(plans.filter((step) => walk.test(step))).toEqual([]);
});

const page = (anew: Library, query: Query) => anew.headlines(query, [carrier.id], { from: 'start', limit: 50 });

/** Returns the SQL that is prepared meanwhile, on a connection that has prepared nothing yet. */
function questions(ask: () => void): readonly string[] {
  const spy = vi.spyOn(DatabaseSync.prototype, 'prepare');
  ask();
  const asked = spy.mock.calls.map(([sql]) => sql);
  spy.mockRestore();
  return asked;
}

function planOf(sql: string): readonly string[] {
  const db = new DatabaseSync(join(at, 'library.db'), { readOnly: true });
  const steps = db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => String(detail));
  db.close();
  return steps;
}
