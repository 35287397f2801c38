import { expect, test } from 'vitest';
import type { Hit, Library } from '../../src/library/index.ts';
import { asked, day, found, ids, keep, open, shelve } from './shelf.ts';

function shelved(): Library {
  const library = open();
  shelve(
    library,
    keep(library),
    { id: 'body', title: 'Talks in Goma', body: 'The rebels met the minister.', published: day(5, 1) },
    { id: 'title', title: 'The rebels', body: 'Nothing.', published: day(1, 1) },
    { id: 'summary', title: 'Congo', summary: 'Who are the rebels?', body: '', published: day(2, 1) },
    { id: 'accents', title: 'Élection à São Tomé', body: 'Ein Überblick: naïve Straßen, ΟΔΟΣ.' },
    { id: 'chinese', title: '外交部长访问卢旺达', body: '两国签署了协议。' },
    { id: 'thai', title: 'Thai', body: 'ประเทศไทยและรวันดา' },
    { id: 'hindi', title: 'Hindi', body: 'विदेश मंत्री ने किया' },
  );
  return library;
}

test.each([
  ['rebels', ['title', 'summary', 'body']],
  ['REBELS minister', ['body']],
  ['reb', ['title', 'summary', 'body']],
  ['re', []],
  ['"the rebels"', ['title', 'summary', 'body']],
  ['"rebels the"', []],
  ['election sao', ['accents']],
  ['ÉLECTION', ['accents']],
  ['uberblick', ['accents']],
  ['οδος', ['accents']],
  ['外交部', ['chinese']],
  ['交部长', ['chinese']],
  ['部外交', []],
  ['协议', ['chinese']],
  ['รวันดา', ['thai']],
  ['मंत्री', ['hindi']],
  ['nothing-at-all', []],
  ['', []],
  ['  ', []],
])('%j finds %j', (words, expected) => {
  const library = shelved();
  expect(found(library, words).map(({ headline }) => headline.id)).toEqual(expected);
});

test.each([
  '"',
  '"""',
  'a OR',
  'NOT',
  '(',
  ')',
  'title:',
  '{title}:',
  'x*',
  '*',
  '^a',
  'NEAR(a b)',
  '-a',
  "'",
  '\\',
  ';--',
  'a"b"c',
  '\u0000',
  '😀',
  '\ud800',
  '"a',
  'AND AND',
  '+',
  'body : x',
  'ﬁ',
  'x'.repeat(5000),
  'a '.repeat(5000),
])('no sign that is typed is an error: %j', (words) => {
  const library = shelved();
  expect(found(library, words, 50).length).toBeGreaterThanOrEqual(0);
  expect(
    ids(library, null, { conditions: [{ type: 'text', words }], sort: 'relevance' }).length,
  ).toBeGreaterThanOrEqual(0);
});

test('of equally good matches the newest comes first', () => {
  const library = open();
  const same = { title: 'Same', body: 'words' };
  shelve(
    library,
    keep(library),
    { ...same, path: '1', published: day(1, 1) },
    { ...same, path: '2', published: day(3, 1) },
    { ...same, path: '3', published: day(2, 1) },
  );
  expect(found(library, 'words', 50).map(({ headline }) => headline.published)).toEqual([
    day(3, 1),
    day(2, 1),
    day(1, 1),
  ]);
});

test('an old article with the word in its title is found among very many with it in the body', () => {
  const library = open();
  const source = keep(library);
  shelve(library, source, { id: 'old', title: 'Rebels', published: day(1, 1) });
  shelve(
    library,
    source,
    ...Array.from({ length: 700 }, (_, index) => ({ id: `new${index}`, body: 'rebels', published: day(2, 1) + index })),
  );
  const hits = found(library, 'rebels', 10);
  expect(hits[0]?.headline.id).toBe('old');
  expect(hits).toHaveLength(10);
});

