import { describe, expect, test } from 'vitest';
import { readFilter } from '../../src/exchange/newsboat-filter.ts';
import { readQuery } from '../../src/query/index.ts';
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
  return { query: value?.lists[0]?.query, told: problems[0]?.detail };
}

describe('a list by a rule', () => {
  test.each([
    ['unread = "yes"', 'is:unread'],
    ['unread == "no"', 'is:read'],
    ['unread != "yes"', '-is:unread'],
    ['tags # "linux"', 'tag:linux'],
    ['tags !# "linux"', '-tag:linux'],
    ['flags # "s"', 'is:bookmarked'],
    ['title =~ "the sea"', 'title:"the sea"'],
    ['title !~ "sea"', '-title:sea'],
    ['title =~ "^a|b"', 'title:/^a|b/'],
    ['content =~ ".*sea.*"', 'sea'],
    ['author =~ "Frank"', 'author:Frank'],
    ['title =~ "sea" or content =~ "sea"', '(title:sea OR sea)'],
    ['unread="yes"and(tags#"a")', 'is:unread tag:a'],
    ['( tags # "a" and tags # "b" ) and title =~ "c"', 'tag:a tag:b title:c'],
    ['unread = "yes" and ( tags # "a" or age > 3 )', 'is:unread (tag:a OR age:>3d)'],
    ['rssurl = "https://a.example"', 'source:"https://a.example"'],
    ['feedtitle == "The A"', 'source:"The A"'],
    ['age < 7', 'age:<7d'],
    ['age between 10:0', 'age:0d..10d'],
    ['age = 0 and feedtitle = "A"', 'age:0d..1d source:A'],
  ])('%s is %s', (rule, query) => {
    expect(list(rule)).toEqual({ query, told: undefined });
    expect(readQuery(query, { now: 0 }).mistake).toBeNull();
  });

  test('is kept without what has no like', () => {
    expect(list('unread = "yes" and guid =~ "x"')).toEqual({
      query: 'is:unread',
      told: '“Mine” kept without guid =~ "x", as nothing here is like it',
    });
  });

  test.each([
    ['guid =~ "Frank"', '“Mine” left out: nothing here is like guid =~ "Frank"'],
    ['constructor = "x"', '“Mine” left out: nothing here is like constructor = "x"'],
    ['tags # linux', '“Mine” left out: its rule cannot be read'],
    ['(unread = "yes"', '“Mine” left out: its rule cannot be read'],
    ['', '“Mine” left out: its rule cannot be read'],
  ])('%s is left out', (rule, told) => {
    expect(list(rule)).toEqual({ query: undefined, told });
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
    lists: [{ name: 'Unread Articles', query: 'is:unread' }],
  });
});
