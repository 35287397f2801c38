import { describe, expect, test } from 'vitest';
import { neutral, readFeed } from '../../src/feeds/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Returns the first entry of a feed of RSS with these elements in it. */
function entryOf(inside: string, root = '<rss version="2.0">') {
  const { value } = readFeed(bytes(`${root}<channel><item>${inside}</item></channel></rss>`), {
    address: 'https://news.example/feed',
  });
  return value?.entries[0];
}

describe('a title', () => {
  test.each([
    ['plain', 'AT&amp;T wins', 'AT&T wins'],
    ['escaped twice', 'AT&amp;amp;T wins', 'AT&T wins'],
    ['with markup', 'So &lt;b&gt;bold&lt;/b&gt;', 'So bold'],
    ['with markup that is not escaped', 'So <i>slanted</i>', 'So slanted'],
    ['with a comparison', '3 &lt; 5', '3 < 5'],
    ['with a word in brackets', 'The &lt;blank&gt; page', 'The <blank> page'],
    ['with a script', 'Good&lt;script&gt;bad()&lt;/script&gt;', 'Good'],
    ['in CDATA', '<![CDATA[Tom &amp; Ann]]>', 'Tom & Ann'],
    ['with bytes of Windows-1252 as numbers', 'it&#146;s', 'it’s'],
    ['read in the wrong encoding on its way', 'CafÃ© life', 'Café life'],
    ['with names of HTML', 'caf&eacute;&nbsp;noir', 'café noir'],
  ])('%s', (_, written, expected) => {
    expect(entryOf(`<title>${written}</title>`)?.title).toBe(expected);
  });
});

describe('an author', () => {
  test.each([
    ['<author>ed@news.example (Ed Lee)</author>', 'Ed Lee', 'ed@news.example'],
    ['<author>Ed Lee &lt;ed@news.example&gt;</author>', 'Ed Lee', 'ed@news.example'],
    ['<author>"Ed Lee" (mailto:ed@news.example)</author>', 'Ed Lee', 'ed@news.example'],
    ['<author>ed@news.example</author>', null, 'ed@news.example'],
    ['<author>Ed Lee</author>', 'Ed Lee', null],
    ['<dc:creator>Ed Lee</dc:creator><author>x@news.example</author>', 'Ed Lee', null],
    ['<author><name>Ed Lee</name><email>ed@news.example</email></author>', 'Ed Lee', 'ed@news.example'],
    ['<author>The Desk</author><dc:creator>Ed Lee</dc:creator>', 'Ed Lee', null],
    ['<itunes:author>Ed Lee</itunes:author>', 'Ed Lee', null],
  ])('%s', (written, name, email) => {
    expect(entryOf(written)?.authors[0]).toMatchObject({ name, email });
  });
});

