import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import type { ArticleId, Entry } from '../../src/news/index.ts';
import type { Library } from '../../src/library/index.ts';
import {
  asked,
  fed,
  type Fed,
  feed,
  ids,
  keep,
  keepFeed,
  keepPages,
  link,
  now,
  open,
  shelve,
  textOf,
} from './shelf.ts';

const day = 86_400_000;
const excerpt: Fed = {
  guid: '17',
  title: 'Bridge opens',
  address: 'https://one.example/bridge',
  published: now - 9 * day,
  body: 'How it begins: the mayor spoke.',
  links: [link('https://one.example/mayor', 'the mayor')],
  words: 5,
};

/** The page of the article, as it is fetched. */
function page(told: Partial<Entry> = {}): Entry {
  const read = fed({
    title: 'Bridge opens | One',
    address: 'https://one.example/2025/bridge',
    published: now,
    body: 'The whole text, with the engineer.',
    links: [link('https://one.example/engineer', 'the engineer'), link(null, 'Ferry stops', 'also-see')],
    words: 900,
  });
  return { ...read, byline: cleanLine('A. Writer'), language: cleanLine('en'), ...told };
}

function opened(): { library: Library; id: ArticleId } {
  const library = open();
  const [id] = feed(library, keepFeed(library), excerpt);
  return { library, id: id! };
}

const found = (library: Library, words: string) =>
  library
    .search(
      asked(words),
      library.sources().map(({ id }) => id),
      10,
    )
    .map(({ headline }) => headline.id);

test('the whole text is shown from now on, with its words and links, and what was filed stays', () => {
  const { library, id } = opened();
  expect(library.fileWhole(id, page(), now)).toBe(true);
  expect(library.article(id)).toMatchObject({
    version: 'page',
    versions: ['filed', 'page'],
    title: 'Bridge opens',
    published: now - 9 * day,
    byline: 'A. Writer',
    language: 'en',
    address: 'https://one.example/bridge',
    words: 900,
    alsoSee: 1,
    links: [{ text: 'the engineer' }, { text: 'Ferry stops', relation: 'also-see' }],
  });
  expect(textOf(library, id)).toBe('The whole text, with the engineer.');
  expect(library.article(id, 'filed')).toMatchObject({ version: 'filed', links: [{ text: 'the mayor' }] });
  expect(textOf(library, id, 'filed')).toBe('How it begins: the mayor spoke.');
});

test('the words of the whole text are found, and those that only the feed had are not', () => {
  const { library, id } = opened();
  expect([found(library, 'mayor'), found(library, 'engineer')]).toEqual([[id], []]);
  library.fileWhole(id, page(), now);
  expect([found(library, 'mayor'), found(library, 'engineer'), found(library, 'bridge')]).toEqual([[], [id], [id]]);
});

test('links of both texts lead to what is here', () => {
  const { library, id } = opened();
  const [mayor, engineer] = feed(
    library,
    library.sources()[0]!,
    { guid: '1', title: 'The mayor', address: 'https://one.example/mayor' },
    { guid: '2', title: 'The engineer', address: 'https://one.example/engineer' },
  );
  const targets = (version: 'filed' | 'page') => library.article(id, version)?.links.map(({ target }) => target?.id);
  expect(targets('filed')).toEqual([mayor]);
  library.fileWhole(id, page(), now);
  expect(targets('page')).toEqual([engineer, undefined]);
  expect(targets('filed')).toEqual([mayor]);
  expect(library.headlinesOf([mayor!, engineer!]).map(({ linkedFrom }) => linkedFrom)).toEqual([0, 1]);
});

test('a correction by the feed changes what was filed, and leaves the page', () => {
  const { library, id } = opened();
  const [source] = library.sources();
  library.fileWhole(id, page(), now);
  const corrected = fed({
    ...excerpt,
    title: 'Bridge opens at last',
    body: 'How it began.',
    links: [link('https://x.example/')],
  });
  expect(library.file(source!.id, [corrected], now)).toMatchObject({ changed: [id] });
  expect(library.article(id)).toMatchObject({
    version: 'page',
    title: 'Bridge opens at last',
    byline: 'A. Writer',
    words: 900,
    alsoSee: 1,
    links: [{ text: 'the engineer' }, { text: 'Ferry stops' }],
  });
  expect(textOf(library, id)).toBe('The whole text, with the engineer.');
  expect(textOf(library, id, 'filed')).toBe('How it began.');
  expect(library.article(id, 'filed')?.links).toMatchObject([{ address: 'https://x.example/' }]);
  expect(found(library, 'engineer')).toEqual([id]);
  expect(library.file(source!.id, [corrected], now)).toMatchObject({ changed: [], unchanged: 1 });
});

test('a page that is fetched anew replaces the one before', () => {
  const { library, id } = opened();
  library.fileWhole(id, page(), now);
  library.fileWhole(id, page({ ...fed({ body: 'Rewritten.' }), fingerprint: 'v2' }), now);
  expect(textOf(library, id)).toBe('Rewritten.');
  expect(textOf(library, id, 'filed')).toBe('How it begins: the mayor spoke.');
  expect(library.article(id, 'filed')?.links).toMatchObject([{ text: 'the mayor' }]);
});

test('what the article says itself stays, whatever its page says', () => {
  const library = open();
  const source = keepFeed(library);
  const told = { ...fed(excerpt), byline: cleanLine('B. Reporter'), language: cleanLine('cy') };
  const [id] = library.file(source.id, [told], now).added;
  library.fileWhole(id!, page(), now);
  expect(library.article(id!)).toMatchObject({ byline: 'B. Reporter', language: 'cy' });
});

