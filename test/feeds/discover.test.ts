import { describe, expect, test } from 'vitest';
import { discoverFeeds } from '../../src/feeds/index.ts';

const offers = (html: string) =>
  discoverFeeds(new TextEncoder().encode(html), { address: 'https://site.example/blog/' });

describe('a feed that a page names', () => {
  test.each([
    ['<link rel="alternate" type="application/rss+xml" href="/rss" title="News">', 'https://site.example/rss', 'News'],
    ['<LINK REL=Alternate TYPE=application/atom+xml HREF=atom>', 'https://site.example/blog/atom', null],
    [
      '<link rel="alternate" type="application/feed+json; charset=utf-8" href="f.json">',
      'https://site.example/blog/f.json',
      null,
    ],
    ['<link rel="alternate" type="application/json" href="/feed.json">', 'https://site.example/feed.json', null],
    ['<a rel="alternate" type="application/rss+xml" href="/a">Our feed</a>', 'https://site.example/a', 'Our feed'],
    ['<link rel="feed" href="/b">', 'https://site.example/b', null],
    [
      '<base href="https://cdn.example/x/"><link rel="alternate" type="text/xml" href="c">',
      'https://cdn.example/x/c',
      null,
    ],
    ['<link rel="alternate" type="application/rss+xml" href="feed:https://d.example/">', 'https://d.example/', null],
  ])('%s', (html, address, title) => {
    expect(offers(html).named).toMatchObject([{ address, title }]);
  });
});

describe('what is none', () => {
  test.each([
    ['<link rel="alternate" hreflang="de" href="/de">'],
    ['<link rel="stylesheet" type="application/rss+xml" href="/x">'],
    ['<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">'],
    ['<link rel="alternate" type="application/json+oembed" href="/o">'],
    ['<link rel="alternate" type="application/rss+xml" href="javascript:x()">'],
    ['<!-- <link rel="alternate" type="application/rss+xml" href="/x"> -->'],
    ['<script>"<link rel=alternate type=application/rss+xml href=/x>"</script>'],
  ])('%s', (html) => {
    expect(offers(html).named).toEqual([]);
  });
});

test('a link that looks like a feed is likely, before the places where most sites have one; each is offered once', () => {
  const { named, likely } = offers(
    '<link rel="alternate" type="application/rss+xml" href="/feed"><a href="/news/rss.xml">RSS</a><a href="/feedback">Write</a>',
  );
  expect(named.map(({ address }) => address)).toEqual(['https://site.example/feed']);
  expect(likely.slice(0, 2).map(({ address }) => address)).toEqual([
    'https://site.example/news/rss.xml',
    'https://site.example/rss',
  ]);
});
