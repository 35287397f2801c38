import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/news/index.ts';
import type { Copy } from '../../src/desk/copy.ts';
import { take } from '../../src/desk/take.ts';
import { plainText } from '../../src/prose/index.ts';

const at = Date.UTC(2026, 2, 1, 12);
const address = 'https://harbour.example/feed';

async function taken(text: string | Uint8Array, wanted: 'feed' | 'any' = 'any', contentType: string | null = null) {
  const parts: number[] = [];
  const going = take({ bytes: Buffer.from(text), contentType, address }, { wanted, at });
  for (;;) {
    const { done, value } = await going.next();
    if (done) return { copy: value, parts };
    parts.push(value.entries.length);
  }
}

function entriesOf(copy: Copy): readonly Entry[] {
  if (copy.format !== 'feed') throw new Error(`is ${copy.format}`);
  return copy.entries;
}

/** Returns the entries of a feed of RSS with these elements in its channel. */
async function entries(inside: string): Promise<readonly Entry[]> {
  return entriesOf(
    (await taken(`<rss version="2.0"><channel><title>The Harbour</title>${inside}</channel></rss>`)).copy,
  );
}

async function entry(inside: string): Promise<Entry> {
  return (await entries(`<item>${inside}</item>`))[0]!;
}

const long = `${'The ferry came late again, as it does on most days of the week. '.repeat(8)}End`;

describe('the title of an entry', () => {
  test.each([
    ['<title>The ferry is late</title><description>Text</description>', 'The ferry is late'],
    ['<description>It is late. Nobody knows why.</description>', 'It is late'],
    [
      `<description>${long.replaceAll('.', ',')}</description>`,
      'The ferry came late again, as it does on most days of the week, The…',
    ],
    ['<description>&lt;p&gt;So &lt;b&gt;late&lt;/b&gt;&lt;/p&gt;</description>', 'So late'],
    ['<link>/story</link>', 'Untitled'],
    [`<title>${'word '.repeat(300)}end</title>`, `${'word '.repeat(300)}end`],
    [`<title>${'word '.repeat(500)}</title>`, `${'word '.repeat(399)}word…`],
  ])('%s', async (inside, title) => {
    expect((await entry(inside)).title).toBe(title);
  });
});

describe('zero bytes in markup', () => {
  test('are no text, and it stays a feed or page', async () => {
    expect((await entry('<title>The ferry\0 is\0 late</title>')).title).toBe('The ferry is late');
    const { copy } = await taken(`<!doctype html>\0<title>Late\0</title><article><p>${long}\0</p></article>`);
    expect(copy).toMatchObject({ format: 'page', entry: { title: 'Late' } });
  });

  test('are none when there are many', async () => {
    expect((await taken(`<a${'\0\x01\x02'.repeat(50)}`)).copy).toMatchObject({ format: 'other' });
  });
});

describe('the text of an entry', () => {
  test('is its content, with its summary cut at a sentence', async () => {
    const inside = `<description>${long}</description><content:encoded>&lt;h2&gt;One&lt;/h2&gt;&lt;p&gt;Two &lt;a href="/x"&gt;three&lt;/a&gt; ${long} ${long}&lt;/p&gt;</content:encoded>`;
    const { body, links, summary, words } = await entry(inside);
    expect(body).toMatchObject([
      { type: 'heading', level: 2 },
      { type: 'paragraph', spans: [{ text: 'Two ' }, { text: 'three', link: 0 }, {}] },
    ]);
    expect(links).toEqual([{ relation: 'inline', text: 'three', address: 'https://harbour.example/x' }]);
    expect(summary).toMatch(/^The ferry .* of the week\.$/);
    expect(summary!.length).toBeLessThanOrEqual(300);
    expect(words).toBeGreaterThan(200);
  });

  test('begins with a long summary that says what its content does not', async () => {
    const inside = (content: string) =>
      `<description>&lt;p&gt;${long}&lt;/p&gt;</description><content:encoded>&lt;p&gt;${content}&lt;/p&gt;</content:encoded>`;
    const other = 'The bridge was closed as well, for the third time in a month. '.repeat(12);
    expect(plainText((await entry(inside(other))).body)).toMatch(/^The ferry [^]* End\s+The bridge/);
    expect(plainText((await entry(inside(`Today. ${long} ${other}`))).body)).toMatch(/^Today\. The ferry/);
    const cut = inside(`Today. ${long} ${other}`).replace('End&lt;/p&gt;<', 'End… Continue reading this&lt;/p&gt;<');
    expect(plainText((await entry(cut)).body)).toMatch(/^Today\. The ferry/);
  });

  test('is its summary when that is all, and then there is no other', async () => {
    expect(await entry('<description>Only this.</description>')).toMatchObject({
      summary: null,
      words: 2,
      body: [{ type: 'paragraph' }],
    });
  });

  test('is the longer of the two, whichever the feed calls the summary', async () => {
    const { body } = await entry(`<content:encoded>Short</content:encoded><description>${long}</description>`);
    expect(plainText(body)).toContain('End');
  });

  test('in plain text has its paragraphs', async () => {
    const feed = `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","content_text":"One.\\n\\nTwo."}]}`;
    const [first] = entriesOf((await taken(feed)).copy);
    expect(first!.body).toMatchObject([{ spans: [{ text: 'One.' }] }, { spans: [{ text: 'Two.' }] }]);
  });

  test('has the lines that name other stories', async () => {
    const { links } = await entry(
      '<description>&lt;p&gt;Text.&lt;/p&gt;&lt;p&gt;Also see: &lt;a href="/b"&gt;The bridge&lt;/a&gt;&lt;/p&gt;</description>',
    );
    expect(links).toMatchObject([{ relation: 'also-see', text: 'The bridge' }]);
  });
});