test('only the sources asked for are searched', () => {
  const library = shelved();
  expect(library.search(asked('rebels'), [], 50)).toEqual([]);
  const other = keep(library, '/other');
  shelve(library, other, { id: 'z', title: 'More rebels' });
  expect(library.search(asked('rebels'), [other.id], 50).map(({ headline }) => headline.id)).toEqual(['z']);
});

test('the new counts more than the old, and a title more than that', () => {
  const library = open();
  shelve(
    library,
    keep(library),
    { id: 'old', title: 'A', body: 'The rebels, rebels.', published: day(1, 1) },
    { id: 'new', title: 'B', body: 'The rebels, rebels.', published: day(11, 1) },
    { id: 'titled', title: 'Rebels', body: 'The rebels.', published: day(1, 1) },
  );
  expect(found(library, 'rebels').map(({ headline }) => headline.id)).toEqual(['titled', 'new', 'old']);
});

test('what is asked beside words narrows what is searched, and is searched alone', () => {
  const library = shelved();
  expect(found(library, 'rebels -title:rebels after:2025-03').map(({ headline }) => headline.id)).toEqual(['body']);
  expect(
    found(library, 'rebels OR title:hindi is:unread')
      .map(({ headline }) => headline.id)
      .toSorted(),
  ).toEqual(['body', 'hindi', 'summary', 'title']);
  expect(found(library, 'is:read')).toEqual([]);
  expect(found(library, 'after:2025-03').map(({ headline }) => headline.id)).toEqual(['body']);
});

test('a hit says where in the text it stands', () => {
  const library = open();
  shelve(library, keep(library), { id: 'a', body: `${'Before.  '.repeat(50)}\n\nThe \n rebels met.` });
  expect(found(library, 'rebel')[0]?.place).toEqual({ block: 1, offset: 'The '.length });
  expect(found(library, 'is:unread')[0]?.place).toBeNull();
});

test('what an article no longer says is not found', () => {
  const library = open();
  const source = keep(library);
  shelve(library, source, { path: 'a.md', body: 'before', published: day(1, 1) });
  shelve(library, source, { path: 'a.md', body: 'after', published: day(2, 2) });
  expect(found(library, 'before', 9)).toEqual([]);
  expect(found(library, 'after', 9)).toHaveLength(1);
  library.withdraw(source.id, ['a.md']);
  expect(found(library, 'after', 9)).toEqual([]);
});

test.each([
  ['a short body whole', 'The rebels met.', 'rebels', 'The [rebels] met.'],
  [
    'each place of each word',
    'Rebels, rebels and the minister.',
    'minister rebels',
    '[Rebels], [rebels] and the [minister].',
  ],
  ['a word that is only begun', 'The rebellion of rebels.', 'reb', 'The [rebellion] of [rebels].'],
  [
    'a phrase as one',
    'The UN Security  Council met. Security failed.',
    '"security council"',
    'The UN [Security Council] met. Security failed.',
  ],
  ['accents as they are written', 'Élection à São Tomé', 'sao election', '[Élection] à [São] Tomé'],
  ['letters of scripts without spaces', '中国外交部长访问。', '外交部', '中国[外交部]长访问。'],
  [
    'the best part of a long body',
    `${'Much before. '.repeat(30)}The rebels met the minister. ${'Much after. '.repeat(30)}`,
    'rebels minister',
    '…before. Much before. Much before. The [rebels] met the [minister]. Much after. Much after. Much after. Much after. Much after. Much after. Much after. Much after.…',
  ],
])('a snippet shows %s', (_, body, words, shown) => {
  const library = open();
  shelve(library, keep(library), { id: 'a', body });
  const [hit] = found(library, words, 1);
  expect(drawn(hit!)).toBe(shown);
});

test('an article without a body shows its summary', () => {
  const library = shelved();
  const hit = found(library, 'rebels', 9).find(({ headline }) => headline.id === 'summary');
  expect(drawn(hit!)).toBe('Who are the [rebels]?');
});

function drawn({ snippet }: Hit): string {
  return snippet.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}
