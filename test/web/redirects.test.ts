import { describe, expect, test } from 'vitest';
import { serve, serveBytes, told, webOn } from './servers.ts';

/** Serves redirects by path, each a status and where it leads, and `found` elsewhere. */
async function passingOn(paths: (port: number) => Readonly<Record<string, readonly [number, string]>>) {
  const { port, asked } = await serve(({ url = '' }, response) => {
    const [status, location] = paths(port)[url] ?? [200, null];
    response.writeHead(status, location === null ? {} : { location }).end('found');
  });
  return { port, asked, at: (path: string) => `http://news.example:${port}${path}` };
}

describe('where an address has moved', () => {
  test.each([
    ['/for-good', '/there'],
    ['/twice', '/there'],
    ['/for-now', null],
    ['/for-good-then-for-now', '/for-now'],
    ['/for-now-then-for-good', null],
  ])('%s is %s', async (path, moved) => {
    const { at } = await passingOn(() => ({
      '/for-good': [308, '/there'],
      '/twice': [301, '/for-good'],
      '/for-now': [302, '/there'],
      '/for-good-then-for-now': [301, '/for-now'],
      '/for-now-then-for-good': [307, '/for-good'],
    }));
    expect(await webOn().get(at(path))).toMatchObject({
      type: 'document',
      address: at('/there'),
      movedTo: moved && at(moved),
    });
  });

  test('may be written in any script', async () => {
    const { at, asked } = await passingOn(() => ({ '/': [302, Buffer.from('/straße').toString('latin1')] }));
    await webOn().get(at('/'));
    expect(asked[1]?.url).toBe('/stra%C3%9Fe');
  });
});

test('ten redirects are followed, and no more', async () => {
  const { at } = await passingOn(() =>
    Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`/${n + 1}`, [302, `/${n}`] as const])),
  );
  expect(told(await webOn().get(at('/10')))).toBe('found');
  expect(told(await webOn().get(at('/11')))).toBe(
    'redirects: news.example passes on to one address after another, perhaps in a circle. See in the browser where it leads.',
  );
});

test('a redirect may carry what it likes', async () => {
  const port = await serveBytes('HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 1\r\n\r\nmore than one');
  expect(told(await webOn().get(`http://news.example:${port}/`))).toMatch(/^redirects: .* in a circle/);
});

test.each([
  ['file:///etc/passwd', 'file:///etc/passwd'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['data:text/html,hi', 'data:text/html,hi'],
  ['ftp://news.example/', 'ftp://news.example/'],
])('a redirect to %s is not followed', async (location, shown) => {
  const { at } = await passingOn(() => ({ '/': [302, location] }));
  expect(told(await webOn().get(at('/')))).toBe(
    `redirects: news.example passes on to ${shown}, which is not opened. Only addresses that begin with http: or https: are opened.`,
  );
});

test('a name and password go to the origin that they were given for, and nowhere else', async () => {
  // What a proxy is asked for may lie anywhere.
  const { port, asked } = await passingOn(() => ({
    'http://news.example/a': [302, '/b'],
    'http://news.example/b': [302, 'http://me:mine@news.example:8080/c'],
  }));
  const { get } = webOn({ environment: { http_proxy: `http://127.0.0.1:${port}` } });
  const fetched = await get('http://reader:s%C3%A9same@news.example/a', { mayBePrivate: false });
  const basic = `Basic ${Buffer.from('reader:sésame').toString('base64')}`;
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([basic, basic, undefined]);
  expect(fetched).toMatchObject({ type: 'document', address: 'http://news.example:8080/c' });
});

test('an address is told of without its name and password', async () => {
  const { at } = await passingOn(() => ({}));
  const address = at(`/${'long/'.repeat(60)}`);
  expect(await webOn().get(address.replace('//', '//reader:sesame@'))).toMatchObject({ address });
});
