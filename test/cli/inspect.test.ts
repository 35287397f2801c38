import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../../src/desk/index.ts';
import { openWeb } from '../../src/web/index.ts';
import { call, callJson, type Setting } from './call.ts';
import { village } from './village.ts';

const hostileTitle = 'Ferry\u001b]0;PWN\u0007 &#27;[31mstops\u009b2J';
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Ouse Post</title><link>https://ouse.example/</link>
  <item><title>Bridge opens</title><link>https://ouse.example/bridge</link><pubDate>Mon, 21 Apr 2025 09:30:00 GMT</pubDate></item>
  <item><title>${hostileTitle}</title></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>Tide</title>
  <link href="https://tide.example/1"/><updated>2025-04-02T08:00:00Z</updated></entry></feed>`;
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tides',
  items: [{ id: '1', title: 'High water', url: 'https://tide.example/high', date_published: '2025-03-01T00:00:00Z' }],
});
const opml = `<opml version="2.0"><head><title>My feeds</title></head><body><outline text="News">
  <outline type="rss" text="Ouse Post" xmlUrl="https://ouse.example/rss"/></outline></body></opml>`;
const page = `<!doctype html><html lang="en"><head><title>Bridge opens four years late</title>
  <link rel="alternate" type="application/rss+xml" title="All news" href="/rss"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>Bridge opens four years late</h1>
  ${`<p>The bridge over the Ouse opened on Monday, four years late, and the village is one again after many winters.</p>`.repeat(6)}
  </article></body></html>`;

/** Returns a call's surroundings: this text on standard input, a desk that reads it, and the web. */
function reading(text: string): Setting {
  const now = () => Date.parse('2025-05-01T12:00:00Z');
  const desk = openDesk(village(), now);
  onTestFinished(() => desk.close());
  const web = async () => openWeb({ userAgent: 'alsosee/test', now });
  return { desk, context: { input: async () => Buffer.from(text), web } };
}

test.each([
  [
    'RSS',
    rss,
    [
      'Read as a feed: it begins with <rss>.',
      'title: Ouse Post',
      '2025-04-21  Bridge opens',
      'https://ouse.example/bridge',
    ],
  ],
  ['Atom', atom, ['It is in Atom and has 1 entry.', '2025-04-02  Tide']],
  ['JSON Feed', jsonFeed, ['it names a version of JSON Feed', '2025-03-01  High water', 'https://tide.example/high']],
  ['OPML', opml, ['Read as a list of feeds', 'title: My feeds', '\nNews\n', '  Ouse Post', 'https://ouse.example/rss']],
  [
    'a web page',
    page,
    ['Read as a web page', 'It offers 1 feed.', 'title: Bridge opens four years late', 'The bridge over the Ouse'],
  ],
])('%s is told to a person', async (_case, text, lines) => {
  const { code, out, err } = await call(['inspect', '-', '--url', 'https://ouse.example/x'], reading(text));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const line of lines) expect(out).toContain(line);
});

test.each([
  [
    'RSS',
    rss,
    {
      format: 'feed',
      found: { format: 'rss', feed: { title: 'Ouse Post' }, entries: [{ published: '2025-04-21T09:30:00.000Z' }, {}] },
    },
  ],
  [
    'OPML',
    opml,
    {
      format: 'outline',
      outline: { feeds: [{ title: 'Ouse Post', address: 'https://ouse.example/rss', folders: ['News'] }] },
    },
  ],
  [
    'a web page',
    page,
    {
      format: 'web-page',
      page: { language: 'en', wall: null },
      feeds: [{ title: 'All news', address: 'https://ouse.example/rss' }],
    },
  ],
])('%s is told to a program', async (_case, text, expected) => {
  const { code, envelope } = await callJson(['inspect', '-', '--url', 'https://ouse.example/x'], reading(text));
  expect(code).toBe(0);
  expect(envelope).toMatchObject({ ok: true, problems: [], data: expected });
});

test('a hostile title moves nothing on the terminal', async () => {
  const { out } = await call(['inspect', '-'], reading(rss));
  expect(out).toContain('stops');
  expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('what only looks like a feed is refused in words', async () => {
  const { code, err } = await call(['inspect', '-', '--content-type', 'text/xml'], reading('<urlset></urlset>'));
  expect(code).toBe(1);
  expect(err).toBe('The feed: is not a feed in a format that is known here\n');
});

test('with --kind it is the neutral form, as checks want it', async () => {
  const { out } = await call(['inspect', '-', '--kind', 'feed'], reading(atom));
  expect(JSON.parse(out)).toMatchObject({ ok: true, format: 'atom', entries: [{ title: 'Tide' }] });
});

/** Serves a feed at /feed, passes /moved on to it, and knows nothing else. Returns its address. */
async function site(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(301, { location: '/feed' }).end();
    else if (request.url === '/feed') response.setHeader('content-type', 'text/html').end(rss);
    else response.writeHead(404).end('no');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('an address is asked for, followed, and recognised by its looks though it is sent as a page', async () => {
  const { code, out } = await call(['inspect', `${await site()}/moved`], reading(''));
  expect(code).toBe(0);
  expect(out).toContain('title: Ouse Post');
});

test.each([
  ['a page that is not there', async () => `${await site()}/nothing`, 'network', /127\.0\.0\.1/],
  ['an address that is not of the web', async () => 'ftp://ouse.example/', 'address', /\w/],
])('%s is told in words', async (_case, address, kind, words) => {
  const { code, envelope } = await callJson(['inspect', await address()], reading(''));
  expect(code).toBe(1);
  expect(envelope).toMatchObject({ ok: false, data: null, problems: [{ kind, detail: expect.stringMatching(words) }] });
});
