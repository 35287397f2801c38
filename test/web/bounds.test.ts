import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { serve, serveBytes, told, webOn } from './servers.ts';

const text = 'The minister spoke of railways. '.repeat(400);
const rude = '\u001b]0;title\u0007\u009b2J';

describe('a packed document', () => {
  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('is unpacked: %s', async (packing, bytes) => {
    const { port } = await serve((_request, response) => response.setHeader('content-encoding', packing).end(bytes));
    expect(told(await webOn().get(`http://news.example:${port}/`))).toBe(text);
  });

  test.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
  ])('that ends too early is trouble, never a shorter document: %s', async (packing, bytes) => {
    const { port } = await serve((_request, response) => {
      response.setHeader('content-encoding', packing).end(bytes.subarray(0, bytes.length - 4));
    });
    expect(told(await webOn().get(`http://news.example:${port}/`))).toMatch(/^cut: What news\.example sent broke off/);
  });

  test.each([
    ['gzip', text, 'gzip'],
    ['br', text, 'br'],
    ['zstd', text, 'zstd'],
    ['x-evil', text, 'x-evil'],
    ['constructor', text, 'constructor'],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(text))), 'gzip, gzip, gzip'],
  ])('that cannot be unpacked says so: %s', async (packing, bytes, named) => {
    const { port } = await serve((_request, response) => response.setHeader('content-encoding', packing).end(bytes));
    expect(told(await webOn().get(`http://news.example:${port}/`))).toBe(
      `answer: What news.example sent cannot be unpacked (${named}). Try again later, or open it in the browser.`,
    );
  });
});

describe('a document that is too large is given up', () => {
  const limits = { most: 64 * 1024 };
  const words = 'size: news.example sent more than 1 MB, more than a page or feed should need. Nothing of it is used.';

  test('as soon as it says so', async () => {
    const { port } = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': 1e12 }).flushHeaders(),
    );
    expect(told(await webOn({ limits }).get(`http://news.example:${port}/`))).toBe(words);
  });

  test('when it has no end', async () => {
    const { port } = await serve((_request, response) => {
      const more = () => void response.write(Buffer.alloc(8192, 65), (error) => !error && more());
      more();
    });
    expect(told(await webOn({ limits }).get(`http://news.example:${port}/`))).toBe(words);
  });

  test('when it grows as it is unpacked, before all of it has come', async () => {
    const { port } = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip').write(gzipSync(Buffer.alloc(2 ** 20)));
    });
    expect(told(await webOn({ limits }).get(`http://news.example:${port}/`))).toBe(words);
  });

  // What is unpacked slowly waits between server and reader in several places. Those must be full when it is given up.
  test.each([220, 240, 260, 280])('though all of it is here and its server has hung up: %i parts', async (parts) => {
    const bytes = deflateSync(Buffer.concat(Array.from({ length: parts }, (_, part) => hardlyPacked(part))));
    const about = `HTTP/1.1 200 OK\r\ncontent-encoding: deflate\r\ncontent-length: ${bytes.length}\r\n\r\n`;
    const port = await serveBytes(Buffer.concat([Buffer.from(about), bytes]));
    expect(told(await webOn({ limits: { most: 2 ** 20 } }).get(`http://news.example:${port}/`))).toBe(words);
  });

  test('but not when it is just as large as it may be', async () => {
    const { port } = await serve((_request, response) => response.end(Buffer.alloc(limits.most)));
    expect(await webOn({ limits }).get(`http://news.example:${port}/`)).toMatchObject({ type: 'document' });
  });
});

/** Returns 65 KB of which one cannot be packed. */
function hardlyPacked(seed: number): Buffer {
  const digests = Array.from({ length: 32 }, (_, index) => createHash('sha256').update(`${seed} ${index}`).digest());
  return Buffer.concat([...digests, Buffer.alloc(64 * 1024)]);
}

const broken =
  'answer: What answers at news.example is not a web server, or a broken one. Look whether the address is right.';
const cut = 'cut: What news.example sent broke off before its end. Nothing of it is used; try again later.';
const head = 'HTTP/1.1 200 OK\r\n';

