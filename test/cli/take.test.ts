import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import type { ArticleId, Source } from '../../src/news/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import type { NewSource } from '../../src/library/index.ts';
import { call, callJson } from './call.ts';
import { fakeLibrary, shipped } from './fake.ts';
import { village } from './village.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'take-')));
  mkdirSync(join(folder, 'notes'));
  writeFileSync(join(folder, 'page.txt'), 'text');
  writeFileSync(join(folder, 'one.md'), 'text');
});

/** A desk that finds two new articles in every folder, and the bridge in every file. */
const desk: Partial<Desk> = {
  async takeInFolder(_, progress) {
    progress({
      files: 2,
      gone: 0,
      filed: { added: ['a' as ArticleId, 'b' as ArticleId], changed: [], unchanged: 0, problems: [] },
    });
    return { problems: [{ kind: 'date', where: say`b.md`, detail: say`published is not a date: “soon”` }] };
  },
  connect: async () => 0,
  takeInFile: async () => ({ value: 'bridge-opens' as ArticleId, problems: [] }),
  importPageText: async () => ({
    value: { article: 'bridge-opens' as ArticleId, pieces: ['crossings' as ArticleId] },
    problems: [],
  }),
};

function setting() {
  const made: NewSource[] = [];
  const library = village();
  const keepSource = library.keepSource.bind(library);
  library.keepSource = (source) => {
    made.push(source);
    return keepSource(source);
  };
  return { made, library, desk, context: { folder } };
}

test('add keeps a folder under its name, or the one that is given', async () => {
  const given = setting();
  const { code, out, err } = await call(['add', 'notes'], given);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: 'notes: 2 new, 0 changed\n',
    err: 'b.md: published is not a date: “soon”\n',
  });
  expect(given.made).toEqual([{ kind: 'folder', name: 'notes', location: join(folder, 'notes'), kept: true }]);
  const named = await callJson(['add', 'notes', '--name', 'My notes'], given);
  expect(named.envelope.data).toEqual({
    articles: [],
    offers: [],
    sources: [
      {
        source: { id: 'new', kind: 'folder', name: 'My notes', location: join(folder, 'notes') },
        files: 2,
        added: 2,
        changed: 0,
      },
    ],
  });
});

test('add keeps a file', async () => {
  expect((await call(['add', 'one.md'], setting())).out).toBe('bridge-opens  Bridge opens four years late\n');
});

test.each([
  { path: 'nothing', says: 'nothing: There is no such file or folder.' },
  { path: 'ouse.example', says: 'There is no such file or folder. For what is on the web, write https://ouse.example' },
  { path: '/dev/null', says: '/dev/null: This is neither a folder nor a regular file.' },
])('$path is no source: exit 1', async ({ path, says }) => {
  const { code, out, err } = await call(['add', path], setting());
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(says);
});

test('import tells the article, and the pieces that a page lists', async () => {
  expect((await call(['import', 'page.txt'], setting())).out)
    .toBe(`bridge-opens  2025-04-21  ●  Bridge opens four years late · The Ouse Post · 3 min
Listed on the page
crossings              ●★ A history of crossings · Also See · 10 min
`);
  const { envelope } = await callJson(['import', 'one.md'], setting());
  expect(envelope.data).toMatchObject({ articles: [{ id: 'bridge-opens' }], pieces: [], marked: [] });
  expect((await call(['import', 'notes'], setting())).err).toBe(
    'notes: This is a folder, and no export of another program. "alsosee add" keeps a folder as a source.\n',
  );
});

test('refresh reads the kept folders, or the one that is named', async () => {
  const other: Source = { ...shipped, id: 'other' as Source['id'], name: say`Other`, kept: false };
  const library = fakeLibrary([], [shipped, other]);
  expect((await call(['refresh'], { library, desk })).out).toBe('Also See: 2 new, 0 changed\n');
  expect((await call(['refresh', '--source', 'other'], { library, desk })).out).toBe('Other: 2 new, 0 changed\n');
  expect(await call(['refresh'], { library: fakeLibrary([], [other]), desk })).toEqual({
    code: 0,
    out: '',
    err: 'No feed or folder is kept. "alsosee add URL" or "alsosee add DIR" keeps one.\n',
  });
});

test('check tells what leads nowhere, with the file, and exits 1', async () => {
  const library = village();
  const context = { folder, scratch: async () => ({ library, desk: desk as Desk }) };
  const { code, out, err } = await call(['check', 'notes'], { context });
  expect({ code, out }).toEqual({ code: 1, out: '4 articles, 5 links: 2 problems\n' });
  expect(err).toBe(`b.md: published is not a date: “soon”
articles/bridge.md: "Also see" leads nowhere: What the mill said
`);
  const { envelope } = await callJson(['check', 'notes'], { context });
  expect(envelope).toMatchObject({
    ok: false,
    data: { folder: join(folder, 'notes'), files: 2, articles: 4, links: 5, unresolved: 1 },
    problems: [{ kind: 'date' }, { kind: 'unresolved-link' }],
  });
  expect((await call(['check', 'one.md'], { context })).code).toBe(1);
});

test('check tells which files are drafts, and which fields nothing is made of; neither is a problem', async () => {
  const scratch = async () => ({
    library: fakeLibrary([]),
    desk: { ...desk, takeInFolder: async () => ({ problems: [] }) } as Desk,
  });
  writeFileSync(join(folder, 'notes', 'a.md'), '---\ntitle: A\nlayout: wide\nDate: 2025-04-21\nmood: calm\n---\nA.\n');
  writeFileSync(join(folder, 'notes', 'b.md'), '---\ntitle: B\nlayout: wide\ndraft: true\n---\nB.\n');
  const { code, out, err } = await call(['check', 'notes'], { context: { folder, scratch } });
  expect({ code, out, err }).toEqual({
    code: 0,
    out: 'no articles, no links: no problems\n',
    err: 'Kept back as 1 draft: b.md\nNothing is made of these fields: layout (2 files), mood (1 file)\n',
  });
  const { envelope } = await callJson(['check', 'notes'], { context: { folder, scratch } });
  expect(envelope.data).toMatchObject({
    drafts: ['b.md'],
    unknownFields: [
      { name: 'layout', files: 2 },
      { name: 'mood', files: 1 },
    ],
  });
});

test('inspect reads a file or standard input, and tells how', async () => {
  const seen: unknown[] = [];
  const inspecting: Partial<Desk> = {
    async inspect(name, bytes) {
      seen.push([name, Buffer.from(bytes).toString()]);
      return {
        value: {
          format: 'page-text',
          article: null,
          links: [],
          pieces: [],
          site: say`Ouse`,
          why: [say`Read as a page.`],
        },
        problems: [],
      };
    },
  };
  const context = { folder, input: async () => Buffer.from('typed') };
  expect((await call(['inspect', 'page.txt'], { desk: inspecting, context })).out).toBe('Read as a page.\n');
  const { envelope } = await callJson(['inspect', '-'], { desk: inspecting, context });
  expect(envelope.data).toEqual({
    format: 'page-text',
    article: null,
    links: [],
    pieces: [],
    site: 'Ouse',
    why: ['Read as a page.'],
  });
  expect(seen).toEqual([
    ['page.txt', 'text'],
    [null, 'typed'],
  ]);
});
