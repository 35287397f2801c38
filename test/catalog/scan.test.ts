import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { scanFolder, type Filing, type ScanEvent, type ScanOptions } from '../../src/catalog/index.ts';
import { plainText } from '../../src/prose/index.ts';
import { folderOf } from './folders.ts';

async function scan(root: string, known: readonly Filing['file'][] = [], options: ScanOptions = {}) {
  const events: ScanEvent[] = [];
  for await (const event of scanFolder(root, known, options)) events.push(event);
  const batches = events.flatMap((event) => (event.type === 'entries' ? [event.entries] : []));
  const entries = batches.flat();
  return {
    batches,
    entries,
    paths: entries.map(({ path }) => path),
    titles: entries.map(({ title }) => title),
    gone: events.flatMap((event) => (event.type === 'gone' ? event.paths : [])),
    files: events.flatMap((event) => (event.type === 'done' ? [event.files] : []))[0],
    says: events
      .flatMap((event) => (event.type === 'gone' ? [] : event.problems))
      .map(({ where, detail }) => `${where}: ${detail}`),
  };
}

const article = '# Tea\n\nThe body.\n';

test('Markdown is read wherever it lies, newest first; the rest is left alone', async () => {
  const root = folderOf({
    'b.md': '# B',
    'deep/er/c.markdown': '# C',
    'a.MD': '# A',
    'd.mdown': '# D',
    'notes.txt': 'no',
    'page.mdx': 'no',
    '.git/x.md': 'no',
    '.obsidian/y.md': 'no',
    'node_modules/p/README.md': 'no',
    '._a.md': 'no',
  });
  expect(await scan(root)).toMatchObject({ titles: ['B', 'C', 'A', 'D'], files: 4, says: [], gone: [] });
});

test('the first batch is small, later ones are larger, and nothing is lost between', async () => {
  const root = folderOf(Object.fromEntries(Array.from({ length: 700 }, (_, n) => [`${n}.md`, `# ${n}`])));
  const { batches, titles } = await scan(root);
  expect(batches.map((batch) => batch.length)).toEqual([40, 200, 200, 200, 60]);
  expect(new Set(titles).size).toBe(700);
});

test('files as they were known are not read again', async () => {
  const root = folderOf({ 'a.md': '# A', 'b.md': '# B' });
  const known = (await scan(root)).entries.map(({ file }) => file);
  appendFileSync(join(root, 'b.md'), '\nmore');
  const begun: string[] = [];
  expect(await scan(root, known, { begin: (path) => begun.push(path) })).toMatchObject({ paths: ['b.md'], files: 2 });
  expect(begun).toEqual(['b.md']);
});

test('a document can be asked for as plain text', async () => {
  const root = folderOf({ 'a.md': '---\ntitle: Tea\n---\n# Not *parsed*\nhere' });
  const { entries } = await scan(root, [], { plain: new Set(['a.md']) });
  expect(entries[0]).toMatchObject({ title: 'Tea', body: [{ type: 'notice' }, { type: 'paragraph' }] });
});

describe('what is gone', () => {
  test('is a file that was removed, or that became a draft', async () => {
    const root = folderOf({ 'a.md': '# A', 'b.md': '# B', 'c.md': '# C' });
    const known = (await scan(root)).entries.map(({ file }) => file);
    rmSync(join(root, 'a.md'));
    writeFileSync(join(root, 'b.md'), '---\ndraft: true\n---\n# B');
    expect((await scan(root, known)).gone.toSorted()).toEqual(['a.md', 'b.md']);
  });

  test('is nothing when the folder itself is away', async () => {
    const root = folderOf({ 'a.md': '# A' });
    const known = (await scan(root)).entries.map(({ file }) => file);
    rmSync(join(root, 'a.md'));
    expect(await scan(root, known)).toMatchObject({
      gone: [],
      says: [`${root}: is empty now; its articles are kept until it holds something again`],
    });
    rmSync(root, { recursive: true });
    expect(await scan(root, known)).toMatchObject({ gone: [], says: [`${root}: is not here: nothing was read`] });
  });
});

