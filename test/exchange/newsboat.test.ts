import { describe, expect, test } from 'vitest';
import { readFilter } from '../../src/exchange/newsboat-filter.ts';
import { held, read } from './carry.ts';

describe('the feeds of newsboat', () => {
  const text = String.raw`# my feeds
https://a.example/feed news "cool stuff" "~The \"A\""

  https://b.example/feed	news # not this
"https://c.example/feed?x=1" "!hidden"
http://user:pass@d.example/feed
exec:~/bin/feed.sh news
"filter:~/bin/f.py:https://e.example/feed"
file:///home/ada/feed.xml
`;
  const { value, problems } = read(text, 'urls');

  test('have tags and titles', () => {
    expect(value?.feeds).toEqual([
      { address: 'https://a.example/feed', name: 'The "A"', tags: ['news', 'cool stuff'] },
      { address: 'https://b.example/feed', name: null, tags: ['news'] },
      { address: 'https://c.example/feed?x=1', name: null, tags: [] },
      { address: 'http://user:pass@d.example/feed', name: null, tags: [] },
    ]);
  });

  test('that cannot be are told with their line and the reason', () => {
    expect(problems.map(({ where, detail }) => `${where}: ${detail}`)).toEqual([
      'urls, line 5: shown here among the others, though it was hidden: https://c.example/feed?x=1',
      'urls, line 7: left out, as “exec:” has a program run, which is not done here: exec:~/bin/feed.sh',
      'urls, line 8: left out, as “filter:” has a program run, which is not done here: filter:~/bin/f.py:https://e.example/feed',
      'urls, line 9: left out: file:///home/ada/feed.xml. Only addresses that begin with http: or https: are opened.',
    ]);
  });
});

/** Writes a list as it stands in newsboat's file, and returns what is made of it. */
function list(rule: string) {
  const { value, problems } = read(`"query:Mine:${rule.replaceAll('"', '\\"')}"\n`, 'urls');
  const { query, feed, age } = value?.lists[0] ?? {};
  return { conditions: query?.conditions, feed: feed ?? undefined, age: age ?? undefined, told: problems[0]?.detail };
}

describe('a list by a rule', () => {
  test.each([
    ['unread = "yes"', [{ type: 'read', states: ['unread', 'reading'] }]],
    ['unread == "no"', [{ type: 'read', states: ['read'] }]],
    ['unread != "yes"', [{ type: 'read', states: ['read'] }]],
    ['tags # "linux"', [{ type: 'tag', tag: 'linux' }]],
    ['flags # "s"', [{ type: 'bookmarked' }]],
    ['title =~ "the sea"', [{ type: 'words', words: 'the sea' }]],
    ['content =~ ".*sea.*"', [{ type: 'text', words: 'sea' }]],
    ['title =~ "sea" or content =~ "sea"', [{ type: 'text', words: 'sea' }]],
    ['unread = "yes" or unread = "no"', [{ type: 'read', states: ['unread', 'reading', 'read'] }]],
    [
      'unread="yes"and(tags#"a")',
      [
        { type: 'read', states: ['unread', 'reading'] },
        { type: 'tag', tag: 'a' },
      ],
    ],
    [
      '( tags # "a" and tags # "b" ) and title =~ "c"',
      [
        { type: 'tag', tag: 'a' },
        { type: 'tag', tag: 'b' },
        { type: 'words', words: 'c' },
      ],
    ],
  ])('%s', (rule, conditions) => {
    expect(list(rule)).toEqual({ conditions, feed: undefined, age: undefined, told: undefined });
  });

  test.each([
    ['rssurl = "https://a.example"', { feed: { address: 'https://a.example/' } }],
    ['feedtitle == "The A"', { feed: { title: 'The A' } }],
    ['age < 7', { age: { least: null, most: 6 } }],
    ['age <= 7', { age: { least: null, most: 7 } }],
    ['age > 7', { age: { least: 8, most: null } }],
    ['age between 10:0', { age: { least: 0, most: 10 } }],
    ['age = 0 and feedtitle = "A"', { age: { least: 0, most: 0 }, feed: { title: 'A' } }],
  ])('%s', (rule, parts) => {
    expect(list(rule)).toEqual({ conditions: [], feed: undefined, age: undefined, told: undefined, ...parts });
  });

  test.each([
    ['tags # "a" and author =~ "Frank"', '“Mine” kept without author =~ "Frank", as nothing here is like it'],
    ['tags !# "b" and unread = "yes"', '“Mine” kept without tags !# "b", as nothing here is like it'],
    [
      'unread = "yes" and ( tags # "a" or age > 3 )',
      '“Mine” kept without (tags # "a" or age > 3), as nothing here is like it',
    ],
    ['feedtitle = "A" and feedtitle = "B"', '“Mine” kept without feedtitle = "B", as nothing here is like it'],
  ])('%s is kept without what has no like', (rule, told) => {
    expect(list(rule)).toMatchObject({ told });
    expect(list(rule).conditions).toBeDefined();
  });

  test.each([
    ['author =~ "Frank"', '“Mine” left out: nothing here is like author =~ "Frank"'],
    ['title =~ "^a|b"', '“Mine” left out: nothing here is like title =~ "^a|b"'],
    ['constructor = "x"', '“Mine” left out: nothing here is like constructor = "x"'],
    ['tags # linux', '“Mine” left out: its rule cannot be read'],
    ['(unread = "yes"', '“Mine” left out: its rule cannot be read'],
    ['', '“Mine” left out: its rule cannot be read'],
  ])('%s is left out', (rule, told) => {
    expect(list(rule)).toEqual({ conditions: undefined, feed: undefined, age: undefined, told });
  });

  test('without quotes around it has no rule to be read', () => {
    expect(read('query:Mine:unread = "yes"\n').problems).toMatchObject([
      { detail: '“Mine” left out: its rule cannot be read' },
    ]);
  });
});

test('“and” and “or” bind to the right alike', () => {
  expect(readFilter('a=1 and b=2 or c=3')).toMatchObject({
    type: 'and',
    left: { attribute: 'a' },
    right: { type: 'or' },
  });
  expect(readFilter('a=1 or b=2 and c=3')).toMatchObject({
    type: 'or',
    left: { attribute: 'a' },
    right: { type: 'and' },
  });
});

test.each([
  ['brackets', `${'('.repeat(5000)}a=1${')'.repeat(5000)}`],
  ['terms', `a=1${' and a=1'.repeat(1000)}`],
  ['letters', `a="${'x'.repeat(20_000)}"`],
])('a rule of too many %s is none', (_, rule) => {
  expect(readFilter(rule)).toBeNull();
});

test('a list of lists alone is one, too', () => {
  expect(held('"query:Unread Articles:unread = \\"yes\\"" news\n')).toMatchObject({
    feeds: [],
    lists: [{ name: 'Unread Articles', query: { sort: 'newest' } }],
  });
});