describe('below the text of an entry stands', () => {
  test.each([
    [
      '<enclosure url="/tides%20today.mp3" type="audio/mpeg" length="12345678"/><itunes:duration>32:00</itunes:duration>',
      'Audio: tides today.mp3, 32 min, 12 MB',
    ],
    [
      '<enclosure url="/a.mp3" type="audio/mpeg" length="1"/><itunes:duration>2:05:00</itunes:duration>',
      'Audio: a.mp3, 2 h 5 min',
    ],
    ['<enclosure url="/film" type="video/mp4" length="250000"/>', 'Video: film, 250 kB'],
    ['<enclosure url="/plan.pdf"/>', 'PDF: plan.pdf'],
    ['<enclosure url="https://files.example/" type="application/x-thing"/>', 'File: files.example'],
    ['<comments>/story#comments</comments>', 'Comments'],
    ['<enclosure url="javascript:alert(1)" type="audio/mpeg"/>', null],
  ])('%s → %s', async (inside, words) => {
    const { body, links, words: counted } = await entry(`<title>T</title><description>Text</description>${inside}`);
    expect(body.slice(1)).toEqual(words === null ? [] : [{ type: 'paragraph', spans: [{ text: words, link: 0 }] }]);
    expect(links).toHaveLength(words === null ? 0 : 1);
    expect(counted).toBe(1);
  });

  test('its page, where that is not its own', async () => {
    const shared = ['One', 'Two'].map(
      (title) => `<item><title>${title}</title><guid>${title}</guid><link>https://harbour.example/today</link></item>`,
    );
    const [one] = await entries(shared.join(''));
    expect(one!.address).toBeNull();
    expect(one!.body).toEqual([{ type: 'paragraph', spans: [{ text: 'Page: harbour.example/today', link: 0 }] }]);
    expect(one!.keys).toEqual([{ value: 'id One', everywhere: false }]);
  });
});