describe('what lies about in folders', () => {
  test.each<[string, (root: string) => void, readonly string[]]>([
    ['a pipe', (root) => execFileSync('mkfifo', [join(root, 'x.md')]), ['x.md: is no regular file: left out']],
    [
      'a file with a hole',
      (root) => {
        writeFileSync(join(root, 'x.md'), '# X');
        truncateSync(join(root, 'x.md'), 2 ** 30);
      },
      ['x.md: is larger than 5 MB: left out'],
    ],
    [
      'a link to /dev/zero',
      (root) => symlinkSync('/dev/zero', join(root, 'x.md')),
      ['x.md: is a link out of the folder: left out; what it leads to can be added as a source of its own'],
    ],
    [
      'a link to nowhere',
      (root) => symlinkSync('nowhere', join(root, 'x.md')),
      ['x.md: is a link that leads nowhere: left out'],
    ],
    [
      'links out',
      (root) => symlinkSync('/etc', join(root, 'etc')),
      ['etc: is a link out of the folder: left out; what it leads to can be added as a source of its own'],
    ],
    ['a loop', (root) => symlinkSync('.', join(root, 'loop')), []],
    [
      'a link to the parent',
      (root) => symlinkSync('../..', join(root, 'sub/up')),
      ['sub/up: is a link out of the folder: left out; what it leads to can be added as a source of its own'],
    ],
    ['a link inside', (root) => symlinkSync('a.md', join(root, 'again.md')), []],
    ['a folder named like a file', (root) => mkdirSync(join(root, 'x.md')), []],
  ])('%s', async (_name, make, says) => {
    const root = folderOf({ 'a.md': article, 'sub/b.md': article });
    make(root);
    expect(await scan(root)).toMatchObject({ paths: ['a.md', 'sub/b.md'], says });
  });

  test('a socket', async () => {
    const root = folderOf({ 'a.md': article });
    const server = createServer().listen(join(root, 'x.md'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.on('listening', resolve));
    expect(await scan(root)).toMatchObject({ paths: ['a.md'], says: ['x.md: is no regular file: left out'] });
  });

  test('folders deeper than 32 are named, not entered', async () => {
    const root = folderOf({ [`${'d/'.repeat(32)}a.md`]: article, [`${'d/'.repeat(33)}b.md`]: article });
    const { paths, says } = await scan(root);
    expect([paths.length, says]).toEqual([
      1,
      [`${'d/'.repeat(33).slice(0, -1)}: lies deeper than 32 folders: left out`],
    ]);
  });

  test('a second name of one file is an article of its own', async () => {
    const root = folderOf({ 'a.md': article });
    linkSync(join(root, 'a.md'), join(root, 'b.md'));
    expect(new Set((await scan(root)).paths)).toEqual(new Set(['a.md', 'b.md']));
  });

  test('what may not be read is named; the superuser may read everything', async () => {
    const root = folderOf({ 'a.md': article, 'no.md': article, 'nodir/b.md': article });
    chmodSync(join(root, 'no.md'), 0);
    chmodSync(join(root, 'nodir'), 0);
    onTestFinished(() => chmodSync(join(root, 'nodir'), 0o700));
    const { paths, says } = await scan(root);
    const isSuperuser = process.getuid?.() === 0;
    const refused = [
      'no.md: could not be read: permission was refused',
      'nodir: could not be looked into: permission was refused',
    ];
    expect(paths).toEqual(isSuperuser ? ['a.md', 'no.md', 'nodir/b.md'] : ['a.md']);
    expect(says.toSorted()).toEqual(isSuperuser ? [] : refused);
  });
});

describe('names', () => {
  test.each([
    ['a\x1b]0;PWN\x07\x1b[41;17Hb.md', 'A]0;PWN[41;17Hb'],
    ['a\nb\n\nc.md', 'A b c'],
    ['invoice\u202egpj.md', 'Invoicegpj'],
    ['-rf.md', 'Rf'],
    ['...md', '..'],
    ['$(touch PWN).md', '$(touch PWN)'],
    [`${'x'.repeat(252)}.md`, `X${'x'.repeat(251)}`],
  ])('%j is shown as %j', async (name, title) => {
    expect((await scan(folderOf({ [name]: 'text' }))).titles).toEqual([title]);
  });

  test('bytes that are no UTF-8 still make two names of two files', async () => {
    const root = folderOf({ 'a.md': article });
    for (const byte of [0xfe, 0xff])
      writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.of(byte), Buffer.from('.md')]), '# Bad');
    expect(new Set((await scan(root)).paths)).toEqual(new Set(['a.md', 'bad%FE.md', 'bad%FF.md']));
  });
});

describe('encodings', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each<[string, Uint8Array, string, readonly string[]]>([
    ['UTF-8', Buffer.from('# Café'), 'Café', []],
    ['UTF-8 with a mark', Buffer.from('\ufeff# Café'), 'Café', []],
    ['UTF-16', utf16('# Café'), 'Café', []],
    ['UTF-16, big end first', utf16('# Café').swap16(), 'Café', []],
    ['Latin-1', Buffer.from('# Café', 'latin1'), 'Café', ['a.md: is not UTF-8; read as Windows-1252']],
    [
      'UTF-8 with a slip',
      Buffer.concat([Buffer.from('# Café é'), Buffer.of(0xff)]),
      'Café éÿ',
      ['a.md: is not all UTF-8; what is not was read as Windows-1252'],
    ],
    ['NUL bytes', Buffer.from('# a\0b\n\0\0\0'), 'ab', []],
  ])('%s', async (_name, bytes, title, says) => {
    expect(await scan(folderOf({ 'a.md': bytes }))).toMatchObject({ titles: [title], says });
  });
});

test('reading changes nothing in the folder', async () => {
  const root = folderOf({ 'a.md': article });
  const before = [readdirSync(root), statSync(root).mtimeMs, statSync(join(root, 'a.md')).mtimeMs];
  const { entries } = await scan(root);
  expect(plainText(entries[0]!.body)).toBe('The body.');
  expect([readdirSync(root), statSync(root).mtimeMs, statSync(join(root, 'a.md')).mtimeMs]).toEqual(before);
});