describe('an answer that is not as it should be', () => {
  test.each([
    ['shorter than it says', `${head}content-length: 100\r\n\r\n<rss>`, cut],
    ['of chunks without an end', `${head}transfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\n`, cut],
    ['of chunks that are none', `${head}transfer-encoding: chunked\r\n\r\nZZ\r\n<rss>\r\n`, cut],
    ['of two lengths', `${head}content-length: 5\r\ncontent-length: 6\r\n\r\n<rss/>`, broken],
    ['of a length and of chunks', `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, broken],
    ['with a zero byte in a header', `${head}x: a\0b\r\ncontent-length: 2\r\n\r\nhi`, broken],
    ['with an escape in a header', `${head}x: ${rude}\r\ncontent-length: 2\r\n\r\nhi`, broken],
    ['longer than it says', `${head}content-length: 5\r\n\r\n<rss/></rss>`, cut],
    ['without headers', '<rss/>', broken],
    ['of another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', broken],
    [
      'to a question nobody asked',
      'HTTP/1.1 101 Switching\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
      broken,
    ],
    ['of nothing', '', 'connection: news.example hung up before it had answered. Try again later.'],
    [
      'with headers without end',
      `${head}x: ${'y'.repeat(100_000)}`,
      'size: news.example sent more headers than a page or feed needs. Nothing of it was read.',
    ],
    [
      'with a rude reason',
      `HTTP/1.1 500 ${rude}\r\ncontent-length: 0\r\n\r\n`,
      'server: news.example has a fault of its own (status 500). Try again later.',
    ],
  ])('%s is told in words', async (_what, bytes, words) => {
    const port = await serveBytes(Buffer.from(bytes, 'latin1'));
    expect(told(await webOn().get(`http://news.example:${port}/`))).toBe(words);
  });

  test('has no header that steers a terminal or may not be sent back', async () => {
    const c1 = '\u009b2J\u009d0;title\u009c';
    const headers = `content-type: text/html; ${c1}\r\netag: "${c1}"\r\nlast-modified: ${c1}`;
    const port = await serveBytes(Buffer.from(`${head}${headers}\r\ncontent-length: 2\r\n\r\nhi`, 'latin1'));
    expect(await webOn().get(`http://news.example:${port}/`)).toMatchObject({
      contentType: 'text/html; 2J0;title',
      etag: null,
      lastModified: null,
    });
  });
});

describe('who takes too long is given up, however busy the line', () => {
  const limits = { half: 60, early: 1000 };
  const words = 'time: news.example took longer than a second to answer. Try again later.';

  test('without an answer', async () => {
    const { port } = await serve(() => undefined);
    expect(told(await webOn({ limits }).get(`http://news.example:${port}/`))).toBe(words);
  });

  test.each([
    ['hints', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['headers', 'x-more: 1\r\n'],
  ])('with %s again and again', async (_what, again) => {
    const { port } = await serve(({ socket }) => {
      socket.write(again.startsWith('x') ? head : again);
      const timer = setInterval(() => socket.write(again), 5);
      socket.on('close', () => clearInterval(timer));
    });
    expect(told(await webOn({ limits }).get(`http://news.example:${port}/`))).toBe(words);
  });

  test('with a byte now and then', async () => {
    const { port } = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(timer));
    });
    expect(told(await webOn({ limits }).get(`http://news.example:${port}/`))).toBe(words);
  });

  test('with many redirects, each in time', async () => {
    let now = 0;
    const { port, asked } = await serve((_request, response) => {
      now += 20_000;
      response.writeHead(302, { location: '/' }).end();
    });
    expect(told(await webOn({ now: () => now }).get(`http://news.example:${port}/`))).toBe(
      'time: news.example took longer than 30 seconds to answer. Try again later.',
    );
    expect(asked).toHaveLength(2);
  });

  test('with a document that comes well and never ends', async () => {
    const { port } = await serve((_request, response) => void response.write('x'.repeat(2000)));
    expect(told(await webOn({ limits: { ...limits, whole: 120 } }).get(`http://news.example:${port}/`))).toBe(words);
  });
});
