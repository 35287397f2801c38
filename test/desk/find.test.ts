import { describe, expect, test } from 'vitest';
import type { RequestListener } from 'node:http';
import { say } from '../../src/text/index.ts';
import { closedPort } from '../web/servers.ts';
import { feed, minute, noon, openNewsstand, page, status, type Answers } from './newsstand.ts';

const never = new AbortController().signal;

async function found(answers: Answers, typed: (root: string) => string = (root) => `${root}/`) {
  const stand = await openNewsstand(answers);
  return { ...stand, found: await stand.desk.find(typed(stand.root), never) };
}

const links = (...offers: readonly string[]) => page('The Harbour Weekly', 60, offers.join(''));
const named = (path: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" href="${path}" title="${title}">`;

describe('an address', () => {
  test('of a feed is that feed', async () => {
    const { found: it, root } = await found({ '/': feed(['A1', 'A2'], '<link>https://harbour.example/</link>') });
    expect(it).toEqual({
      type: 'feed',
      address: `${root}/`,
      name: 'The Harbour',
      site: 'https://harbour.example/',
      entries: 2,
    });
  });

  test('of a page that names feeds offers all of them, and asks for none', async () => {
    const { found: it, root, paths } = await found({ '/': links(named('/all', 'All'), named('/sport', 'Sport')) });
    expect(it).toEqual({
      type: 'offers',
      name: 'The Harbour Weekly',
      feeds: [
        { address: `${root}/all`, name: 'All' },
        { address: `${root}/sport`, name: 'Sport' },
      ],
    });
    expect(paths()).toEqual(['/']);
  });

  test('of a page that only links to feeds offers those that are there', async () => {
    const body = page('The Harbour Weekly', 60, '', '<a href="/news/feed.xml">News</a> <a href="/old/rss">Old</a>');
    const { found: it, root } = await found({ '/': body, '/news/feed.xml': feed(['A1']) });
    expect(it).toMatchObject({ type: 'offers', feeds: [{ address: `${root}/news/feed.xml`, name: 'The Harbour' }] });
  });

  test('of a page that says nothing of feeds is looked through where feeds mostly are, up to the first', async () => {
    const { found: it, root, paths } = await found({ '/': page('The Harbour Weekly'), '/rss.xml': feed(['A1']) });
    expect(it).toMatchObject({ type: 'offers', feeds: [{ address: `${root}/rss.xml`, name: 'The Harbour' }] });
    expect(paths()).toEqual(['/', '/feed', '/rss', '/feed.xml', '/rss.xml']);
  });

  test('of a page without feeds is an article', async () => {
    const { found: it, root } = await found({ '/story': page('The ferry is late') }, (root) => `${root}/story`);
    expect(it).toEqual({ type: 'page', address: `${root}/story`, title: 'The ferry is late' });
  });

  test('does not offer what lies elsewhere in the reader’s network', async () => {
    const { found: it } = await found({ '/': links(named('http://192.168.1.1/admin', 'News'), named('/all', 'All')) });
    expect(it).toMatchObject({ type: 'offers', feeds: [{ name: 'All' }] });
  });

  test.each<[string, Answers, RegExp]>([
    ['nothing', {}, /has nothing at this address any more/],
    [
      'a picture',
      { '/': Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1') },
      /is a picture, and neither a feed nor a page/,
    ],
    ['a list of feeds', { '/': '<opml><body/></opml>' }, /is a list of feeds \(OPML\)/],
    ['an empty page', { '/': '<html><body></body></html>' }, /^There is neither a feed nor an article/],
    [
      'a robot check',
      { '/': '<html><body>Verify you are human. Just a moment.</body></html>' },
      /whether you are a robot/,
    ],
  ])('of %s is told in words', async (_, answers, why) => {
    expect((await found(answers)).found).toEqual({ type: 'failed', why: expect.stringMatching(why) });
  });
});

describe('what is typed', () => {
  test('without a scheme is looked for by https, and then by http', async () => {
    const { found: it, root } = await found(
      { '/feed': feed(['A1']) },
      (root) => ` ${root.replace('http://', '')}/feed `,
    );
    expect(it).toMatchObject({ type: 'feed', address: `${root}/feed` });
  });

  test('with the scheme of feeds is the address behind it', async () => {
    const { found: it, root } = await found({ '/feed': feed(['A1']) }, (root) => `feed:${root}/feed`);
    expect(it).toMatchObject({ type: 'feed', address: `${root}/feed` });
  });

  test.each([
    ['not an address', /not a web address|Only addresses/],
    ['ftp://a.example/', /Only addresses that begin with http/],
    ['', /not a web address|Only addresses/],
  ])('%j is told', async (typed, why) => {
    const { desk } = await openNewsstand();
    expect(await desk.find(typed, never)).toEqual({ type: 'failed', why: expect.stringMatching(why) });
  });

  test('is not waited for when the reader ends it', async () => {
    const ending = new AbortController();
    const { desk, root } = await openNewsstand({ '/': () => ending.abort() });
    expect(await desk.find(root, ending.signal)).toEqual({ type: 'cancelled' });
  });
});

describe('a feed that is kept', () => {
  test('is a source with its entries', async () => {
    const { desk, root, titles, healthOf } = await openNewsstand({ '/feed': feed(['A1', 'A2']) });
    const tags = [say`ports`];
    const { value, problems } = await desk.keepFeed({ address: `${root}/feed`, tags }, never);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ kind: 'feed', name: 'The Harbour', location: `${root}/feed`, kept: true, tags });
    expect(titles()).toEqual(['A1', 'A2']);
    expect(healthOf(value!)).toMatchObject({ fetched: noon, notBefore: noon + 30 * minute });
  });

  test('with many entries is filed batch by batch', async () => {
    const many = Array.from({ length: 250 }, (_, n) => `A${n}`);
    const { desk, root, titles } = await openNewsstand({ '/feed': feed(many) });
    await desk.keepFeed({ address: `${root}/feed` }, never);
    expect(titles()).toHaveLength(250);
  });

  test('again, however its address is written, is the same source', async () => {
    const { desk, root, library, titles } = await openNewsstand({ '/feed': feed(['A1']), '/feed/': feed(['A2']) });
    const first = await desk.keepFeed({ address: `${root}/feed` }, never);
    const again = await desk.keepFeed({ address: `${root}/feed/` }, never);
    expect(again.value).toEqual(first.value);
    expect(library.sources()).toHaveLength(1);
    expect(titles()).toEqual(['A1']);
  });

  test.each<[string, string | RequestListener, RegExp]>([
    ['a page', page('Not a feed'), /What came in place of the feed is a web page/],
    ['a fault', status(500), /fault of its own/],
  ])('is no source when it is %s', async (_, answer, why) => {
    const { desk, root, library } = await openNewsstand({ '/feed': answer });
    const { value, problems } = await desk.keepFeed({ address: `${root}/feed` }, never);
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ kind: 'network', detail: expect.stringMatching(why) }]);
    expect(library.sources()).toEqual([]);
  });

  test('is no source when nobody answers', async () => {
    const { desk, library } = await openNewsstand();
    const { value } = await desk.keepFeed({ address: `http://127.0.0.1:${await closedPort()}/` }, never);
    expect(value).toBeNull();
    expect(library.sources()).toEqual([]);
  });
});
