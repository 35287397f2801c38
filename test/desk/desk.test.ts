import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDesk, type DeskOptions, type Progress } from '../../src/desk/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { folderOf } from '../catalog/folders.ts';
import { openShelf } from './shelf.ts';

const stubborn: DeskOptions = { worker: new URL('./stubborn.worker.ts', import.meta.url), patience: 400, heap: 48 };

function deskOn(files: Readonly<Record<string, string>>, options: DeskOptions = {}) {
  const root = folderOf(files);
  const shelf = openShelf();
  const desk = openDesk(shelf.library, () => 0, options);
  onTestFinished(() => desk.close());
  const source = () =>
    shelf.library.keepSource({ kind: 'folder', name: cleanLine('Notes'), location: root, kept: true });
  const takeIn = async () => {
    const progress: Progress[] = [];
    const { problems } = await desk.takeInFolder(source(), (done) => progress.push(done));
    return { progress, says: problems.map(({ where, detail }) => `${where}: ${detail}`) };
  };
  return { root, shelf, desk, source, takeIn };
}

describe('a folder', () => {
  test('is filed in small transactions, and told of batch by batch', async () => {
    const { shelf, takeIn } = deskOn(
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.md`, `# Article ${n}`])),
    );
    const { progress, says } = await takeIn();
    expect(says).toEqual([]);
    expect(shelf.titles()).toHaveLength(300);
    expect(shelf.calls).toEqual([40, 100, 100, 60]);
    expect(progress.map(({ files }) => files)).toEqual([40, 140, 240, 300]);
  });

  test('is read again only where it changed', async () => {
    const { root, shelf, takeIn } = deskOn({ 'a.md': '# A', 'b.md': '# B', 'c.md': '# C' });
    await takeIn();
    appendFileSync(join(root, 'a.md'), ' again');
    rmSync(join(root, 'b.md'));
    const { progress } = await takeIn();
    expect(progress.map(({ files, gone }) => [files, gone])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(shelf.titles().toSorted((a, b) => a.localeCompare(b))).toEqual(['A again', 'C']);
  });

  test('keeps its problems with the source, as long as the file says the same', async () => {
    const { root, shelf, source, takeIn } = deskOn({
      'a.md': '---\ndate: soon\n---\n# A',
      'b.md': '---\nkind: new\n---\n# B',
    });
    expect((await takeIn()).says).toEqual([
      'a.md: date is not a date: “soon”',
      'b.md: kind is neither news nor backgrounder: “new”',
    ]);
    writeFileSync(join(root, 'b.md'), '# B, mended');
    expect((await takeIn()).says).toEqual([]);
    expect(shelf.noted.get(source().id)).toMatchObject([{ where: 'a.md', kind: 'date' }]);
    rmSync(join(root, 'a.md'));
    await takeIn();
    expect(shelf.noted.get(source().id)).toEqual([]);
  });

  test('leaves the main thread free between transactions', async () => {
    const { takeIn } = deskOn(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.md`, `# ${n}`])));
    const turn = vi.fn();
    const { progress } = await new Promise<Awaited<ReturnType<typeof takeIn>>>((resolve, reject) => {
      const again = () => {
        turn();
        timer = setImmediate(again);
      };
      let timer = setImmediate(again);
      takeIn()
        .then(resolve, reject)
        .finally(() => clearImmediate(timer));
    });
    expect(turn.mock.calls.length).toBeGreaterThan(progress.length);
  });

  test('a library that fails ends the reading with its error', async () => {
    const { shelf, desk, source } = deskOn({ 'a.md': '# A' });
    shelf.library.file = () => {
      throw new Error('the disk is full');
    };
    await expect(desk.takeInFolder(source(), () => undefined)).rejects.toThrow('the disk is full');
  });
});

describe('a document that breaks the worker', () => {
  test.each([
    ['takes for ever', '# Bad\n\nFOR EVER', 400],
    ['fills the memory', '# Bad\n\nWITHOUT MEASURE', 60_000],
    ['throws', '# Bad\n\nIN ANGER', 60_000],
  ])('%s: it becomes plain text, and the others are filed', async (_name, bad, patience) => {
    const { shelf, takeIn } = deskOn({ 'a.md': '# A', 'bad.md': bad, 'c.md': '# C' }, { ...stubborn, patience });
    await takeIn();
    expect(shelf.titles()).toEqual(expect.arrayContaining(['A', 'Bad', 'C']));
    expect(shelf.entries().find(({ path }) => path === 'bad.md')?.body[0]).toMatchObject({ type: 'notice' });
    expect(shelf.entries().find(({ path }) => path === 'a.md')?.body).toEqual([]);
  });

  test('even as plain text is left out and named', async () => {
    const { shelf, takeIn } = deskOn({ 'a.md': '# A', 'bad.md': 'FOR EVER, EVEN PLAIN' }, stubborn);
    const { says } = await takeIn();
    expect(shelf.titles()).toEqual(['A']);
    expect(says).toEqual(['bad.md: left out: took longer than 0.4 s, even as plain text']);
  });

  test('is inspected as plain text', async () => {
    const { desk } = deskOn({}, stubborn);
    const { value } = await desk.inspect('bad.md', Buffer.from('FOR EVER'));
    expect(value).toMatchObject({ article: { body: [{ type: 'notice' }, {}] } });
  });

  test('that is a feed is given up with a sentence', async () => {
    const { desk } = deskOn({}, stubborn);
    const { value, problems } = await desk.inspect('bad.rss', Buffer.from('<rss><channel><title>FOR EVER'));
    expect(value).toMatchObject({ format: 'feed', feed: null });
    expect(problems).toMatchObject([{ where: 'bad.rss', detail: expect.stringContaining('took longer than') }]);
  });
});

describe('one file', () => {
  test('of Markdown is an article of its folder, and what lies beside it follows', async () => {
    const { root, shelf, desk } = deskOn({ 'a.md': '# A\n\nSee [B](b.md).', 'b.md': '# B', 'deep/c.md': '# C' });
    const { value, problems } = await desk.takeInFile(join(root, 'a.md'), false);
    expect(problems).toEqual([]);
    expect(shelf.entry(value)?.title).toBe('A');
    expect(shelf.library.sources()).toMatchObject([{ kind: 'folder', location: root, kept: false }]);
    await vi.waitFor(() => expect(shelf.titles()).toEqual(['A', 'B']), 10_000);
  });

  test('in a folder that is a source already stays there', async () => {
    const { root, shelf, desk, source } = deskOn({ 'deep/c.md': '# C' });
    source();
    const { value } = await desk.takeInFile(join(root, 'deep/c.md'), false);
    expect(shelf.entry(value)?.path).toBe('deep/c.md');
    expect(shelf.library.sources()).toHaveLength(1);
  });

  test.each([
    ['nowhere.md', 'could not be read: it is gone'],
    ['.', 'is no regular file'],
  ])('%s is a problem', async (name, detail) => {
    const { root, desk } = deskOn({});
    expect(await desk.takeInFile(join(root, name), false)).toMatchObject({ value: null, problems: [{ detail }] });
  });
});

const page = readFileSync(new URL('../fixtures/pages/wrapped.txt', import.meta.url), 'utf8');

describe("a page's text", () => {
  test('becomes an article and its pieces, under the name of who published it', async () => {
    const { root, shelf, desk } = deskOn({ 'page.txt': page });
    const { value } = await desk.importPageText(join(root, 'page.txt'));
    expect(shelf.entry(value!.article)).toMatchObject({
      title: 'Island Council Bans Night Landings',
      publisher: 'Island Broadcasting',
    });
    expect(value!.pieces.map((id) => shelf.entry(id)?.title)).toEqual(['The Runway Nobody Wanted']);
    expect(shelf.library.sources()).toMatchObject([{ kind: 'page', name: 'Web Desk', kept: true }]);
  });

  test('imported again adds nothing, and another page of the publisher joins it', async () => {
    const { root, shelf, desk } = deskOn({
      'page.txt': page,
      'other.txt': 'Another Story\n\nIt goes on.\n\nWeb Desk\n\nShare',
    });
    const first = await desk.importPageText(join(root, 'page.txt'));
    expect((await desk.importPageText(join(root, 'page.txt'))).value).toEqual(first.value);
    await desk.takeInFile(join(root, 'other.txt'), true);
    expect(shelf.titles()).toHaveLength(3);
    expect(shelf.library.sources()).toHaveLength(1);
  });

  test('a piece whose article is here already is that article', async () => {
    const { root, shelf, desk, takeIn } = deskOn({ 'runway.md': '# The Runway Nobody Wanted\n\nIn full.' });
    await takeIn();
    const { value } = await desk.importPageText(join(folderOf({ 'page.txt': page }), 'page.txt'));
    expect(root).toBeTruthy();
    expect(value!.pieces.map((id) => shelf.entry(id)?.path)).toEqual(['runway.md']);
  });
});

describe('what the reader makes of', () => {
  test.each([
    ['a name that tells', 'a.md', page, 'markdown', 'Read as Markdown: its name ends so.'],
    [
      'a page',
      'a.txt',
      page,
      'page-text',
      'Read as the text of a page: it has the lines that stand around an article on a page.',
    ],
    [
      'a page through a pipe',
      null,
      page,
      'page-text',
      'Read as the text of a page: it has the lines that stand around an article on a page.',
    ],
    [
      'Markdown through a pipe',
      null,
      '# A\n\nText',
      'markdown',
      'Read as Markdown: it has none of the lines that stand around an article on a page.',
    ],
  ])('%s', async (_case, name, text, format, why) => {
    const { desk } = deskOn({});
    const { value } = await desk.inspect(name, Buffer.from(text));
    expect(value).toMatchObject({ format, why: expect.arrayContaining([why]) });
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });
});

describe('closed', () => {
  test('it reads nothing more', async () => {
    const { desk, shelf, takeIn } = deskOn({ 'a.md': '# A' });
    await desk.close();
    expect((await takeIn()).says).toEqual([]);
    expect(shelf.titles()).toEqual([]);
  });

  test('in the midst of a folder, it leaves the library alone and blames no document', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.md`, `# Article ${n}`]));
    const { desk, shelf, source } = deskOn(files);
    const notes = source();
    const setProblems = vi.spyOn(shelf.library, 'setProblems');
    const { problems } = await desk.takeInFolder(notes, () => void desk.close());
    expect(problems).toEqual([]);
    expect(setProblems).not.toHaveBeenCalled();
    expect(shelf.titles().length).toBeLessThan(300);
  });
});