test('the article is found by the address of its page, and links to that lead to it', () => {
  const { library, id } = opened();
  const [other] = feed(library, library.sources()[0]!, {
    guid: '2',
    title: 'Other',
    links: [link('https://one.example/2025/bridge')],
  });
  library.fileWhole(id, page(), now);
  expect(library.articleWithAddress('https://one.example/2025/bridge')).toBe(id);
  expect(library.article(other!)?.links).toMatchObject([{ target: { id } }]);
});

test('what another feed tells of the page is the article', () => {
  const { library, id } = opened();
  library.fileWhole(id, page(), now);
  const other = keepFeed(library, 'https://two.example/feed');
  expect(feed(library, other, { guid: 'b', title: 'Other words', address: 'https://one.example/2025/bridge' })).toEqual(
    [],
  );
  expect(ids(library, other)).toEqual([id]);
});

test('a page without text changes nothing, and one of an article that is not here is told', () => {
  const { library, id } = opened();
  expect(library.fileWhole(id, page({ body: [] }), now)).toBe(true);
  expect(library.article(id)).toMatchObject({ version: 'filed', versions: ['filed'] });
  expect(library.fileWhole('nobody' as ArticleId, page(), now)).toBe(false);
});

test('an entry without a text is a headline only, until its page comes', () => {
  const library = open();
  const [id] = feed(library, keepFeed(library), { ...excerpt, body: [] });
  expect(library.article(id!)).toMatchObject({ versions: [], body: [] });
  library.fileWhole(id!, page(), now);
  expect(library.article(id!)).toMatchObject({ version: 'page', versions: ['page'] });
  expect(textOf(library, id!, 'filed')).toBe('The whole text, with the engineer.');
});

test('an article that is only a headline in one feed goes to the one that has its text', () => {
  const library = open();
  const lister = keepFeed(library, 'https://list.example/feed');
  const [id] = feed(library, lister, { ...excerpt, body: [] });
  const source = keepFeed(library);
  expect(library.file(source.id, [fed(excerpt)], now).changed).toEqual([id]);
  expect(library.file(lister.id, [fed({ ...excerpt, body: [] })], now).unchanged).toBe(1);
  expect(library.article(id!)).toMatchObject({ source: source.id, versions: ['filed'] });
});

test('texts from the web are let go, the oldest first; headline, state and what finds them stay', () => {
  const library = open();
  const source = keepFeed(library);
  const filed = ['a', 'b', 'c'].map((name, index) => {
    const entry = fed({ guid: name, title: `Story ${name}`, summary: 'In short', body: `Text of ${name}.` });
    return library.file(source.id, [entry], now + index * day).added[0]!;
  });
  library.mark([filed[0]!], { read: 'read' }, now);
  library.fileWhole(filed[1]!, page(), now + day);
  expect(library.letGo(now + 2 * day, 1)).toBe(1);
  expect(filed.map((id) => library.article(id)?.versions)).toEqual([[], ['filed', 'page'], ['filed']]);
  expect(library.letGo(now + 2 * day, 10)).toBe(1);
  expect(library.letGo(now + 2 * day, 10)).toBe(0);
  expect(library.article(filed[0]!)).toMatchObject({ title: 'Story a', body: [], status: { read: 'read' } });
  expect([found(library, 'story short'), found(library, 'text')]).toMatchObject([{ length: 3 }, [filed[2]]]);
  const { id: scope } = source;
  expect(
    library
      .search(asked('short'), [scope], 1)[0]
      ?.snippet.map(({ text }) => text)
      .join(''),
  ).toBe('In short');
});

test('what the reader marked, what is half read, and what is no copy of the web is not let go', () => {
  const library = open();
  const source = keepFeed(library);
  const [bookmarked, tagged, half, read] = feed(
    library,
    source,
    ...['a', 'b', 'c', 'd'].map((guid) => ({ guid, title: guid })),
  );
  library.mark([bookmarked!], { bookmarked: true }, now);
  library.mark([tagged!], { tags: [cleanLine('keep')] }, now);
  library.notePlace(half!, { block: 1, offset: 0 }, 0.4, now);
  library.mark([read!], { read: 'read' }, now);
  const [file] = shelve(library, keep(library), { path: 'a.md', body: 'Mine.' });
  const [visited] = feed(library, keepPages(library), { title: 'P', address: 'https://one.example/p' });
  expect(library.letGo(now + day, 100)).toBe(2);
  const here = [bookmarked, tagged, half, read, file, visited].map((id) => library.article(id!)!.versions.length);
  expect(here).toEqual([1, 1, 1, 0, 1, 0]);
});

test('what was let go stays so while its feed lists it unchanged, also in another feed, and comes back with a correction', () => {
  const library = open();
  const source = keepFeed(library);
  const [id] = feed(library, source, excerpt);
  library.letGo(now + day, 10);
  expect(library.file(source.id, [fed(excerpt)], now)).toMatchObject({ unchanged: 1, changed: [] });
  const other = keepFeed(library, 'https://two.example/feed');
  expect(library.file(other.id, [fed(excerpt)], now)).toMatchObject({ unchanged: 1, changed: [] });
  expect(library.article(id!)?.versions).toEqual([]);
  library.file(source.id, [fed({ ...excerpt, body: 'Corrected.' })], now);
  expect(textOf(library, id!)).toBe('Corrected.');
});

test('the page of what was let go brings its text back', () => {
  const { library, id } = opened();
  library.letGo(now + day, 10);
  library.fileWhole(id, page(), now + 2 * day);
  expect(library.article(id)).toMatchObject({ version: 'page', versions: ['page'] });
  expect(library.letGo(now + day, 10)).toBe(0);
});
