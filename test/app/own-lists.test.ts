import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import { smartLists, type Query } from '../../src/news/index.ts';
import { allLists, muteRules, withQuery } from '../../src/app/own-lists.ts';
import { OwnQueries } from '../../src/app/own-queries.ts';
import { checkSettings } from '../../src/app/settings.ts';

const day = 86_400_000;
const science: Query = { conditions: [{ type: 'tag', tag: 'science' }], sort: 'oldest' };

test('lists of one’s own come after those that every reader has, and their age is counted from now', () => {
  const lists = allLists({ lists: { Science: 'tag:science sort:oldest', 'This week': 'age:<7d' } }, { now: 30 * day });
  expect(lists.slice(0, smartLists.length)).toEqual(smartLists);
  const [first, week] = lists.slice(smartLists.length);
  expect(first).toEqual({ id: 'own Science', name: 'Science', query: science });
  expect(week?.query.conditions).toMatchObject([{ from: 23 * day }]);
});

test.each<[string, Parameters<typeof withQuery>, Record<string, string>]>([
  ['added at the end', [{ A: 'x1' }, cleanLine('B'), science], { A: 'x1', B: 'tag:science sort:oldest' }],
  [
    'in the place of the same name',
    [{ A: 'x1', B: 'y1' }, cleanLine('A'), science],
    { A: 'tag:science sort:oldest', B: 'y1' },
  ],
  ['taken away', [{ A: 'x1', B: 'y1' }, cleanLine('A'), null], { B: 'y1' }],
  [
    'renamed where it stands',
    [{ A: 'x1', B: 'y1' }, cleanLine('C'), science, cleanLine('A')],
    { C: 'tag:science sort:oldest', B: 'y1' },
  ],
])('a query is %s', (_, given, expected) => {
  const kept = withQuery(...given);
  expect([kept, Object.keys(kept)]).toEqual([expected, Object.keys(expected)]);
});

test('what a rule finds is left out, unless it is asked for', () => {
  const saved: unknown[] = [];
  const own = new OwnQueries(
    { lists: {}, mute: { Ball: 'tag:football' } },
    () => ({ now: 0 }),
    (...change) => saved.push(change),
  );
  const hidden = { type: 'any', conditions: [{ type: 'all', conditions: [{ type: 'tag', tag: 'football' }] }] };
  expect(own.shown({ conditions: [], sort: 'newest' }).conditions).toEqual([{ type: 'not', condition: hidden }]);
  expect(own.shown({ conditions: [{ type: 'muted' }], sort: 'newest' }).conditions).toEqual([hidden]);
  own.keep('mute', cleanLine('Ball'), null);
  expect([own.rules(), own.shown(science)]).toEqual([[], science]);
  expect(saved).toEqual([['mute', {}]]);
});

test('a query in the settings that cannot be read is told, and the others are kept', () => {
  const { value, problems } = checkSettings(
    { lists: { A: 'is:unread', B: 'is:' }, mute: { C: 7 } },
    cleanLine('settings.json'),
  );
  expect([value.lists, value.mute]).toEqual([{ A: 'is:unread' }, {}]);
  expect(problems.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('"lists.B" is "is:", but must be'),
    expect.stringContaining('"mute.C" is 7, but must be'),
  ]);
  expect(muteRules({ mute: { D: '(' } }, { now: 0 })).toEqual([]);
});
