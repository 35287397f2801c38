import { describe, expect, test } from 'vitest';
import { closedPort, serve, told, webOn } from './servers.ts';

const agree = 'It is only opened when you type its address and agree.';

describe('an address that a page told of', () => {
  test.each([
    ['http://127.0.0.1:PORT/', '127.0.0.1'],
    ['http://localhost:PORT/', 'localhost'],
    ['http://2130706433:PORT/', '127.0.0.1'],
    ['http://0177.0.0.1:PORT/', '127.0.0.1'],
    ['http://127.1:PORT/', '127.0.0.1'],
    ['http://①②⑦.0.0.1:PORT/', '127.0.0.1'],
    ['http://0.0.0.0:PORT/', '0.0.0.0'],
    ['http://[::1]:PORT/', '[::1]'],
    ['http://[::ffff:127.0.0.1]:PORT/', '[::ffff:7f00:1]'],
    ['http://printer.local:PORT/', 'printer.local'],
  ])('%s reaches nothing in this network', async (address, host) => {
    const { port, asked } = await serve((_request, response) => response.end('secret'));
    const { get, looked } = webOn();
    expect(told(await get(address.replace('PORT', `${port}`), { mayBePrivate: false }))).toBe(
      `private: ${host} lies inside your own network. ${agree}`,
    );
    expect(asked).toEqual([]);
    expect(looked).toEqual([]);
  });

  test.each([
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['2002:7f00:1::'],
    ['fe80::1%lo'],
    ['169.254.169.254'],
    ['100.64.0.1'],
  ])('reaches nothing when a name server says %s', async (address) => {
    const { port, asked } = await serve((_request, response) => response.end('secret'));
    const { get } = webOn({ resolve: async () => [address] });
    expect(told(await get(`http://news.example:${port}/`, { mayBePrivate: false }))).toBe(
      `private: news.example lies inside your own network. ${agree}`,
    );
    expect(asked).toEqual([]);
  });

  test('is looked up once, so that a name server cannot change its mind after it was judged', async () => {
    const { port } = await serve((_request, response) => response.end('found'));
    const { get, looked } = webOn();
    expect(told(await get(`http://news.example:${port}/`))).toBe('found');
    expect(looked).toEqual(['news.example']);
  });
});

describe('an address that the reader typed and agreed to', () => {
  async function leadingTo(location: (port: number) => string) {
    const { port, asked } = await serve(({ url }, response) => {
      response.writeHead(url === '/' ? 302 : 200, { location: location(port) }).end('found');
    });
    return { port, asked };
  }

  test('may lead to its own host again', async () => {
    const { port } = await leadingTo((port) => `http://127.0.0.1:${port}/feed`);
    const { get, looked } = webOn();
    expect(told(await get(`http://127.0.0.1:${port}/`))).toBe('found');
    expect(looked).toEqual([]);
  });

  test('may lead to no other port of its host, where another service listens', async () => {
    const other = await serve((_request, response) => response.end('secret'));
    const { port } = await leadingTo(() => `http://127.0.0.1:${other.port}/`);
    expect(told(await webOn().get(`http://127.0.0.1:${port}/`))).toBe(
      'redirects: 127.0.0.1 passes on to http://127.0.0.1/, which is not opened. 127.0.0.1 leads into this machine’s own network.',
    );
    expect(other.asked).toEqual([]);
  });

  test('may lead to no port of a name that is in this network, either', async () => {
    const other = await serve((_request, response) => response.end('secret'));
    const { port } = await leadingTo(() => `http://intranet.example:${other.port}/`);
    expect(told(await webOn().get(`http://intranet.example:${port}/`))).toBe(
      'redirects: The address leads to intranet.example in the end, inside your own network. That is not opened.',
    );
    expect(other.asked).toEqual([]);
  });

  test.each(['2130706433', '0177.0.0.1', '127.1', 'news.example@127.0.0.1', '①②⑦.0.0.1', '127.0.0.0x1'])(
    'may not lead to its own host under the disguise of %s',
    async (host) => {
      const { port, asked } = await leadingTo((port) => Buffer.from(`http://${host}:${port}/feed`).toString('latin1'));
      expect(told(await webOn().get(`http://127.0.0.1:${port}/`))).toBe(
        'redirects: 127.0.0.1 passes on to http://127.0.0.1/feed, inside your own network, and hides it. That is not opened.',
      );
      expect(asked).toHaveLength(1);
    },
  );

  test.each(['//127.0.0.1:PORT/feed', 'HTTP://127.0.0.1:PORT/feed', 'feed', '?feed'])(
    'may lead to its own host again as %s',
    async (location) => {
      const { port } = await leadingTo((port) => location.replace('PORT', `${port}`));
      expect(told(await webOn().get(`http://127.0.0.1:${port}/`))).toBe('found');
    },
  );

  test('may lead to no other host in this network', async () => {
    const { port, asked } = await leadingTo((port) => `http://127.0.0.2:${port}/feed`);
    expect(told(await webOn().get(`http://127.0.0.1:${port}/`))).toBe(
      'redirects: 127.0.0.1 passes on to http://127.0.0.2/feed, which is not opened. 127.0.0.2 leads into this machine’s own network.',
    );
    expect(asked).toHaveLength(1);
  });

  test('may lead to no name that turns out to be in this network', async () => {
    const { port, asked } = await leadingTo((port) => `http://elsewhere.example:${port}/feed`);
    expect(told(await webOn().get(`http://127.0.0.1:${port}/`))).toBe(
      'redirects: The address leads to elsewhere.example in the end, inside your own network. That is not opened.',
    );
    expect(asked).toHaveLength(1);
  });
});

test.each([
  ['news.example', 'address: Only addresses that begin with http: or https: are opened.'],
  ['file:///etc/passwd', 'address: Only addresses that begin with http: or https: are opened.'],
  ['http://', 'address: This is not a web address.'],
  ['http://news.example:25/', 'address: Port 25 belongs to another service than the web.'],
])('%s is not asked for', async (address, words) => {
  expect(told(await webOn().get(address))).toBe(words);
});

const failing = (code: string) => webOn({ resolve: () => Promise.reject(Object.assign(new Error(), { code })) });

test.each([
  ['ENOTFOUND', 'name: There is no host named news.example. Look whether the address is spelled right.'],
  [
    'EAI_AGAIN',
    'offline: news.example could not be looked for: this machine seems to be offline. Try again once it is connected.',
  ],
  ['EHOSTUNREACH', 'connection: news.example cannot be reached from here (EHOSTUNREACH). Try again later.'],
])('a look-up that ends in %s is told in words', async (code, words) => {
  expect(told(await failing(code).get('http://news.example/'))).toBe(words);
});

test('a host where nothing listens is told of', async () => {
  expect(told(await webOn().get(`http://news.example:${await closedPort()}/`))).toBe(
    'connection: Nothing answers at news.example. Try again later, or look whether the address is right.',
  );
});