describe('beside the text an entry has', () => {
  test('authors, tags, a picture, a language, dates and keys', async () => {
    const inside = `<title>T</title><link>https://harbour.example/story?utm_source=rss</link><guid isPermaLink="false">7</guid>
      <dc:creator>Ada Quay</dc:creator><dc:creator>Ben Pier</dc:creator><category>Ports</category><category>Ports</category>
      <category>https://tags.example/9</category><media:thumbnail url="/a.jpg"/><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
      <atom:updated>2026-03-01T11:00:00Z</atom:updated><description>Text</description>`;
    expect((await entries(`<language>de</language><item>${inside}</item>`))[0]).toMatchObject({
      byline: 'Ada Quay, Ben Pier',
      publisher: null,
      kind: 'news',
      path: null,
      tags: ['Ports'],
      language: 'de',
      picture: { address: 'https://harbour.example/a.jpg' },
      published: Date.UTC(2026, 2, 1, 10),
      updated: Date.UTC(2026, 2, 1, 11),
      address: 'https://harbour.example/story?utm_source=rss',
      keys: [
        { value: 'id 7', everywhere: false },
        { value: 'at harbour.example/story', everywhere: true },
        { value: 'said t 20513', everywhere: false },
      ],
    });
  });

  test('no picture that stands in its text', async () => {
    const { picture, body } = await entry(
      '<media:thumbnail url="/a.jpg"/><description>&lt;img src="/a.jpg"&gt; Text</description>',
    );
    expect(picture).toBeNull();
    expect(JSON.stringify(body)).toContain('/a.jpg');
  });

  test('the publisher that it was taken from', async () => {
    expect((await entry('<title>T</title><source url="https://other.example/feed">The Other</source>')).publisher).toBe(
      'The Other',
    );
  });

  test('no date in years to come', async () => {
    expect((await entry('<title>T</title><pubDate>Sun, 01 Mar 2099 10:00:00 GMT</pubDate>')).published).toBe(at);
  });

  test('no more than a reader can take in', async () => {
    const tags = Array.from({ length: 100 }, (_, n) => `<category>${n}${'x'.repeat(500)}</category>`).join('');
    const {
      title,
      tags: kept,
      byline,
    } = await entry(`<title>${'word '.repeat(10_000)}</title>${tags}<dc:creator>${'y'.repeat(5000)}</dc:creator>`);
    expect(title.length).toBeLessThanOrEqual(2001);
    expect(byline!.length).toBeLessThanOrEqual(201);
    expect([kept.length, kept[0]!.length]).toEqual([20, 60]);
  });
});

describe('an entry has changed', () => {
  const print = async (inside: string) => (await entry(inside)).fingerprint;
  const before = '<title>T</title><guid>1</guid><description>Text</description>';
  test.each([
    ['when its text has', before.replace('Text', 'Other text'), true],
    ['when its title has', before.replace('>T<', '>U<'), true],
    ['when a file came', `${before}<enclosure url="/a.mp3" type="audio/mpeg"/>`, true],
    ['not when it is only dated anew', `${before}<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>`, false],
    ['not when its id has', before.replace('>1<', '>2<'), false],
  ])('%s', async (_, after, changed) => {
    expect((await print(after)) !== (await print(before))).toBe(changed);
  });
});

describe('a feed', () => {
  test('comes in parts when it is long', async () => {
    const many = Array.from({ length: 250 }, (_, n) => `<item><guid>${n}</guid><title>${n}</title></item>`).join('');
    const { copy, parts } = await taken(`<rss><channel>${many}</channel></rss>`);
    expect([...parts, entriesOf(copy).length]).toEqual([40, 40, 40, 40, 40, 40, 10]);
    expect(copy).toMatchObject({ about: { count: 250 } });
  });

  test('comes in parts when its texts are long', async () => {
    const many = Array.from(
      { length: 10 },
      (_, n) => `<item><guid>${n}</guid><description>${n} ${'word '.repeat(9000)}</description></item>`,
    ).join('');
    const { copy, parts } = await taken(`<rss><channel>${many}</channel></rss>`);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, count) => sum + count, entriesOf(copy).length)).toBe(10);
  });

  test('sent as a page is a feed', async () => {
    expect(
      (await taken('<rss><channel><item><title>T</title></item></channel></rss>', 'any', 'text/html')).copy.format,
    ).toBe('feed');
  });

  test.each([
    ['<html><body>Hello</body></html>', 'a web page'],
    ['Hello there', 'something else'],
    ['%PDF-1.4', 'a PDF'],
  ])('that is none: %s', async (text, what) => {
    expect((await taken(text, 'feed')).copy).toEqual({ format: 'other', what });
  });
});

describe('a file without text is named by its bytes', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n\0', 'text/html', 'a picture'],
    ['ID3\x04\0\0\0', null, 'a recording'],
    ['\0\0\0\x18ftypmp42', 'text/plain', 'a film'],
    ['PK\x03\x04\x14\0', null, 'an archive'],
    ['\0\x01\x02\x03', 'image/x-strange', 'a picture'],
    ['\0\x01\x02\x03', 'text/html', 'a file that holds no text'],
  ])('%j sent as %s', async (bytes, type, what) => {
    expect((await taken(Buffer.from(bytes, 'latin1'), 'any', type)).copy).toEqual({ format: 'other', what });
  });

  test('and text of two bytes is text', async () => {
    const page = Buffer.from('\ufeff<html><body><h1>Hi</h1><p>Some words of text.</p></body></html>', 'utf16le');
    expect((await taken(page)).copy).toMatchObject({ format: 'page', entry: { title: 'Hi' } });
  });
});
