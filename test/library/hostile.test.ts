import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Library } from '../../src/library/index.ts';
import type { ArticleId, Health, Prose, SourceId } from '../../src/news/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { asked, day, entry, everything, folder, ids, keep, link, now, open } from './shelf.ts';

const body: Prose = [
  { type: 'heading', level: 2, spans: [{ text: cleanLine('Head') }] },
  {
    type: 'paragraph',
    spans: [
      { text: cleanLine('strong'), strong: true, link: 0, breaks: true },
      { text: cleanLine('em'), emphasis: true, struck: true, code: true },
    ],
  },
  {
    type: 'list',
    start: 3,
    loose: true,
    entries: [{ done: false, blocks: [{ type: 'rule' }] }, { blocks: [{ type: 'quote', blocks: [] }] }],
  },
  { type: 'code', language: cleanLine('ts'), spans: [{ text: cleanLine('let'), token: 'keyword' }] },
  {
    type: 'figure',
    alt: cleanLine('A table'),
    caption: [{ text: cleanLine('Two men') }],
    credit: null,
    address: cleanLine('a.png'),
  },
  {
    type: 'table',
    aligns: ['left', null],
    head: [[{ text: cleanLine('x') }]],
    rows: [[[{ text: cleanLine('y') }], []]],
  },
  { type: 'alsoSee', wording: cleanLine('Also see'), spans: [{ text: cleanLine('Talks'), link: 0 }] },
  { type: 'footnotes', notes: [{ label: cleanLine('1'), blocks: [{ type: 'notice', text: cleanLine('n') }] }] },
];

function shelved(): { readonly library: Library; readonly db: DatabaseSync } {
  const at = folder();
  const library = open(at);
  const source = keep(library);
  const told = entry({ id: 'a', body, links: [link('b')], tags: ['t'], summary: 's', published: day(2, 3) });
  const picture = { address: cleanLine('p.png'), alt: cleanLine('alt'), caption: null, credit: cleanLine('c') };
  library.file(
    source.id,
    [{ ...told, picture, place: cleanLine('Goma'), updated: day(2, 4), problems: [{ detail: cleanLine('odd') }] }],
    now,
  );
  const db = new DatabaseSync(join(at, 'library.db'));
  return { library, db };
}

test('an article comes back as it was filed', () => {
  const { library, db } = shelved();
  db.close();
  expect(library.article('a' as ArticleId)).toEqual({
    id: 'a',
    corrected: false,
    kind: 'news',
    title: 'a',
    summary: 's',
    byline: null,
    publisher: 'The news',
    source: library.sources()[0]!.id,
    published: day(2, 3),
    words: 100,
    tags: ['t'],
    alsoSee: 0,
    background: 0,
    linkedFrom: 0,
    status: { read: 'unread', bookmarked: false, place: null, progress: 0, tags: [], readAt: null, bookmarkedAt: null },
    body,
    links: [{ ...link('b'), target: null, guess: null }],
    linkedFromArticles: [],
    picture: { address: 'p.png', alt: 'alt', caption: null, credit: 'c' },
    place: 'Goma',
    address: null,
    authorNote: null,
    language: null,
    updated: day(2, 4),
    path: 'a.md',
    version: 'filed',
    versions: ['filed'],
    problems: [{ detail: 'odd' }],
  });
});

const health = (source: SourceId): Health => ({
  source,
  tried: null,
  fetched: null,
  notBefore: null,
  failures: 0,
  failingSince: null,
  why: null,
  gone: false,
  etag: null,
  lastModified: null,
  digest: null,
  movedTo: null,
  movedReads: 0,
  site: null,
});

const evil = '\u001b]52;c;ZXZpbA==\u0007\u202e\u009b31m';

