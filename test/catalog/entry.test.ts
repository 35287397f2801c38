import { describe, expect, test } from 'vitest';
import { readEntry } from '../../src/catalog/index.ts';
import { plainText } from '../../src/prose/index.ts';
import type { Entry } from '../../src/news/index.ts';

function entryOf(text: string, path = 'articles/talks.md'): Entry {
  const { value } = readEntry(path, text);
  if (!value) throw new Error('no article');
  return value;
}

function matter(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\nThe body.\n`;
}

function says(text: string, path = 'articles/talks.md'): readonly string[] {
  return readEntry(path, text).problems.map(({ where, detail }) => `${where}: ${detail}`);
}

const day = (date: string) => Date.parse(date);

describe('fields under the names that programs give them', () => {
  test.each<[string, keyof Entry, unknown]>([
    ['id: rwanda', 'declaredId', 'rwanda'],
    ['title: Talks in Kigali', 'title', 'Talks in Kigali'],
    ['title: 012', 'title', '012'],
    ['title: "\\e[41;17H\\x9bTalks\\a"', 'title', '[41;17HTalks'],
    ['description: Two ministers met.', 'summary', 'Two ministers met.'],
    ['excerpt: Two ministers met.', 'summary', 'Two ministers met.'],
    ['author: News Desk', 'byline', 'News Desk'],
    ['authors: [Ada Obi, Lin Wei]', 'byline', 'Ada Obi, Lin Wei'],
    ['author: { name: Ada Obi, email: a@b.example }', 'byline', 'Ada Obi'],
    ['authors: [{ name: Ada Obi }, { name: Lin Wei }]', 'byline', 'Ada Obi, Lin Wei'],
    ['author: ["[[Ada Obi]]"]', 'byline', 'Ada Obi'],
    ['source: The Express Tribune', 'publisher', 'The Express Tribune'],
    ['credit: The Express Tribune', 'publisher', 'The Express Tribune'],
    ['source: https://news.example/talks', 'address', 'https://news.example/talks'],
    ['source: https://news.example/talks', 'publisher', null],
    ['date: 2025-04-21', 'published', day('2025-04-21')],
    ['pubDate: "Mon, 21 Apr 2025 10:00:00 GMT"', 'published', day('2025-04-21T10:00Z')],
    ['published: 21 April 2025', 'published', day('2025-04-21')],
    ['lastmod: 2025-04-22', 'updated', day('2025-04-22')],
    ['updatedDate: Apr 22 2025', 'updated', day('2025-04-22')],
    ['last_modified_at: 2025-04-22', 'updated', day('2025-04-22')],
    ['place: Islamabad', 'place', 'Islamabad'],
    ['url: https://news.example/talks', 'address', 'https://news.example/talks'],
    ['permalink: /2025/talks/', 'aliases', ['/2025/talks/']],
    ['slug: talks', 'aliases', ['talks']],
    ['aliases: [Kigali talks, Talks]', 'aliases', ['Kigali talks', 'Talks']],
    ['tags: [trade, "#diplomacy", Trade]', 'tags', ['trade', 'diplomacy']],
    ['tags: trade, diplomacy', 'tags', ['trade', 'diplomacy']],
    ['categories: [world]', 'tags', ['world']],
    ['keywords: trade', 'tags', ['trade']],
    ['authorNote: Writes on trade.', 'authorNote', 'Writes on trade.'],
    ['kind: backgrounder', 'kind', 'backgrounder'],
    ['type: post', 'kind', 'news'],
    ['lang: pt_br', 'language', 'pt-BR'],
    ['image: a.jpg', 'picture', { address: 'a.jpg', alt: '', caption: null, credit: null }],
    [
      'heroImage: { src: a.jpg, alt: A table }',
      'picture',
      { address: 'a.jpg', alt: 'A table', caption: null, credit: null },
    ],
    [
      'image: { address: a.jpg, alt: A, caption: B, credit: C }',
      'picture',
      { address: 'a.jpg', alt: 'A', caption: 'B', credit: 'C' },
    ],
    ['image: { caption: Two tables }', 'picture', { address: '', alt: '', caption: 'Two tables', credit: null }],
    ['cover: { image: a.jpg }', 'picture', { address: 'a.jpg', alt: '', caption: null, credit: null }],
    ['title: ~', 'title', 'Talks'],
  ])('%s', (line, field, expected) => {
    expect(entryOf(matter(line))[field]).toEqual(expected);
  });

  test.each(['draft: true', 'draft: yes', 'published: false'])('%s keeps the article back', (line) => {
    expect(readEntry('a.md', matter(line)).value).toBeNull();
  });

  test('drafts of Jekyll are kept back by their folder', () => {
    expect(readEntry('_drafts/a.md', 'text').value).toBeNull();
  });
});

describe('what is wrong is said, and the article appears all the same', () => {
  test.each([
    ['published: soon', 'published is not a date: “soon”'],
    ['date: 2024-13-45', 'date is not a date: “2024-13-45”'],
    ['date: [1]', 'date is not a date: “["1"]”'],
    ['title: { a: 1 }', 'title is not text: “{"a":"1"}”'],
    ['url: javascript:alert(1)', 'url is not a web address: “javascript:alert(1)”'],
    ['image: "file:///etc/passwd"', 'image has no address that a picture could be at: “file:///etc/passwd”'],
    ['draft: perhaps', 'draft is neither true nor false: “perhaps”'],
    ['kind: opinion', 'kind is neither news nor backgrounder: “opinion”'],
    ['title: a\ntitle: b', 'title is given twice; the last is used'],
    ['a:\n\t- b', 'YAML: tabs are not allowed as indentation'],
  ])('%s', (line, sentence) => {
    const text = matter(line);
    expect(says(text)).toEqual([`articles/talks.md: ${sentence}`]);
    expect(entryOf(text).problems).toEqual([{ detail: sentence }]);
    expect(plainText(entryOf(text).body)).toContain('The body.');
  });

  test.each([
    [
      '---js\n({ title: process.exit(1) })\n---\nThe body.',
      'front matter is ignored: it is in “js”; only YAML and TOML are read',
    ],
    [matter(`a: ${'x'.repeat(70_000)}`), 'front matter is ignored: it is longer than 64 KB'],
    [
      matter(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`),
      'front matter is ignored: its brackets are nested deeper than 32 levels',
    ],
    [
      matter('a: &a [x, x]', ...Array.from({ length: 12 }, (_, n) => `k${n}: &k${n} [*a, *a, *a, *a, *a]`)),
      'front matter is ignored: excessive alias count indicates a resource exhaustion attack',
    ],
    [
      matter('a: *nobody'),
      'front matter is ignored: unresolved alias (the anchor must be set before the alias): nobody',
    ],
  ])('front matter that is not read (%#)', (text, sentence) => {
    expect(says(text)).toEqual([`articles/talks.md: ${sentence}`]);
    expect(plainText(entryOf(text).body)).toBe('The body.');
  });

  test('a circle of aliases is no value of any field', () => {
    expect(says(matter('tags: &a [*a]'))).toEqual(['articles/talks.md: tags is not a list of words: “a list”']);
  });

  test('names that reach for prototypes reach nothing', () => {
    entryOf(
      matter(
        '__proto__:',
        '  polluted: 1',
        'constructor:',
        '  prototype:',
        '    polluted: 1',
        '<<: { __proto__: { polluted: 1 } }',
      ),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('where front matter ends', () => {
  test.each([
    ['no front matter', 'The body.', 'The body.'],
    ['empty', '---\n---\nThe body.', 'The body.'],
    ['CRLF', '---\r\ntitle: x\r\n---\r\nThe body.', 'The body.'],
    ['a byte order mark', '\ufeff---\ntitle: x\n---\nThe body.', 'The body.'],
    ['closed with dots', '---\ntitle: x\n...\nThe body.', 'The body.'],
    ['TOML', '+++\ntitle = "x"\n+++\nThe body.', 'The body.'],
  ])('%s', (_name, text, body) => {
    expect(plainText(entryOf(text).body)).toBe(body);
    expect(says(text)).toEqual([]);
  });

  test.each([
    ['never closed', '---\ntitle: x\nThe body.'],
    ['four dashes', '----\nThe body.\n----\n'],
    ['a rule, then text', '---\nThe body, with a rule above.\n\n---\nAnd one below.'],
    ['only dashes', '---\nThe body.'],
  ])('%s: all of it is body', (_name, text) => {
    expect(plainText(entryOf(text).body)).toContain('The body');
    expect(entryOf(text).title).toBe('Talks');
  });
});

describe('TOML', () => {
  const toml = [
    '+++',
    '# a comment',
    'title = "Talks \\"in\\" Kigali"',
    "description = 'Two met.'",
    'date = 2025-04-21T10:00:00Z',
    'tags = [',
    '  "trade", # goods',
    '  "tea",',
    ']',
    'draft = false',
    '[params]',
    'author = "Ada Obi"',
    '+++',
    'The body.',
  ].join('\n');

  test('is read as Hugo writes it', () => {
    const { title, summary, published, tags, byline } = entryOf(toml);
    expect({ title, summary, published, tags, byline }).toEqual({
      title: 'Talks "in" Kigali',
      summary: 'Two met.',
      published: day('2025-04-21T10:00Z'),
      tags: ['trade', 'tea'],
      byline: 'Ada Obi',
    });
  });

  test('a line that is none of it is said', () => {
    expect(says('+++\nwhat is this\n+++\n')).toEqual([
      'articles/talks.md: TOML: a line is not understood: what is this',
    ]);
  });
});

describe('title', () => {
  test.each([
    ['the first heading', '# Talks in Kigali\n\nThe body.', 'a.md', 'Talks in Kigali', 'The body.'],
    [
      'declared, and not repeated',
      '---\ntitle: Talks in Kigali\n---\n# Talks in Kigali!\n\nThe body.',
      'a.md',
      'Talks in Kigali',
      'The body.',
    ],
    [
      'declared, with another heading',
      '---\ntitle: Talks\n---\n# Tea\n\nThe body.',
      'a.md',
      'Talks',
      'Tea\n\nThe body.',
    ],
    ['a file name', 'The body.', 'articles/tea-and_trade.md', 'Tea and trade', 'The body.'],
    ['a file name with a date', 'The body.', '2025-04-21-tea-and-trade.md', 'Tea and trade', 'The body.'],
    ['a file that speaks for its folder', 'The body.', 'tea-and-trade/index.md', 'Tea and trade', 'The body.'],
    ['an empty file', '', 'empty.md', 'Empty', ''],
  ])('%s', (_name, text, path, title, body) => {
    const entry = entryOf(text, path);
    expect([entry.title, plainText(entry.body)]).toEqual([title, body]);
  });
});

test('a file name tells the date where front matter does not', () => {
  expect(entryOf('text', '_posts/2025-04-21-tea.md').published).toBe(day('2025-04-21'));
  expect(entryOf('---\ndate: 2025-04-22\n---\n', '_posts/2025-04-21-tea.md').published).toBe(day('2025-04-22'));
});

test.each([
  ['backgrounders/a.md', 'backgrounder'],
  ['world/explainers/a.md', 'backgrounder'],
  ['background/a.md', 'backgrounder'],
  ['articles/backgrounders.md', 'news'],
])('%s is a %s', (path, kind) => {
  expect(entryOf('text', path).kind).toBe(kind);
});

test('tags in the text count, but for numbers, links and code', () => {
  expect(entryOf('---\ntags: [tea]\n---\nOn #trade and #Tea, see #12, a#b and (#east-africa/dr-congo).').tags).toEqual([
    'tea',
    'trade',
    'east-africa/dr-congo',
  ]);
});

describe('links of front matter', () => {
  const text = [
    '---',
    'background:',
    '  - "[[un-council|The Security Council]]"',
    '  - sco.md',
    'alsoSee:',
    '  - Tea exports grow',
    '  - Cricket in Kigali',
    '  - { title: The pact, url: "https://news.example/pact" }',
    '---',
    'See [the treaty](treaty.md).',
    '',
    'Also see: Tea exports grow',
    '',
  ].join('\n');

  test('follow those of the body, and none is made twice', () => {
    expect(entryOf(text).links.map(({ relation, text: words, address }) => [relation, words, address])).toEqual([
      ['inline', 'the treaty', 'treaty.md'],
      ['also-see', 'Tea exports grow', null],
      ['background', 'The Security Council', 'un-council'],
      ['background', 'sco.md', 'sco.md'],
      ['also-see', 'Cricket in Kigali', null],
      ['also-see', 'The pact', 'https://news.example/pact'],
    ]);
  });

  test('sources close the body, each with its link', () => {
    const entry = entryOf(matter('sources: [{ name: UN, url: "https://un.example/" }, A printed book]'));
    expect(plainText(entry.body)).toMatch(/^The body\.\n\nSources\n\nUN\n+A printed book$/);
    expect(entry.links.map(({ address }) => address)).toEqual(['https://un.example/']);
  });
});

test('a credit that is a sentence closes the body and names no publisher', () => {
  const entry = entryOf(matter('credit: Told from a report in the Tribune.', 'sources: [The Tribune]'));
  expect(plainText(entry.body)).toMatch(/^The body\.\n\nTold from a report in the Tribune\.\n\nSources/);
  expect(entry.publisher).toBeNull();
});

test('the fingerprint changes with the text and with nothing else', () => {
  const one = entryOf('One.', 'a.md').fingerprint;
  expect(entryOf('One.', 'moved/b.md').fingerprint).toBe(one);
  expect(entryOf('One!', 'a.md').fingerprint).not.toBe(one);
});
