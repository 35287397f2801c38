import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary, type Library, type Stage } from '../../src/library/index.ts';
import type { ArticleId } from '../../src/news/index.ts';
import { asked, entry, everything, folder, keep, keepFeed, now } from './shelf.ts';

const words = 'The ferry was late again. '.repeat(30);

/** A library with articles of a folder and of a feed, some of them marked, one with its page and one with an alias. */
function made() {
  const at = folder();
  const { library } = openLibrary(at, now);
  const home = keep(library);
  const feed = keepFeed(library);
  const told = Array.from({ length: 40 }, (_, index) => entry({ id: `n${index}`, body: `${words} number${index}` }));
  library.file(home.id, [...told, entry({ id: 'called', aliases: ['Nickname'], tags: ['harbour'] })], now);
  library.file(feed.id, [entry({ id: 'w', address: 'https://one.example/w', body: 'An excerpt.' })], now);
  library.fileWhole('w' as ArticleId, entry({ id: 'w', body: 'Whole and complete.' }), now);
  library.mark(['n1', 'n2', 'w'] as ArticleId[], { read: 'read', bookmarked: true, tags: [] }, now);
  library.notePlace('n3' as ArticleId, { block: 0, offset: 3 }, 0.5, now);
  return { at, library, change: (sql: string) => change(join(at, 'library.db'), sql) };
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

/** What a reader sees of it: lists, counts, and what is found. */
function seen(library: Library) {
  const scope = library.sources().map(({ id }) => id);
  const found = (words: string) => library.search(asked(words), scope, 99).map(({ headline }) => headline.id);
  const queries = [
    everything,
    { ...everything, conditions: [{ type: 'bookmarked' as const }] },
    { ...everything, conditions: [{ type: 'read' as const, states: ['read' as const] }] },
  ];
  return {
    rows: library.headlines(everything, scope, { from: 'start', limit: 99 }),
    counts: library.counts(queries, scope),
    found: ['ferry', 'number7', 'nickname', 'harbour', 'complete', 'excerpt'].map(found),
  };
}

const untold = () => undefined;

test('a sound library is the same after it was repaired', () => {
  const { library } = made();
  const before = seen(library);
  const stages: Stage[] = [];
  const repaired = library.repair((stage) => stages.push(stage));
  expect(repaired).toMatchObject({ sound: true, articles: 42, miscounted: 0, crowded: false });
  expect([...new Set(stages)]).toEqual(['sorting', 'counting', 'indexing', 'packing', 'examining']);
  expect(seen(library)).toEqual(before);
  expect(before.found.map((ids) => ids.length)).toEqual([40, 1, 1, 1, 1, 0]);
});

test.each([
  ['an index of words that is empty', "INSERT INTO search (search) VALUES ('delete-all')"],
  ['an index of words with another article’s words', "INSERT INTO search (rowid, title) VALUES (5, 'ferry')"],
  ['counts that are wrong', 'UPDATE tally SET articles = articles + 3'],
  ['counts that are gone', 'DELETE FROM tally'],
  ['copies of marks that are wrong', "UPDATE articles SET read = 2, bookmarked = 1 WHERE id = 'n9'"],
])('%s is made anew', (_, damage) => {
  const { library, change } = made();
  const before = seen(library);
  change(damage);
  expect(seen(library)).not.toEqual(before);
  expect(library.repair(untold).sound).toBe(true);
  expect(seen(library)).toEqual(before);
});

test('what was taken away no longer takes room', () => {
  const { library } = made();
  library.removeSource(library.sources()[0]!.id);
  const { before, after } = library.repair(untold);
  expect(after).toBeLessThan(before);
});

test('marks whose log is lost with a killed program are missed at the next start', () => {
  const { at, library } = made();
  change(join(at, 'library.db'), 'PRAGMA wal_checkpoint(TRUNCATE)');
  library.mark(['late', 'later'] as ArticleId[], { bookmarked: true }, now);
  const killed = folder();
  for (const name of ['library.db', 'library.db.watermark']) copyFileSync(join(at, name), join(killed, name));
  library.close();
  const { library: next, problems } = openLibrary(killed, now);
  next.close();
  expect(problems.map(({ detail }) => detail).join()).toMatch(/^The marks of 2 articles are missing/);
});
