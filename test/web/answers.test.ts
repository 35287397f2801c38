import { expect, test } from 'vitest';
import { noon, serve, told, webOn } from './servers.ts';

test('a document comes with where it was found, what it claims to be, and how to ask again', async () => {
  const { port, asked } = await serve((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml; charset=windows-1252');
    response.setHeader('etag', 'W/"7"');
    response.setHeader('last-modified', 'Sun, 01 Mar 2026 11:00:00 GMT');
    response.setHeader('cache-control', 'max-age=600');
    response.end('<rss/>');
  });
  const fetched = await webOn().get(`http://news.example:${port}/feed?a=1#top`, { accept: 'application/rss+xml' });
  expect(fetched).toEqual({
    type: 'document',
    address: `http://news.example:${port}/feed?a=1#top`,
    bytes: Buffer.from('<rss/>'),
    contentType: 'application/rss+xml; charset=windows-1252',
    etag: 'W/"7"',
    lastModified: 'Sun, 01 Mar 2026 11:00:00 GMT',
    freshUntil: noon + 600_000,
    movedTo: null,
  });
  expect(asked[0]).toMatchObject({
    method: 'GET',
    url: '/feed?a=1',
    headers: { host: `news.example:${port}`, 'user-agent': 'Reader/1', accept: 'application/rss+xml' },
  });
  expect(asked[0]?.headers).not.toHaveProperty('if-none-match');
});

test('asked again with what it said before, a server may say that nothing changed', async () => {
  const { port } = await serve(({ headers }, response) => {
    response.statusCode = headers['if-none-match'] === '"7"' && headers['if-modified-since'] === 'then' ? 304 : 200;
    response.end('all of it again');
  });
  const { get } = webOn();
  const address = `http://news.example:${port}/`;
  expect(await get(address, { etag: '"7"', lastModified: 'then' })).toEqual({
    type: 'unchanged',
    etag: '"7"',
    lastModified: 'then',
    freshUntil: null,
    movedTo: null,
  });
  expect(told(await get(address, { etag: '"6"' }))).toBe('all of it again');
  expect(told(await get(address, { etag: '"7"\r\nX-Evil: 1', lastModified: 'then' }))).toBe('all of it again');
});

test.each([
  [410, {}, 'gone'],
  [404, {}, 'missing: news.example has nothing at this address any more (status 404).'],
  [401, {}, 'refused: news.example asks for a name and a password (status 401).'],
  [403, {}, 'refused: news.example does not let us in (status 403). Try the browser.'],
  [403, { 'cf-mitigated': 'challenge' }, 'refused: news.example lets nothing but browsers in. Open it in the browser.'],
  [999, {}, 'refused: news.example does not let us in (status 999). Try the browser.'],
  [500, {}, 'server: news.example has a fault of its own (status 500). Try again later.'],
  [503, {}, 'server: news.example has a fault of its own (status 503). Try again later.'],
  [503, { 'retry-after': '300' }, 'later: news.example asks to be left alone for 5 minutes.'],
  [206, {}, 'answer: news.example answers with something else than a page (status 206).'],
  [204, {}, 'answer: news.example answers with something else than a page (status 204).'],
  [
    304,
    {},
    'answer: What answers at news.example is not a web server, or a broken one. Look whether the address is right.',
  ],
  [302, {}, 'redirects: news.example passes on, but does not say where to. Open it in the browser.'],
  [200, {}, 'answer: news.example sent nothing at all. Try again later, or open it in the browser.'],
])('status %i with %o is told as %s', async (status, headers, words) => {
  const { port } = await serve((_request, response) => response.writeHead(status, headers).end());
  expect(told(await webOn().get(`http://news.example:${port}/`))).toBe(words);
});

test('a host that asks for a pause is not asked before it is over, for whatever address', async () => {
  let now = noon;
  const { port, asked } = await serve((_request, response) => response.writeHead(429, { 'retry-after': '120' }).end());
  const { get } = webOn({ now: () => now });
  const first = await get(`http://news.example:${port}/1`);
  expect(first).toMatchObject({ type: 'later', until: noon + 120_000 });
  now += 119_000;
  expect(await get(`http://news.example:${port}/2`)).toMatchObject({ type: 'later', until: noon + 120_000 });
  expect(asked).toHaveLength(1);
  await get(`http://other.example:${port}/2`);
  expect(asked).toHaveLength(2);
  now += 1000;
  await get(`http://news.example:${port}/2`);
  expect(asked).toHaveLength(3);
});

test('the reader can end a request at any time', async () => {
  const reader = new AbortController();
  const { port } = await serve((_request, response) => {
    response.write('so far');
    reader.abort();
  });
  const { get } = webOn();
  const address = `http://news.example:${port}/`;
  expect(await get(address, {}, reader.signal)).toEqual({ type: 'cancelled' });
  expect(await get(address, {}, AbortSignal.abort())).toEqual({ type: 'cancelled' });
});
