import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../src/news/index.ts';
import { plainText } from '../../src/prose/index.ts';
import { feed, openNewsstand, page, status, type Answers } from './newsstand.ts';

const never = new AbortController().signal;

/** Opens a page as if its address was typed, and returns what came of it. */
async function opened(answers: Answers, path = '/story') {
  const stand = await openNewsstand(answers);
  const open = (at = path, typed = true, from: ArticleId | null = null) =>
    stand.desk.openPage(at.startsWith('http') ? at : stand.root + at, typed, never, from);
  return { ...stand, open, outcome: await open() };
}

describe('a page that was typed', () => {
  test('becomes an article of its site, which is kept', async () => {
    const head = '<meta property="og:site_name" content="The Harbour"><meta name="author" content="Ada Quay">';
    const after =
      '<aside class="related"><h2>Also see</h2><a href="/other">How the harbour came to be built</a></aside>';
    const { outcome, article, library, root } = await opened({ '/story': page('The ferry is late', 60, head, after) });
    const { id, byline, publisher, address, links, words } = article('The ferry is late');
    expect(outcome).toEqual({ type: 'article', article: id, wall: null });
    expect({ byline, publisher, address }).toEqual({
      byline: 'Ada Quay',
      publisher: 'The Harbour',
      address: `${root}/story`,
    });
    expect(words).toBeGreaterThan(500);
    expect(links).toMatchObject([
      { relation: 'also-see', text: 'How the harbour came to be built', address: `${root}/other` },
    ]);
    expect(library.sources()).toMatchObject([{ kind: 'page', name: 'The Harbour', location: `${root}/`, kept: true }]);
  });

  test('is returned from the library when it is here, without a request', async () => {
    const { open, outcome, paths } = await opened({ '/story': page('The ferry is late') });
    expect(await open('/story?utm_source=feed#top')).toEqual(outcome);
    expect(paths()).toEqual(['/story']);
  });

  test('is kept once by the address that it gives itself, and known by both', async () => {
    const canonical = '<link rel="canonical" href="/story">';
    const { open, outcome, library, paths } = await opened(
      { '/story?page=print': page('The ferry is late', 60, canonical) },
      '/story?page=print',
    );
    expect(await open('/story')).toEqual(outcome);
    expect(await open('/story?page=print')).toEqual(outcome);
    expect(paths()).toEqual(['/story?page=print']);
    expect(library.sources()).toHaveLength(1);
  });

  test('cannot pass itself off as a page of another site, or as the front page', async () => {
    const other = page('The ferry is late', 60, '<link rel="canonical" href="https://bank.example/">');
    const front = page('The ferry is early', 60, '<link rel="canonical" href="/">');
    const { open, article, root } = await opened({ '/story': other, '/early': front });
    await open('/early');
    expect(article('The ferry is late').address).toBe(`${root}/story`);
    expect(article('The ferry is early').address).toBe(`${root}/early`);
  });

  test('in Markdown or plain text is read as that', async () => {
    const { outcome, article } = await opened({ '/notes.md': '# Notes on tides\n\nThey come and *go*.' }, '/notes.md');
    expect(outcome).toMatchObject({ type: 'article', article: article('Notes on tides').id });
  });
});

describe('what cannot be opened in place is told', () => {
  const gate = (words: string) => `<html><head><title>Wait</title></head><body><p>${words}</p></body></html>`;
  test.each<[string, Answers[string], RegExp, boolean]>([
    ['a PDF', '%PDF-1.7\n1 0 obj', /^This is a PDF, not a page to read\. Open it in the browser\.$/, false],
    ['a picture sent as a page', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), /^This is a picture/, false],
    ['a feed', feed(['A1']), /^This is a feed, not a page\. Add it as a source/, false],
    [
      'a list of feeds',
      '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/"/></body></opml>',
      /^This is a list of feeds \(OPML\)/,
      false,
    ],
    ['a missing page', status(404, {}, 'no'), /has nothing at this address any more/, false],
    [
      'a robot check',
      gate('Just a moment. Verify you are human.'),
      /checks first whether you are a robot\. Open it in the browser/,
      true,
    ],
    [
      'a cookie wall',
      gate('Before you continue: we use cookies. Accept all cookies?'),
      /behind a cookie wall: .* Open it in the browser/,
      true,
    ],
    [
      'a page of scripts',
      gate('Please enable JavaScript to see this page.'),
      /has no text of its own: a script has to run/,
      true,
    ],
    [
      'a paywall without a beginning',
      gate('Subscribe to read the full article. Already a subscriber?'),
      /behind a paywall: .* Open it in the browser/,
      true,
    ],
    ['an empty page', '<html><body></body></html>', /^There is no text on the page\. Open it in the browser\.$/, false],
  ])('%s', async (_, answer, words, wall) => {
    const { outcome, titles } = await opened({ '/story': answer });
    expect(outcome).toEqual({ type: 'failed', why: expect.stringMatching(words), wall });
    expect(titles()).toEqual([]);
  });

  test('a page behind a paywall shows its beginning, and says so', async () => {
    const words = '<p class="paywall">Subscribe to read the full article.</p>';
    const { outcome } = await opened({
      '/story': page('The ferry is late', 6, '', words).replace('</article>', `${words}</article>`),
    });
    expect(outcome).toEqual({
      type: 'article',
      article: expect.any(String),
      wall: expect.stringContaining('behind a paywall'),
    });
  });

  test('a request that the reader ends', async () => {
    const ending = new AbortController();
    const { desk, root } = await openNewsstand({ '/story': () => ending.abort() });
    expect(await desk.openPage(`${root}/story`, true, ending.signal)).toEqual({ type: 'cancelled' });
  });

  test.each([['ftp://a.example/'], ['javascript:alert(1)'], ['http://a.example:25/']])('%s', async (address) => {
    const { desk, asked } = await openNewsstand();
    expect(await desk.openPage(address, true, never)).toMatchObject({ type: 'failed', wall: false });
    expect(asked).toEqual([]);
  });
});

