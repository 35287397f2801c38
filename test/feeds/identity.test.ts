import { describe, expect, test } from 'vitest';
import { entryKeys, readFeed } from '../../src/feeds/index.ts';

/** Returns the keys of each entry, as one line each. */
function keys(items: string, link = 'https://site.example/'): readonly (readonly string[])[] {
  const feed = `<rss><channel><link>${link}</link>${items}</channel></rss>`;
  const { value } = readFeed(new TextEncoder().encode(feed));
  return value === null ? [] : entryKeys(value).map((of) => of.map(({ value: key }) => key));
}

const item = (id: string, title: string, link: string, date = '3 Mar 2025') =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${link}</link><pubDate>${date}</pubDate></item>`;

/** Whether an entry is known again by what is known of another. */
function isSame(before: string, after: string): boolean {
  const known = new Set(keys(before)[0]);
  return (keys(after)[0] ?? []).some((key) => known.has(key));
}

describe('an entry stays the same', () => {
  const before = item('41', 'The long road', 'http://www.site.example/road/');
  test.each([
    ['when nothing changed', before],
    ['when its address changed', item('41', 'The long road', 'https://new.example/p/41')],
    ['when its id changed', item('x-41', 'The long road', 'https://site.example/road?utm_source=rss')],
    ['when both did, by its title and day', item('x-41', 'The Long Road!', 'https://new.example/p/41')],
    ['when its title and day changed', item('41', 'The longer road', 'https://new.example/p/41', '9 Mar 2025')],
  ])('%s', (_, after) => {
    expect(isSame(before, after)).toBe(true);
  });

  test.each([
    ['of another id, address and title', item('42', 'The short road', 'https://site.example/short')],
    ['of the same title on another day', item('42', 'The long road', 'https://site.example/2', '4 Mar 2025')],
  ])('and is not one %s', (_, after) => {
    expect(isSame(before, after)).toBe(false);
  });
});

describe('what several entries share is no key of any', () => {
  test.each([
    ['an id', [item('0', 'One', 'https://site.example/1'), item('0', 'Two', 'https://site.example/2')], 'id 0'],
    [
      'an address',
      [item('1', 'One', 'https://site.example/n#1'), item('2', 'Two', 'https://site.example/n#2')],
      'at site.example/n',
    ],
    ['the home page', [item('1', 'One', 'https://site.example/')], 'at site.example'],
    [
      'a title and day',
      [item('1', 'Brief', 'https://site.example/1'), item('2', 'Brief', 'https://site.example/2')],
      'said brief 20150',
    ],
  ])('%s', (_, items, shared) => {
    const all = keys(items.join(''));
    expect(all.flat()).not.toContain(shared);
    expect(all.every((of) => of.length > 0)).toBe(true);
  });
});

test('an entry that says nothing of itself is known by its words, whatever its place', () => {
  const one = '<item><description>First words</description></item>';
  const other = '<item><description>Other words</description></item>';
  const [first, second] = keys(one + other);
  expect(keys(other + one)).toEqual([second, first]);
  expect(first).not.toEqual(second);
});

test('an entry that stands twice in a feed keeps its keys', () => {
  const [first, second] = keys(item('1', 'One', 'https://site.example/1').repeat(2));
  expect(first).toEqual(second);
  expect(first).toContain('id 1');
});
