import { expect, test } from 'vitest';
import type { Library } from '../../src/library/index.ts';
import type { ArticleId, Link } from '../../src/news/index.ts';
import { keep, link, now, open, shelve, type Told } from './shelf.ts';

const target: Told = {
  id: 'sco-talks',
  path: 'articles/2025/SCO talks.md',
  title: 'Pakistan’s minister meets the head of the “SCO”',
  aliases: ['The SCO', '/old/talks/'],
  address: 'https://www.example.org/talks/?utm_source=feed',
};

const leads: readonly (readonly [string, Link, boolean])[] = [
  ['a path beside it', link('./2025/SCO%20talks.md'), true],
  ['a path beside it without a dot', link('2025/sco talks'), true],
  ['a path over the folder above', link('../articles/2025/SCO talks.md#names'), true],
  ['a path from the top', link('/articles/2025/SCO talks'), true],
  ['a path out of the source', link('../../articles/2025/SCO talks.md'), false],
  ['a path that is not there', link('./SCO talks.md'), false],
  ['a wikilink to the file', link('SCO talks'), true],
  ['a wikilink to the end of its path', link('2025/SCO talks#names'), true],
  ['a wikilink to an alias', link('the sco'), true],
  ['a wikilink to the id', link('sco-talks'), true],
  ['a wikilink to half a name', link('talks'), false],
  ['an alias that is a path', link('/old/talks'), true],
  ['its address', link('http://example.org/talks#top'), true],
  ['another address', link('https://example.org/other'), false],
  ['a mail address', link('mailto:sco-talks@example.org'), false],
  ['a place in the same article', link('#names'), false],
  ['its title', link(null, "Pakistan's Minister meets the head of the SCO", 'also-see'), true],
  ['half its title', link(null, 'Pakistan’s minister', 'also-see'), false],
  ['its id for a title', link(null, 'sco-talks', 'background'), true],
  ['its title, the address being elsewhere', link('https://other.org/', 'The SCO', 'also-see'), true],
  ['words that happen to be its title', link('https://other.org/', 'The SCO', 'inline'), false],
];

test.each(leads)('%s', (_, one, found) => {
  const library = open();
  const source = keep(library);
  const [from] = shelve(library, source, { path: 'articles/from.md', links: [one] }, target);
  expect(targets(library, from!)).toEqual([found ? 'sco-talks' : null]);
});

test.each(leads.filter(([, , found]) => found))('%s, when the target comes later, goes and returns', (_, one) => {
  const library = open();
  const source = keep(library);
  const [from] = shelve(library, source, { path: 'articles/from.md', links: [one] });
  expect(targets(library, from!)).toEqual([null]);
  shelve(library, source, target);
  expect(targets(library, from!)).toEqual(['sco-talks']);
  library.withdraw(source.id, [target.path!]);
  expect(library.article(from!)?.links).toMatchObject([{ target: null, address: one.address, text: one.text }]);
  shelve(library, source, target);
  expect(targets(library, from!)).toEqual(['sco-talks']);
});

test('a title leads into the same source first, and whatever order things are filed in', () => {
  for (const order of ['own', 'other'] as const) {
    const library = open();
    const [own, other] = [keep(library, '/own'), keep(library, '/other')];
    const [from] = shelve(library, own, { path: 'from.md', links: [link(null, 'Talks', 'also-see')] });
    const filed = {
      own: () => shelve(library, own, { id: 'mine', title: 'Talks' }),
      other: () => shelve(library, other, { id: 'theirs', title: 'Talks' }),
    };
    filed[order]();
    filed[order === 'own' ? 'other' : 'own']();
    expect(targets(library, from!)).toEqual(['mine']);
    library.withdraw(own.id, ['mine.md']);
    expect(targets(library, from!)).toEqual(['theirs']);
  }
});

test('no link leads into a source that was only opened once, until it is kept', () => {
  const library = open();
  const [own, once] = [keep(library, '/own'), keep(library, '/once', false)];
  const [from] = shelve(library, own, { path: 'from.md', links: [link(null, 'Talks')] });
  shelve(library, once, { id: 'theirs', title: 'Talks' });
  expect(targets(library, from!)).toEqual([null]);
  keep(library, '/once');
  expect(targets(library, from!)).toEqual(['theirs']);
});

test('a link follows its target to a new title, and stays behind when nothing bears the old one', () => {
  const library = open();
  const source = keep(library);
  const [from] = shelve(library, source, { path: 'from.md', links: [link(null, 'Old'), link(null, 'New')] });
  shelve(library, source, { path: 'to.md', id: 'to', title: 'Old' });
  expect(targets(library, from!)).toEqual(['to', null]);
  shelve(library, source, { path: 'to.md', id: 'to', title: 'New' });
  expect(targets(library, from!)).toEqual([null, 'to']);
});

test('what links here is the inverse, newest first, and counted', () => {
  const library = open();
  const source = keep(library);
  const links = [link('to'), link('/to.md'), link(null, 'To', 'also-see'), link('b', 'b', 'background')];
  shelve(
    library,
    source,
    { path: 'to.md', id: 'to', title: 'To' },
    { id: 'a', links, published: now - 2 },
    { id: 'b', links, published: now - 1 },
  );
  expect(library.article('to' as ArticleId)).toMatchObject({
    linkedFrom: 2,
    linkedFromArticles: [{ id: 'b' }, { id: 'a' }],
  });
  expect(library.article('a' as ArticleId)).toMatchObject({ alsoSee: 1, background: 1, linkedFrom: 0 });
  expect(library.headlinesOf(['b' as ArticleId])).toMatchObject([{ linkedFrom: 1 }]);
  expect(
    library.headlines({ conditions: [{ type: 'links-to', target: 'to' as ArticleId }], sort: 'newest' }, [source.id], {
      from: 'start',
      limit: 9,
    }).rows,
  ).toMatchObject([{ id: 'b' }, { id: 'a' }]);
  library.withdraw(source.id, ['b.md']);
  expect(library.headlinesOf(['to' as ArticleId])).toMatchObject([{ linkedFrom: 1 }]);
});

test('links keep their order, words and status of their targets', () => {
  const library = open();
  const source = keep(library);
  shelve(
    library,
    source,
    { id: 'to' },
    { id: 'from', links: [link('https://a.org', 'A'), link('to', 'B', 'also-see')] },
  );
  library.mark(['to' as ArticleId], { bookmarked: true }, now);
  expect(library.article('from' as ArticleId)?.links).toMatchObject([
    { text: 'A', address: 'https://a.org', relation: 'inline', target: null },
    { text: 'B', relation: 'also-see', target: { id: 'to', status: { bookmarked: true } } },
  ]);
});

test('articles are found by address, title and the beginning of their id', () => {
  const library = open();
  const source = keep(library);
  shelve(library, source, target, { id: 'sco-past', title: 'Past' }, { id: 'other' });
  expect(library.articleWithAddress('http://example.org/talks')).toBe('sco-talks');
  expect(library.articleWithAddress('talks')).toBeNull();
  expect(library.articleTitled('THE SCO', [source.id])).toBe('sco-talks');
  expect(library.articleTitled('THE SCO', [])).toBeNull();
  expect(library.idsStarting('sco', 10)).toEqual(['sco-past', 'sco-talks']);
  expect(library.idsStarting('sco', 1)).toEqual(['sco-past']);
});

function targets(library: Library, id: ArticleId): readonly (string | null)[] {
  return library.article(id)!.links.map((link) => link.target?.id ?? null);
}
