import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import type { Query } from '../../src/news/index.ts';
import { allLists, keepOwnLists, ownLists, type OwnList } from '../../src/app/own-lists.ts';

const day = 86_400_000;
const query: Query = {
  conditions: [
    { type: 'read', states: ['unread'] },
    { type: 'tag', tag: 'science' },
  ],
  sort: 'newest',
};

function kept(value: unknown) {
  return { session: () => structuredClone(value) };
}

test('lists of one’s own come after those that every reader has, and their age is counted from now', () => {
  const lists: OwnList[] = [
    { name: cleanLine('Science'), query },
    { name: cleanLine('This week'), query, age: { least: null, most: 7 } },
  ];
  let written: unknown;
  keepOwnLists({ saveSession: (_, value) => (written = value) }, lists);
  expect(ownLists(kept(written))).toEqual(lists);
  const [science, week] = allLists(kept(written), 30 * day).slice(-2);
  expect(science).toEqual({ id: 'own Science', name: 'Science', query });
  expect(week?.query.conditions.at(-1)).toEqual({ type: 'published', from: 23 * day, until: null });
});

test.each([
  ['nothing', undefined],
  ['no list of lists', { name: 'A', query }],
  ['a list without a query', [{ name: 'A' }]],
  ['an order that is not known', [{ name: 'A', query: { ...query, sort: 'by whim' } }]],
  ['a condition that is not known', [{ name: 'A', query: { ...query, conditions: [{ type: 'mood' }] } }]],
  ['a condition of no use', [{ name: 'A', query: { ...query, conditions: [{ type: 'tag', tag: 7 }] } }]],
])('%s is left out', (_, value) => {
  expect(ownLists(kept(value))).toEqual([]);
});
