import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import { openWeb } from '../../src/web/index.ts';
import { feed, noon, openNewsstand, page, type Answers } from './newsstand.ts';

const never = new AbortController().signal;
const inside = 'lies inside your own network. It is only opened when you type its address and agree.';

/** A newsstand on whose network every name under `.example` is this machine. */
async function open(answers: Answers) {
  const web = openWeb({
    userAgent: 'Reader/1',
    now: () => noon,
    environment: {},
    resolve: async () => ['127.0.0.1'],
  });
  const stand = await openNewsstand(answers, { web: async () => web });
  const at = (host: string, path: string) => stand.root.replace('127.0.0.1', host) + path;
  const keepAt = (host: string, path: string) =>
    stand.library.keepSource({ kind: 'feed', name: cleanLine(host), location: cleanLine(at(host, path)), kept: true });
  return { ...stand, at, keepAt };
}

test('a feed whose name comes to lead into the reader’s own network is not asked', async () => {
  const { keepAt, refresh, healthOf, paths } = await open({ '/feed': feed(['A']) });
  const source = keepAt('rebound.example', '/feed');
  await refresh();
  expect(healthOf(source).why).toMatch(new RegExp(`^rebound\\.example:\\d+ ${inside}$`));
  expect(paths()).toEqual([]);
});

test('a name in the reader’s own network that was typed is asked from then on, and no other one', async () => {
  const { desk, at, keepAt, refresh, titles, healthOf, paths } = await open({ '/feed': feed(['A']) });
  expect(await desk.find(at('intranet.example', '/feed'), never)).toMatchObject({ type: 'feed' });
  await desk.keepFeed({ address: at('intranet.example', '/feed') }, never);
  const other = keepAt('rebound.example', '/feed');
  await refresh();
  expect(titles()).toEqual(['A']);
  expect(healthOf(other).why).toContain(inside);
  expect(paths()).toHaveLength(3);
});

test('a public page’s feed on a name that leads into the reader’s own network is not kept', async () => {
  const { desk, at, paths } = await open({ '/feed': feed(['A']) });
  const { value, problems } = await desk.keepFeed({ address: at('offered.example', '/feed') }, never);
  expect(value).toBeNull();
  expect(problems[0]?.detail).toContain(inside);
  expect(paths()).toEqual([]);
});

test('a page at a typed name of the reader’s own network opens, and one that an article links to does not', async () => {
  const { desk, at, paths } = await open({ '/a': page('At home'), '/b': page('Elsewhere') });
  expect(await desk.openPage(at('intranet.example', '/a'), true, never)).toMatchObject({
    type: 'article',
  });
  expect(await desk.openPage(at('rebound.example', '/b'), false, never)).toMatchObject({
    type: 'failed',
    why: expect.stringContaining(inside),
  });
  expect(paths()).toEqual(['/a']);
});

test('an article of a home server may lead to its own host, but to no other port of it', async () => {
  const other = await openNewsstand({ '/': page('The router') });
  const stand = await openNewsstand({ '/near': page('Near') });
  const item = (title: string, link: string) => `<item><title>${title}</title><link>${link}</link></item>`;
  stand.answers['/feed'] =
    `<rss version="2.0"><channel><title>Home</title>${item('Near', '/near')}${item('Far', `${other.root}/`)}</channel></rss>`;
  stand.keep('/feed');
  await stand.refresh();
  expect(await stand.desk.fetchWhole(stand.article('Near').id, never)).toMatchObject({ type: 'article' });
  expect(await stand.desk.fetchWhole(stand.article('Far').id, never)).toMatchObject({
    type: 'failed',
    why: expect.stringContaining(inside),
  });
  expect(other.asked).toEqual([]);
});
