import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import { feed, minute, noon, openNewsstand, page, status } from './newsstand.ts';

describe('a round', () => {
  test('files what is new, tells how it goes, and notes that all is well', async () => {
    const { keep, refresh, titles, healthOf, toldOf } = await openNewsstand({
      '/a': feed(['A1', 'A2'], '<link>https://harbour.example/</link><ttl>60</ttl>'),
      '/b': feed(['B1']),
    });
    const source = keep('/a');
    keep('/b');
    const { rounds, says, ...round } = await refresh();
    expect(says).toEqual([]);
    expect(round).toEqual({ asked: 2, done: 2, added: 3, changed: 0, unchanged: 0, failed: 0 });
    expect(rounds.map(({ done }) => done)).toEqual([1, 2]);
    expect(titles()).toEqual(['A1', 'A2', 'B1']);
    expect(toldOf(source)).toEqual([]);
    expect(healthOf(source)).toMatchObject({
      fetched: noon,
      failures: 0,
      notBefore: noon + 60 * minute,
      site: 'https://harbour.example/',
    });
  });

  test('asks only feeds that are due, unless all are wanted', async () => {
    const { keep, refresh, clock, paths } = await openNewsstand({ '/a': feed(['A1']), '/b': feed(['B1']) });
    keep('/a');
    keep('/b', { paused: true });
    const passes = [];
    passes.push((await refresh(false)).asked, (await refresh(false)).asked, (await refresh(true)).asked);
    clock.now += 31 * minute;
    passes.push((await refresh(false)).asked);
    expect(passes).toEqual([1, 0, 1, 1]);
    expect(paths()).toEqual(['/a', '/a', '/a']);
  });

  test('asks a source that is paused when it is named alone', async () => {
    const { keep, refresh, titles } = await openNewsstand({ '/a': feed(['A1']) });
    const source = keep('/a', { paused: true });
    expect(await refresh(true, [source])).toMatchObject({ asked: 1, added: 1 });
    expect(titles()).toEqual(['A1']);
  });

  test('brings code in its colours', async () => {
    const code = '&lt;pre&gt;&lt;code class="language-js"&gt;const a = 1;&lt;/code&gt;&lt;/pre&gt;';
    const { keep, refresh, article } = await openNewsstand({ '/a': feed(['A1']).replace('About A1.', code) });
    keep('/a');
    await refresh();
    expect(JSON.stringify(article('A1').body)).toContain('"token":"keyword"');
  });

  test('keeps what left the window of a feed', async () => {
    const { answers, keep, refresh, titles } = await openNewsstand({ '/a': feed(['A1', 'A2']) });
    keep('/a');
    await refresh();
    answers['/a'] = feed(['A3']);
    expect(await refresh()).toMatchObject({ added: 1, unchanged: 0 });
    expect(titles()).toEqual(['A1', 'A2', 'A3']);
  });

  test('gives a source without a name that of its feed, and leaves a name alone that the reader gave', async () => {
    const { keep, refresh, library, root } = await openNewsstand({ '/a': feed(['A1']), '/b': feed(['B1']) });
    keep('/a', { name: cleanLine(new URL(root).host) });
    keep('/b');
    await refresh();
    expect(library.sources().map(({ name }) => name)).toEqual(['The Harbour', 'b']);
  });
});

describe('a feed that has not changed', () => {
  test('is known by its server', async () => {
    const { keep, refresh, asked, healthOf } = await openNewsstand({
      '/a': (request, response) => {
        if (request.headers['if-none-match'] === '"1"')
          response.writeHead(304, { 'cache-control': 'max-age=3600' }).end();
        else response.writeHead(200, { etag: '"1"' }).end(feed(['A1']));
      },
    });
    const source = keep('/a');
    await refresh();
    expect(await refresh()).toMatchObject({ done: 1, unchanged: 1, added: 0, changed: 0 });
    expect(asked).toHaveLength(2);
    expect(healthOf(source)).toMatchObject({ etag: '"1"', notBefore: noon + 60 * minute });
  });

  test('is known by its bytes', async () => {
    const { keep, refresh } = await openNewsstand({ '/a': feed(['A1']) });
    keep('/a');
    await refresh();
    expect(await refresh()).toMatchObject({ done: 1, unchanged: 1, added: 0 });
  });

  test('of which one entry changed, changes that one', async () => {
    const { answers, keep, refresh, article } = await openNewsstand({ '/a': feed(['A1', 'A2']) });
    keep('/a');
    await refresh();
    answers['/a'] = feed(['A1', 'A2']).replace('About A2', 'More about A2');
    expect(await refresh()).toMatchObject({ unchanged: 0, added: 0, changed: 1 });
    expect(article('A2').body).toMatchObject([{ spans: [{ text: 'More about A2.' }] }]);
  });
});

describe('a feed that ends in the middle', () => {
  test('is read as far as it goes, and is asked for anew although its server says it has not changed', async () => {
    const { keep, refresh, titles, asked, toldOf } = await openNewsstand({
      '/a': (_, response) => response.writeHead(200, { etag: '"1"' }).end(feed(['A1', 'A2']).slice(0, -90)),
    });
    const source = keep('/a');
    await refresh();
    await refresh();
    expect(titles()).toContain('A1');
    expect(asked[1]!.headers['if-none-match']).toBeUndefined();
    expect(toldOf(source)).toEqual(['markup a: ends in the middle; what came before is kept']);
  });
});

describe('a feed that moved for good', () => {
  test('is adopted where it is once it was read there twice', async () => {
    const { keep, refresh, library, root, paths } = await openNewsstand({
      '/a': status(301, { location: '/new' }),
      '/new': feed(['A1']),
    });
    keep('/a');
    await refresh();
    expect(library.sources()[0]!.location).toBe(`${root}/a`);
    await refresh();
    expect(library.sources()[0]!.location).toBe(`${root}/new`);
    await refresh();
    expect(paths()).toEqual(['/a', '/new', '/a', '/new', '/new']);
  });

  test('is not adopted where something else than a feed is', async () => {
    const { answers, keep, refresh, library, root } = await openNewsstand({
      '/a': feed(['A1']),
      '/portal': page('Log in'),
    });
    keep('/a');
    await refresh();
    answers['/a'] = status(301, { location: '/portal' });
    await refresh();
    await refresh();
    expect(library.sources()[0]!.location).toBe(`${root}/a`);
  });

  test('stays at its old address while another source has the new one', async () => {
    const { keep, refresh, library, root } = await openNewsstand({
      '/a': status(301, { location: '/b' }),
      '/b': feed(['A1']),
    });
    keep('/a');
    keep('/b');
    await refresh();
    await refresh();
    expect(library.sources().map(({ location }) => location)).toEqual([`${root}/a`, `${root}/b`]);
  });
});

test('what the reader ends keeps what was filed', async () => {
  const ending = new AbortController();
  const { keep, refresh, titles, healthOf } = await openNewsstand({
    '/a': feed(['A1']),
    '/b': (_, response) => {
      response.write('<rss>');
      response.on('close', () => undefined);
    },
  });
  const first = keep('/a');
  await refresh();
  const second = keep('/b');
  const { value } = await new Promise<{ value: Awaited<ReturnType<typeof refresh>> }>((resolve, reject) => {
    refresh(true, [first, second], ending.signal).then((value) => resolve({ value }), reject);
    setImmediate(() => ending.abort());
  });
  expect(value.failed).toBe(0);
  expect(titles()).toEqual(['A1']);
  expect(healthOf(second)).toBeUndefined();
});
