import { describe, expect, test } from 'vitest';
import { readOutline, writeOutline } from '../../src/feeds/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const body = (lines: string) =>
  bytes(`<opml version="2.0"><head><title>Mine</title></head><body>${lines}</body></opml>`);
const read = (lines: string) => readOutline(body(lines));

const towns =
  '<outline text="Towns"><outline text="North &amp; South"><outline type="rss" text="A" xmlUrl="https://a.example/"/></outline>' +
  '<outline title="B" text="b" xmlURL="https://b.example/f?x=1&y=2" htmlUrl="https://b.example" category="/News/Local, Sea"/></outline>' +
  '<outline text="A note"/><outline text="C" type="atom" url="feed://c.example/atom"/>';

describe('an outline', () => {
  const { value } = read(towns);

  test('has its title, and counts all its lines', () => {
    expect(value).toMatchObject({ title: 'Mine', lines: 6 });
  });

  test.each([
    [0, { title: 'A', address: 'https://a.example/', folders: ['Towns', 'North & South'] }],
    [1, { title: 'B', address: 'https://b.example/f?x=1&y=2', site: 'https://b.example', folders: ['Towns'] }],
    [1, { categories: [['News', 'Local'], ['Sea']] }],
    [2, { title: 'C', address: 'http://c.example/atom', written: 'feed://c.example/atom', folders: [] }],
  ])('feed %i is %o', (index, expected) => {
    expect(value?.feeds[index]).toMatchObject(expected);
  });

  test('is the same after it was written and read again', () => {
    const again = readOutline(bytes(writeOutline('Mine', value?.feeds ?? [])));
    expect(again.value?.feeds).toEqual(value?.feeds);
  });
});

describe('an address that is not fetched is told with the reason', () => {
  test.each([
    ['exec:rm -rf x', /http: or https:/],
    ['file:///etc/hosts', /http: or https:/],
    ['javascript:x()', /http: or https:/],
    ['-h', /http: or https:/],
    ['http://', /not a web address/],
  ])('%s', (address, why) => {
    const { value, problems } = read(
      `<outline text="Odd" xmlUrl="${address}"/><outline xmlUrl="https://ok.example/"/>`,
    );
    expect(value?.feeds.map((feed) => feed.address)).toEqual([null, 'https://ok.example/']);
    expect(problems).toMatchObject([{ kind: 'address', where: 'Odd', detail: expect.stringMatching(why) as string }]);
  });
});

test('a feed may be asked for with a name and password', () => {
  const { value, problems } = read('<outline text="Mine" xmlUrl="http://me:secret@127.0.0.1:8080/feed"/>');
  expect(value?.feeds.map(({ address }) => address)).toEqual(['http://me:secret@127.0.0.1:8080/feed']);
  expect(problems).toEqual([]);
});

test.each([
  ['<outline type="rss" text="Bare" xmlUrl=""/>', 'Bare', 'is left out: it has no address.'],
  ['<outline type="atom" title="Bare"/>', 'Bare', 'is left out: it has no address.'],
  [
    '<outline type="include" text="More" url="https://a.example/more.opml"/>',
    'More',
    'is left out: another list, which is not fetched (https://a.example/more.opml). Import that by itself.',
  ],
])('a line that brings no feed though it ought to is told of: %s', (text, where, detail) => {
  expect(read(text).problems).toEqual([{ kind: 'address', where, detail }]);
});

test('of a list that names more feeds than anybody reads the first are taken, and the others told of', () => {
  const { value, problems } = read('<outline xmlUrl="https://a.example/"/>'.repeat(10_001));
  expect(value?.feeds).toHaveLength(10_000);
  expect(problems).toMatchObject([
    { kind: 'too-large', detail: 'names 10001 feeds, of which the first 10000 are taken' },
  ]);
});

test('what is told of one that is left out holds no password, and is no longer than it need be', () => {
  const { problems } = read(`<outline xmlUrl="http://me:secret@127.0.0.1:25/${'x'.repeat(9000)}"/>`);
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toContain('secret');
  expect(JSON.stringify(problems).length).toBeLessThan(700);
});

test.each([
  ['cut off', '<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline te', 1],
  ['with an end tag too many', '<opml><body></x></outline><outline xmlUrl="https://a.example/"></body>', 1],
  ['without a body', '<opml><outline xmlUrl="https://a.example/"/></opml>', 1],
  ['with bare ampersands', '<opml><body><outline xmlUrl="https://a.example/?a&b"/></body></opml>', 1],
])('an outline %s is read', (_, text, feeds) => {
  expect(readOutline(bytes(text)).value?.feeds).toHaveLength(feeds);
});

test.each([['garbage'], [''], ['<html><body>no</body></html>']])('"%s" is no outline', (text) => {
  expect(readOutline(bytes(text))).toMatchObject({ value: null, problems: [{ kind: 'unreadable' }] });
});