describe('the content of an Atom entry', () => {
  test.each([
    ['type="html"', '&lt;p&gt;a&lt;/p&gt;', '<p>a</p>'],
    ['type="html"', '<div>&lt;p&gt;a&lt;/p&gt;</div>', '<p>a</p>'],
    ['type="xhtml"', '<div>&lt;p&gt;<i>a</i></div>', '<div>&lt;p&gt;<i>a</i></div>'],
    ['type="text"', '&lt;p&gt;a', '<p>a'],
    ['', '&lt;p&gt;a', '<p>a'],
    ['type="text/html" mode="escaped"', '&lt;b&gt;a&lt;/b&gt;', '<b>a</b>'],
    ['type="text/html" mode="base64"', 'PGI+YTwvYj4=', '<b>a</b>'],
    ['type="text/html" mode="xml"', '<b>a</b>', '<b>a</b>'],
    ['type="application/octet-stream"', 'YSA8IGI=', 'a < b'],
    ['type="application/octet-stream"', 'not base64!', 'not base64!'],
  ])('%s: %s', (attributes, inside, expected) => {
    const { value } = readFeed(
      bytes(
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content ${attributes}>${inside}</content></entry></feed>`,
      ),
    );
    expect(neutral(value)).toMatchObject({ entries: [{ content: [{ value: expected }] }] });
  });
});

describe('the page of an entry', () => {
  test.each([
    ['<link>/a</link>', 'https://news.example/a'],
    ['<guid>https://news.example/b</guid>', 'https://news.example/b'],
    ['<guid isPermaLink="false">https://news.example/b</guid>', undefined],
    ['<guid>tag:news.example,2025:b</guid>', undefined],
    ['<atom:link href="/c"/>', 'https://news.example/c'],
    ['<atom:link rel="self" href="/d"/>', undefined],
    ['<link/><guid>https://news.example/e</guid>', 'https://news.example/e'],
  ])('%s leads to %s', (written, expected) => {
    expect(entryOf(written)?.link ?? undefined).toBe(expected);
  });
});

describe('relative addresses', () => {
  const body = '<description>&lt;a href="x"&gt;x&lt;/a&gt;</description>';
  test.each([
    ['of the feed', '<rss>', body, 'https://news.example/x'],
    ['of a base', '<rss xml:base="https://base.example/a/">', body, 'https://base.example/a/x'],
    [
      'of a base within a base',
      '<rss xml:base="https://base.example/a/">',
      body.replace('>', ' xml:base="b/">'),
      'https://base.example/a/b/x',
    ],
    ['of an empty base', '<rss xml:base="">', body, 'https://news.example/x'],
  ])('%s', (_, root, inside, expected) => {
    const link = entryOf(inside, root)?.summary?.nodes[0];
    expect(typeof link === 'object' && link.attributes.get('href')).toBe(expected);
  });
});

describe('dates', () => {
  test('the later of two of one name holds, and one that cannot be read is passed over', () => {
    const entry = entryOf('<pubDate>3 Mar 2025</pubDate><pubDate>4 Mar 2025</pubDate><pubDate>soon</pubDate>');
    expect(new Date(entry?.published ?? 0).toISOString()).toBe('2025-03-04T00:00:00.000Z');
  });
});

describe('what is no feed', () => {
  test.each([
    ['a page', '<!DOCTYPE html><html><body>Hello</body></html>', /web page/],
    ['nothing', '', /not a feed/],
    ['words', 'Not found', /not a feed/],
    ['another kind of JSON', '{"error": "no"}', /not a feed/],
    ['broken JSON', '{"items": [', /not a feed/],
    ['a list', '[1, 2]', /not a feed/],
    ['too much', ' '.repeat(15_000_001), /larger than 15 million bytes/],
  ])('%s', (_, text, why) => {
    const { value, problems } = readFeed(bytes(text));
    expect(neutral(value)).toEqual({ ok: false });
    expect(problems.map(({ detail }) => detail).join()).toMatch(why);
  });
});

describe('bounds', () => {
  test('more entries than are read are told', () => {
    const { value, problems } = readFeed(bytes(`<rss><channel>${'<item/>'.repeat(10_050)}</channel></rss>`));
    expect(value?.entries).toHaveLength(10_000);
    expect(problems).toMatchObject([{ kind: 'too-large' }]);
  });

  test.each([
    ['elements', '<a>'.repeat(200_000)],
    ['markup in a body', `<item><description>${'&lt;b&gt;'.repeat(100_000)}</description></item>`],
    ['tags that are not closed', '<item><a '.repeat(50_000)],
    ['comments that are not closed', '<!--'.repeat(200_000)],
    ['references', '&amp'.repeat(200_000)],
  ])('a feed of nothing but %s is read', (_, inside) => {
    expect(readFeed(bytes(`<rss><channel><title>t</title>${inside}`)).value?.title).toBe('t');
  });
});

describe('when a feed asks to be left alone', () => {
  test.each([
    ['<skipHours><hour>0</hour><hour>13</hour></skipHours>', [0, 13], []],
    ['<skipHours><hour>24</hour><hour>0</hour><hour>noon</hour></skipHours>', [0], []],
    ['<skipDays><day>Saturday</day><day>sunday</day><day>Never</day></skipDays>', [], [6, 0]],
    ['<ttl>60</ttl>', [], []],
  ])('%s', (written, skipHours, skipDays) => {
    const { value } = readFeed(bytes(`<rss version="2.0"><channel>${written}</channel></rss>`));
    expect(value).toMatchObject({ skipHours, skipDays });
  });
});

describe('the length of what is played', () => {
  const file = '<enclosure url="https://news.example/a.mp3" type="audio/mpeg" length="9"/>';
  test.each([
    [`${file}<itunes:duration>1:02:03</itunes:duration>`, 3723],
    [`${file}<itunes:duration>32:00</itunes:duration>`, 1920],
    [`${file}<itunes:duration>95</itunes:duration>`, 95],
    [`${file}<itunes:duration>half an hour</itunes:duration>`, null],
    ['<media:content url="https://news.example/a.mp4" type="video/mp4" duration="7"/>', 7],
    ['<enclosure url="https://news.example/a.png" type="image/png"/><itunes:duration>95</itunes:duration>', null],
  ])('%s', (written, duration) => {
    expect(entryOf(written)?.enclosures[0]?.duration).toBe(duration);
  });
});
