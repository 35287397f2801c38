import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { closedPort, listen, serve, told, webOn } from './servers.ts';

const pem = (name: string) => readFileSync(new URL(`../fixtures/web/${name}.pem`, import.meta.url), 'utf8');

/** Serves over https with a certificate for `news.example` that nobody vouches for, unless it is trusted. */
async function serveSecurely(isTrusted: boolean): Promise<number> {
  const certificate = pem('certificate');
  const usual = getCACertificates('default');
  if (isTrusted) setDefaultCACertificates([...usual, certificate]);
  onTestFinished(() => setDefaultCACertificates(usual));
  return listen(
    createSecureServer({ key: pem('key'), cert: certificate }, (_request, response) => response.end('over TLS')),
  );
}

/** A proxy that passes everything on to this machine, and what it was asked. */
async function openProxy(answer: 200 | 403 = 200) {
  const asked: string[] = [];
  const proxy = createServer(({ url, headers }, response) => {
    asked.push(`GET ${url} ${headers['proxy-authorization'] ?? ''}`.trim());
    response.end('by proxy');
  });
  proxy.on('connect', ({ url = '', headers }, client) => {
    asked.push(`CONNECT ${url} ${headers['proxy-authorization'] ?? ''}`.trim());
    client.write(`HTTP/1.1 ${answer} So\r\n\r\n`);
    if (answer !== 200) return void client.end();
    const host = connect(Number(url.split(':')[1]), '127.0.0.1');
    client
      .on('error', () => host.destroy())
      .pipe(host)
      .on('error', () => client.destroy())
      .pipe(client);
  });
  return { port: await listen(proxy), asked };
}

describe('a host over https', () => {
  test('is read when its certificate is in order', async () => {
    const port = await serveSecurely(true);
    expect(told(await webOn().get(`https://news.example:${port}/`))).toBe('over TLS');
  });

  test('is not read when nobody vouches for it', async () => {
    const port = await serveSecurely(false);
    expect(told(await webOn().get(`https://news.example:${port}/`))).toBe(
      'certificate: Nobody vouches for the certificate of news.example, so what it sends could be forged. Nothing of it was read.',
    );
  });

  test('is not read when its certificate is another’s', async () => {
    const port = await serveSecurely(true);
    expect(told(await webOn().get(`https://other.example:${port}/`))).toBe(
      'certificate: What answers at other.example shows a certificate for another name. Look whether the address is spelled right.',
    );
  });

  test('is not read when it does not speak it', async () => {
    const { port } = await serve((_request, response) => response.end());
    expect(told(await webOn().get(`https://news.example:${port}/`))).toMatch(
      /^connection: No secure connection to news\.example came about \(\w+\)\. It may only be there with http instead of https\.$/,
    );
  });
});

describe('through a proxy', () => {
  test('pages go by their whole address, and their host is not looked up here', async () => {
    const { port, asked } = await openProxy();
    const { get, looked } = webOn({ environment: { HTTP_PROXY: `http://me:mine@proxy.example:${port}` } });
    expect(told(await get('http://news.example/a?b', { mayBePrivate: false }))).toBe('by proxy');
    expect(asked).toEqual([`GET http://news.example/a?b Basic ${btoa('me:mine')}`]);
    expect(looked).toEqual(['proxy.example']);
  });

  test('secure pages go through a tunnel, and their certificate is judged here', async () => {
    const { port, asked } = await openProxy();
    const secure = await serveSecurely(true);
    const { get } = webOn({ environment: { https_proxy: `127.0.0.1:${port}` } });
    expect(told(await get(`https://news.example:${secure}/`))).toBe('over TLS');
    expect(told(await get(`https://other.example:${secure}/`))).toMatch(/^certificate: .* for another name/);
    expect(asked).toEqual([`CONNECT news.example:${secure}`, `CONNECT other.example:${secure}`]);
  });

  test('addresses in this network are refused all the same', async () => {
    const { port, asked } = await openProxy();
    const { get } = webOn({ environment: { http_proxy: `http://127.0.0.1:${port}` } });
    expect(told(await get('http://10.0.0.1/', { mayBePrivate: false }))).toMatch(/^private: 10\.0\.0\.1 lies inside/);
    expect(asked).toEqual([]);
  });

  test.each([
    ['news.example', true],
    ['.example', true],
    ['*.example', true],
    ['EXAMPLE', true],
    ['other.example news.example', true],
    ['*', true],
    ['news.example:PORT', true],
    ['news.example:80', false],
    ['ews.example', false],
    ['other.example', false],
    ['', false],
  ])('no_proxy=%s spares news.example: %s', async (list, isSpared) => {
    const proxy = await openProxy();
    const { port } = await serve((_request, response) => response.end('directly'));
    const { get } = webOn({
      environment: { http_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: list.replace('PORT', `${port}`) },
    });
    expect(told(await get(`http://news.example:${port}/`))).toBe(isSpared ? 'directly' : 'by proxy');
  });

  test('a tunnel that is refused, a proxy that is away and one of another kind are told of', async () => {
    const { port } = await openProxy(403);
    const by = (https_proxy: string) => webOn({ environment: { https_proxy } }).get('https://news.example/');
    expect(told(await by(`http://127.0.0.1:${port}`))).toBe(
      'proxy: The proxy 127.0.0.1 in your environment does not pass on to news.example (status 403).',
    );
    expect(told(await by(`http://127.0.0.1:${await closedPort()}`))).toMatch(
      /^proxy: The proxy 127\.0\.0\.1 in your environment is not to be used: Nothing answers at 127\.0\.0\.1\./,
    );
    expect(told(await by('socks5://127.0.0.1:1080'))).toBe(
      'proxy: The proxy in your environment is not one with http: or https:: “127.0.0.1”. Look at https_proxy.',
    );
  });
});