test('no text of a tampered library can steer the terminal', () => {
  const { library, db } = shelved();
  library.mark(['a' as ArticleId], { tags: [cleanLine('own')] }, now);
  library.setProblems(library.sources()[0]!.id, [{ kind: 'date', where: cleanLine('x'), detail: cleanLine('y') }]);
  library.noteHealth(health(library.sources()[0]!.id));
  library.fileWhole('a' as ArticleId, { ...entry({ path: null }), body }, now);
  db.exec('PRAGMA foreign_keys = OFF');
  const columns: Readonly<Record<string, readonly string[]>> = {
    sources: ['name'],
    headlines: ['title', 'summary', 'byline', 'publisher'],
    links: ['text', 'address'],
    problems: ['place', 'detail'],
    tags: ['tag'],
    health: ['why', 'moved_to', 'site'],
    pages: ['summary', 'byline'],
  };
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names) db.prepare(`UPDATE ${table} SET ${name} = ?`).run(evil);
  }
  const tampered = JSON.stringify(body).replaceAll(/"text":"[^"]*"/g, `"text":${JSON.stringify(evil)}`);
  db.prepare('UPDATE bodies SET prose = ?, details = ?').run(
    tampered,
    JSON.stringify({ place: evil, picture: { alt: evil }, problems: [{ detail: evil }] }),
  );
  const links = JSON.stringify([{ relation: 'inline', text: evil, address: evil }]);
  db.prepare('UPDATE bodies SET links = ?').run(links);
  db.prepare('UPDATE pages SET prose = ?, details = ?').run(tampered, JSON.stringify({ authorNote: evil }));
  db.prepare('UPDATE sources SET tags = ?').run(JSON.stringify([evil]));
  db.prepare('UPDATE headlines SET tags = ?').run(JSON.stringify([evil]));
  db.prepare('UPDATE statuses SET tags = ?').run(JSON.stringify([evil]));
  db.close();
  const scope = library.sources().map(({ id }) => id);
  const seen = JSON.stringify([
    library.article('a' as ArticleId),
    library.article('a' as ArticleId, 'filed'),
    library.sources(),
    library.health(),
    library.problems(scope),
    library.tags(scope),
    library.headlines(everything, scope, { from: 'start', limit: 9 }),
    library.search(asked('strong'), scope, 9),
  ]);
  // JSON writes controls as \u001b and the like; other signs it leaves as they are.
  expect(seen).not.toMatch(/\\u00|[\u007f-\u009f\u202e]/);
  expect(seen).toContain(']52;c;ZXZpbA==');
});

test.each([
  [
    'numbers too large for any date',
    'UPDATE articles SET published = 9223372036854775807, words = 9223372036854775807',
  ],
  ['numbers below any date', 'UPDATE articles SET published = -9223372036854775807, words = -5'],
  ['a body that is no JSON', "UPDATE bodies SET prose = '[{', details = '\"'"],
  ['a body of another shape', `UPDATE bodies SET prose = '{"type":"list"}', details = '[1, null]'`],
  [
    'blocks of another shape',
    `UPDATE bodies SET prose = '[1, null, {"type":"x"}, {"type":"list","entries":5}, {"type":"table","rows":[1,[2,[3]]]}, {"type":"paragraph","spans":[{"text":7}]}]'`,
  ],
  [
    'a body nested without end',
    `UPDATE bodies SET prose = '${'[{"type":"quote","blocks":'.repeat(3000)}[]${'}]'.repeat(3000)}'`,
  ],
  ['no body', 'DELETE FROM bodies'],
  ['tags that are none', `UPDATE headlines SET tags = '{"a":1}'`],
  [
    'states that are none',
    `INSERT INTO statuses (article, read, bookmarked, block, progress, tags) VALUES ('a', 77, 9, -4, 5.5, 'x')`,
  ],
  [
    'links of a filed text that are none',
    `INSERT INTO pages VALUES ((SELECT key FROM articles), '[{}]', '7', NULL, NULL, 5, ''); UPDATE bodies SET links = '[1, {"text":2}]'`,
  ],
  ['a page that is none', `INSERT INTO pages VALUES ((SELECT key FROM articles), 'x', '', NULL, NULL, -5, '')`],
  [
    'health that is none',
    `INSERT INTO health (source, failures, gone, moved_reads, tried) VALUES ((SELECT key FROM sources), -1, 7, -9, 9223372036854775807)`,
  ],
  ['a kind of source that is none', `UPDATE sources SET kind = 'x', tags = '{}'`],
  ['a relation that is none', `UPDATE links SET relation = 'x'`],
  ['a mark that is none', `INSERT INTO changes (program, at, mark) VALUES ('x', 0, 'y')`],
])('%s in a tampered library are no crash', (_, sql) => {
  const { library, db } = shelved();
  db.exec(sql);
  db.close();
  expect(ids(library)).toEqual(['a']);
  library.article('a' as ArticleId, 'filed');
  expect(library.health().every(({ failures }) => failures >= 0)).toBe(true);
  const article = library.article('a' as ArticleId)!;
  expect(article.words).toBeGreaterThanOrEqual(0);
  expect(article.status.progress).toBeLessThanOrEqual(1);
  expect(article.published === null || !Number.isNaN(new Date(article.published).getTime())).toBe(true);
  expect(Array.isArray(article.body)).toBe(true);
  expect(
    library.search(
      asked('strong'),
      library.sources().map(({ id }) => id),
      9,
    ).length,
  ).toBeLessThanOrEqual(1);
});
