import { expect, test } from 'vitest';
import { readQuery, writeQuery } from '../../src/query/index.ts';
import { meets } from '../../src/query/meets.ts';
import { now } from './shelf.ts';
import { chance, randomQuery, randomShelf } from './random-shelf.ts';

/** Ten thousand are asked with QUERIES=10000, which takes a minute. */
const many = Number(process.env['QUERIES'] ?? 300);

test(
  'what the library finds by its indexes is what a plain filter leaves of the same articles',
  { timeout: 600_000 },
  () => {
    const { library, articles } = randomShelf(7, 300);
    const scope = library.sources().map(({ id }) => id);
    const random = chance(11);
    let found = 0;
    for (let index = 0; index < many; index += 1) {
      const query = randomQuery(random);
      const expected = articles.filter((one) => query.conditions.every((condition) => meets(one, condition)));
      const page = library.headlines(query, scope, { from: 'start', limit: 400 });
      const what = `${index}: ${writeQuery(query)}`;
      expect([what, page.rows.map(({ id }) => id).toSorted()]).toEqual([what, expected.map(({ id }) => id).toSorted()]);
      expect([what, page.total]).toEqual([what, expected.length]);
      expect([what, library.counts([query], scope)]).toEqual([what, [expected.length]]);
      found += Math.min(1, expected.length);
    }
    // Queries that find nothing prove little.
    expect(found).toBeGreaterThan(many / 2);
  },
);

test('what is written and read again asks for the same articles', () => {
  const { articles } = randomShelf(7, 120);
  const random = chance(13);
  for (let index = 0; index < 1000; index += 1) {
    const query = randomQuery(random);
    const text = writeQuery(query);
    const { value, mistake } = readQuery(text, { now });
    const ids = (conditions: typeof query.conditions) =>
      articles.filter((one) => conditions.every((condition) => meets(one, condition))).map(({ id }) => id);
    expect([text, mistake?.expected ?? null]).toEqual([text, null]);
    expect([text, ids(value.conditions)]).toEqual([text, ids(query.conditions)]);
  }
});
