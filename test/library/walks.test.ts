import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openLibrary, type Library } from '../../src/library/index.ts';
import { smartLists, type Query, type Sort } from '../../src/news/index.ts';
import { entry, keep, now } from './shelf.ts';

/** More than are ever sorted. */
const articles = 3500;
const at = mkdtempSync(join(tmpdir(), 'library-walks-'));
let library: Library;

beforeAll(() => {
  library = openLibrary(at, now).library;
  const told = Array.from({ length: articles }, (_, index) =>
    entry({ id: `n${index}`, published: now - index * 1000, kind: index % 2 ? 'news' : 'backgrounder' }),
  );
  library.file(keep(library).id, told, now);
}, 120_000);

afterAll(() => {
  library.close();
  rmSync(at, { recursive: true, force: true });
});

const sorts: readonly Sort[] = ['newest', 'oldest', 'title', 'longest', 'shortest', 'publisher', 'recently-read'];
const lists: readonly (readonly [string, Query])[] = [
  ...smartLists.map(({ id, query }) => [id, query] as const),
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