describe('a link', () => {
  test('may not lead into the reader’s own network', async () => {
    const { open, asked, library } = await opened({}, 'https://127.0.0.1.invalid/');
    const outcome = await open('/story', false);
    expect(outcome).toMatchObject({ type: 'failed', why: expect.stringContaining('inside your own network') });
    expect(asked).toEqual([]);
    expect(library.sources()).toEqual([]);
  });

  test('of an article from a server in that network may lead to another page of it, and to no other', async () => {
    const { open, outcome, library, titles, root } = await opened({
      '/story': page('The ferry is late'),
      '/other': page('The old quay'),
    });
    const from = outcome.type === 'article' ? outcome.article : null;
    expect(await open('/other', false, from)).toMatchObject({ type: 'article' });
    expect(titles()).toEqual(['The ferry is late', 'The old quay']);
    expect(await open(root.replace('127.0.0.1', 'localhost'), false, from)).toMatchObject({ type: 'failed' });
    expect(library.sources()).toHaveLength(1);
  });

  test('that is followed does not keep the site, and typing it does', async () => {
    const { open, library } = await opened({ '/story': page('The ferry is late'), '/other': page('The old quay') });
    const [site] = library.sources();
    library.changeSource(site!.id, { kept: false });
    await open('/other', false, library.articleWithAddress(`${site!.location}story`));
    expect(library.sources()[0]!.kept).toBe(false);
    await open('/other', true);
    expect(library.sources()[0]!.kept).toBe(true);
  });
});

/** A feed at /feed whose one entry is the beginning of the page at /story. */
const excerpt = (words = 'The ferry was late.') =>
  `<rss version="2.0"><channel><title>The Harbour</title><item><title>The ferry is late</title><link>/story</link>
    <description>${words}</description></item></channel></rss>`;

describe('the whole text', () => {
  async function excerpted(answers: Answers, words?: string) {
    const stand = await openNewsstand({ '/feed': excerpt(words), ...answers });
    stand.keep('/feed');
    await stand.refresh();
    const { id } = stand.article('The ferry is late');
    return { ...stand, id, whole: () => stand.desk.fetchWhole(id, never) };
  }

  test('is kept beside the excerpt, and asked for once', async () => {
    const { whole, id, library, paths } = await excerpted({ '/story': page('The ferry is late today') });
    expect(await whole()).toEqual({ type: 'article', article: id, wall: null });
    expect(library.article(id)).toMatchObject({
      title: 'The ferry is late',
      version: 'page',
      versions: ['filed', 'page'],
    });
    expect(plainText(library.article(id, 'filed')!.body)).toBe('The ferry was late.');
    expect(await whole()).toEqual({ type: 'article', article: id, wall: null });
    expect(paths()).toEqual(['/feed', '/story']);
  });

  test('stays when the feed is read again', async () => {
    const { answers, whole, id, library, refresh } = await excerpted({ '/story': page('The ferry is late') });
    await whole();
    answers['/feed'] = excerpt('The ferry was very late.');
    await refresh();
    expect(library.article(id)!.versions).toEqual(['filed', 'page']);
    expect(plainText(library.article(id, 'filed')!.body)).toBe('The ferry was very late.');
  });

  test('behind a paywall that shows no more than the feed is not kept', async () => {
    const wall = '<p class="paywall">Subscribe to read the full article.</p>';
    const { whole, id, library } = await excerpted(
      { '/story': page('The ferry is late', 3).replace('</article>', `${wall}</article>`) },
      'word '.repeat(200),
    );
    expect(await whole()).toEqual({ type: 'failed', why: expect.stringContaining('behind a paywall'), wall: true });
    expect(library.article(id)!.versions).toEqual(['filed']);
  });

  test('of a page with less text than the feed gave is not kept', async () => {
    const { whole } = await excerpted({ '/story': page('The ferry is late', 2) }, 'word '.repeat(200));
    expect(await whole()).toMatchObject({
      type: 'failed',
      why: expect.stringContaining('less text than is here already'),
    });
  });

  test('is what opening the address of an article that is only a headline brings', async () => {
    const { desk, id, library, root } = await excerpted({ '/story': page('The ferry is late') }, '');
    expect(library.article(id)!.words).toBe(0);
    expect(await desk.openPage(`${root}/story`, false, never)).toEqual({ type: 'article', article: id, wall: null });
    expect(library.article(id)!.version).toBe('page');
  });

  test('comes with each new article of a source that is to be whole', async () => {
    const { answers, library, refresh, id, paths } = await excerpted({ '/story': page('The ferry is late') });
    library.changeSource(library.sources()[0]!.id, { whole: true });
    await refresh();
    expect(library.article(id)!.version).toBe('page');
    answers['/feed'] = excerpt().replaceAll('/story', '/gone').replace('is late', 'is lost');
    await refresh();
    await refresh();
    expect(paths()).toEqual(['/feed', '/feed', '/story', '/feed', '/gone', '/feed']);
  });
});
