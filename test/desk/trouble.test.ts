import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDesk, type DeskOptions } from '../../src/desk/index.ts';
import { say } from '../../src/text/index.ts';
import { openWeb } from '../../src/web/index.ts';
import { closedPort } from '../web/servers.ts';
import { feed, minute, noon, openNewsstand, page, status } from './newsstand.ts';

describe('a feed that cannot be read', () => {
  test.each<[string, Parameters<typeof openNewsstand>[0], RegExp]>([
    [
      'is missing',
      {},
      /^network a: 127\.0\.0\.1:\d+ has nothing at this address any more \(status 404\)\. It is asked again after .+$/,
    ],
    [
      'has a fault',
      { '/a': status(500) },
      /^network a: .* fault of its own \(status 500\)\. Try again later\. It is asked again after/,
    ],
    [
      'became a page',
      { '/a': page('Parked') },
      /^network a: What came in place of the feed is a web page\. Look in the browser/,
    ],
    [
      'became a picture',
      { '/a': Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1') },
      /^network a: What came in place of the feed is a picture\./,
    ],
    [
      'is cut',
      {
        '/a': (_, response) => {
          response.writeHead(200, { 'content-length': '9999' }).write(feed(['A1']));
          setImmediate(() => response.destroy());
        },
      },
      /broke off before its end\. Nothing of it is used/,
    ],
  ])('because it %s: it is told, and nothing is filed', async (_, answers, words) => {
    const { keep, refresh, titles, toldOf, healthOf } = await openNewsstand(answers);
    const source = keep('/a');
    const { says, ...round } = await refresh();
    expect(round).toMatchObject({ done: 1, failed: 1, added: 0 });
    expect(titles()).toEqual([]);
    expect(toldOf(source)[0]).toMatch(words);
    expect(says).toHaveLength(1);
    expect(healthOf(source)).toMatchObject({
      failures: 1,
      failingSince: noon,
      fetched: null,
      notBefore: noon + 15 * minute,
    });
  });

  test('is asked less and less, says since when, and is well again once it answers', async () => {
    const { answers, keep, refresh, clock, toldOf, healthOf, titles } = await openNewsstand({ '/a': status(500) });
    const source = keep('/a');
    await refresh(false);
    clock.now += 15 * minute;
    await refresh(false);
    expect(healthOf(source)).toMatchObject({ failures: 2, failingSince: noon, notBefore: clock.now + 30 * minute });
    expect(toldOf(source)[0]).toContain('2 times in a row');
    answers['/a'] = feed(['A1']);
    await refresh();
    expect(healthOf(source)).toMatchObject({ failures: 0, failingSince: null, why: null });
    expect(toldOf(source)).toEqual([]);
    expect(titles()).toEqual(['A1']);
  });

  test('and keeps what it had', async () => {
    const { answers, keep, refresh, titles } = await openNewsstand({ '/a': feed(['A1']) });
    keep('/a');
    await refresh();
    answers['/a'] = page('Log in to this network');
    await refresh();
    expect(titles()).toEqual(['A1']);
  });

  test('because it is gone is not asked again, until it is named', async () => {
    const { answers, keep, refresh, toldOf } = await openNewsstand({ '/a': status(410), '/b': feed(['B1']) });
    const source = keep('/a');
    keep('/b');
    expect(await refresh()).toMatchObject({ asked: 2, failed: 1 });
    expect(toldOf(source)[0]).toMatch(/taken away for good\. It is not asked any more, until you do\./);
    expect(await refresh()).toMatchObject({ asked: 1 });
    answers['/a'] = feed(['A1']);
    expect(await refresh(true, [source])).toMatchObject({ asked: 1, added: 1 });
    expect(toldOf(source)).toEqual([]);
  });

  test('that asks for a pause gets it from whoever names it, and from another program', async () => {
    const stand = await openNewsstand({ '/a': status(503, { 'retry-after': '7200' }) });
    const one = stand.keep('/a');
    await stand.refresh();
    const later = openDesk(stand.library, () => noon + minute, {
      web: async () => openWeb({ userAgent: 'Reader/1', now: () => noon + minute, environment: {} }),
    });
    onTestFinished(() => later.close());
    const { problems } = await later.refresh([one], true, () => {}, new AbortController().signal);
    expect(stand.paths()).toEqual(['/a']);
    expect(problems.map(({ detail }) => detail)).toEqual([expect.stringMatching(/left alone for 2 hours/)]);
  });

  test('because its server asks for a pause is left alone for so long', async () => {
    const { keep, refresh, clock, healthOf } = await openNewsstand({ '/a': status(429, { 'retry-after': '7200' }) });
    const source = keep('/a');
    await refresh(false);
    expect(healthOf(source)).toMatchObject({ failures: 0, notBefore: noon + 120 * minute });
    clock.now += 119 * minute;
    expect(await refresh(false)).toMatchObject({ asked: 0 });
  });

  test('holds up no others', async () => {
    const { keep, refresh, library, titles } = await openNewsstand({ '/a': feed(['A1']) });
    const nowhere = `http://127.0.0.1:${await closedPort()}/`;
    library.keepSource({ ...keep('/a'), location: nowhere });
    keep('/a');
    const { says } = await refresh();
    expect(says).toEqual([expect.stringContaining('Nothing answers at 127.0.0.1')]);
    expect(titles()).toEqual(['A1']);
  });
});

describe('a feed that breaks the worker', () => {
  test.each([
    ['takes for ever', 'FOR EVER', 400, /it took longer than 0\.4 s/],
    ['fills the memory', 'WITHOUT MEASURE', 60_000, /it needed too much memory/],
    ['makes it throw', 'IN ANGER', 60_000, /it could not be read: no/],
  ])('because it %s: is told, and the others are filed', async (_, bad, patience, words) => {
    const worker = new URL('./stubborn.worker.ts', import.meta.url);
    const answers = { '/a': feed(['A1']), '/bad': feed([bad]), '/c': feed(['C1']) };
    const { keep, refresh, titles, toldOf } = await openNewsstand(answers, { worker, patience, heap: 48 });
    keep('/a');
    const source = keep('/bad');
    keep('/c');
    expect(await refresh()).toMatchObject({ done: 3, added: 2, failed: 1 });
    expect(titles()).toEqual(['A1', 'C1']);
    expect(toldOf(source)[0]).toMatch(words);
  });
});

test('of many feeds that came together, each that breaks the worker is told, and each of the others is filed once', async () => {
  const worker = new URL('./stubborn.worker.ts', import.meta.url);
  const names = Array.from({ length: 30 }, (_, n) => `${n}`);
  const isBad = (name: string): boolean => Number(name) % 9 === 4;
  const answers = Object.fromEntries(
    names.map((name) => [`/${name}`, feed(isBad(name) ? ['IN ANGER'] : [`A${name}`, `B${name}`])]),
  );
  const { keep, refresh, titles, library } = await openNewsstand(answers, { worker, patience: 60_000 });
  const sources = names.map((name) => keep(`/${name}`));
  const well = names.filter((name) => !isBad(name));
  expect(await refresh()).toMatchObject({ done: 30, failed: 3, added: 2 * well.length });
  expect(titles()).toHaveLength(2 * well.length);
  expect(library.problems(sources.map(({ id }) => id)).map(({ where }): string => where)).toEqual(['4', '13', '22']);
});

test('given up while feeds wait to be filed, a refresh ends; what was filed stays, nothing is held against the rest', async () => {
  const answers = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`/${n}`, feed([`A${n}`])]));
  const { keep, desk, library, refresh, titles } = await openNewsstand(answers);
  for (let n = 0; n < 40; n++) keep(`/${n}`);
  const ending = new AbortController();
  const { value } = await desk.refresh(library.sources(), true, () => ending.abort(), ending.signal);
  expect(value.done).toBeGreaterThan(0);
  expect(value.done).toBeLessThan(40);
  expect(titles().length).toBeGreaterThanOrEqual(value.added);
  expect(library.health().every(({ failures }) => failures === 0)).toBe(true);
  await refresh();
  expect(titles()).toHaveLength(40);
});

test('a library that fails ends the round with its error', async () => {
  const { keep, refresh, home } = await openNewsstand({ '/a': feed(['A1']), '/b': feed(['B1']) });
  keep('/a');
  keep('/b');
  const db = new DatabaseSync(join(home, 'library.db'));
  db.exec('DROP TABLE names');
  db.close();
  await expect(refresh()).rejects.toThrow(/Part of the library .* cannot be read\. Start the program again/);
});

describe('when nothing can be looked for', () => {
  const offline: DeskOptions = {
    web: async () => ({ get: async () => ({ type: 'failed', kind: 'offline', why: say`Offline.` }) }),
  };

  test('one sentence says so, and it is not held against the feeds', async () => {
    const { keep, refresh, healthOf, toldOf } = await openNewsstand({}, offline);
    const source = keep('/a');
    keep('/b');
    const { says, failed } = await refresh();
    expect(says).toEqual([
      'the network: No source could be looked for: this machine seems to be offline. Refresh once it is connected.',
    ]);
    expect(failed).toBe(2);
    expect(healthOf(source)).toBeUndefined();
    expect(toldOf(source)).toEqual([]);
  });
});
