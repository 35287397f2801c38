import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../src/library/index.ts';
import type { ArticleId } from '../../src/news/index.ts';
import { folder, ids, keep, now, open, shelve, statusOf } from './shelf.ts';

interface Ended {
  readonly acknowledged: number;
  readonly said: string;
  readonly complained: string;
}

/** Starts a second program that marks; it ends by itself or by `end`. */
function start(
  at: string,
  name: string,
  times: number,
  end: (child: ChildProcess, acknowledged: number) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'marker.ts'), at, name, String(times)]);
  let said = '';
  let complained = '';
  const acknowledged = () => said.split('\n').filter((line) => /^\d+$/.test(line)).length;
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    end(child, acknowledged());
  });
  child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  return once(child, 'close').then(() => ({ acknowledged: acknowledged(), said, complained }));
}

test('two programs that mark at once lose no mark and meet no error', async () => {
  const at = folder();
  const library = open(at);
  const [one, two] = await Promise.all([start(at, 'one', 500), start(at, 'two', 500)]);
  expect([one.complained, two.complained]).toEqual(['', '']);
  expect([one.acknowledged, two.acknowledged]).toEqual([500, 500]);
  expect(bookmarks(at)).toBe(1000);
  library.mark(['mine' as ArticleId], { read: 'read' }, now);
});

test('two programs that make the library at once make one', async () => {
  const at = folder();
  const made = await Promise.all(['a', 'b', 'c'].map((name) => start(at, name, 5)));
  expect(made.map(({ complained }) => complained).join('')).toBe('');
  expect(bookmarks(at)).toBe(15);
});

test('three programs that are killed at any moment have lost nothing that they acknowledged', async () => {
  const at = folder();
  const random = seeded(7);
  for (let round = 0; round < 7; round += 1) {
    const killed = ['a', 'b', 'c'].map(async (program) => {
      const name = `${program}${round}`;
      const moment = Math.floor(random() * 60);
      const delay = Math.floor(random() * 4);
      const { acknowledged, complained } = await start(at, name, 100_000, (child, acknowledged) => {
        if (acknowledged >= moment && !child.killed) setTimeout(() => child.kill('SIGKILL'), delay);
      });
      return { name, acknowledged, complained };
    });
    const ended = await Promise.all(killed);
    const { library, problems } = openLibrary(at, now);
    library.close();
    expect(problems).toEqual([]);
    expect(ended.map(({ complained }) => complained).join('')).toBe('');
    for (const { name, acknowledged } of ended) {
      const kept = marked(at, `${name}-`);
      // The last may have been kept without being acknowledged any more.
      expect(kept.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, number) => number));
      expect(kept.length).toBeLessThanOrEqual(acknowledged + 2);
    }
  }
}, 120_000);

test('programs that meet a damaged library at once restore it once, and lose no mark', async () => {
  const at = folder();
  writeFileSync(join(at, 'library.db'), 'no library');
  const ended = await Promise.all(['a', 'b', 'c'].map((name) => start(at, name, 20)));
  expect(ended.map(({ complained }) => complained).join('')).toBe('');
  expect(bookmarks(at)).toBe(60);
  expect(readdirSync(at).filter((name) => name.includes('damaged'))).toEqual(['library.db.damaged-1']);
});

test('what another program changes is told, and what this one changes is not', async () => {
  const at = folder();
  const library = open(at);
  const source = keep(library);
  const [id] = shelve(library, source, { id: 'a' });
  const told: string[] = [];
  const heard = new Promise<void>((resolve) => {
    const stop = library.watch(() => {
      told.push(statusOf(library, id!).read);
      if (told.at(-1) === 'read') {
        stop();
        resolve();
      }
    });
  });
  library.mark([id!], { bookmarked: true }, now);
  const { library: other } = openLibrary(at, now);
  other.mark([id!], { read: 'read' }, now);
  await heard;
  expect(told).not.toContain('unread');
  other.close();
});

test('what another program changes is told though something is written beside it without a pause', async () => {
  const at = folder();
  const library = open(at);
  const heard = new Promise<void>((resolve) => {
    const stop = library.watch(() => {
      stop();
      resolve();
    });
  });
  const stirring = setInterval(() => writeFileSync(join(at, 'library.db-stir'), 'x'), 5);
  onTestFinished(() => clearInterval(stirring));
  const { library: other } = openLibrary(at, now);
  other.mark(['a' as ArticleId], { read: 'read' }, now);
  await heard;
  other.close();
});

test('a change that is cut off half-way leaves nothing of it', () => {
  const at = folder();
  const library = open(at);
  const source = keep(library);
  shelve(library, source, ...Array.from({ length: 50 }, (_, index) => ({ id: `n${index}` })));
  const db = new DatabaseSync(join(at, 'library.db'));
  db.exec(
    `CREATE TRIGGER cut BEFORE UPDATE ON statuses WHEN NEW.article = 'n30' BEGIN SELECT RAISE(ABORT, 'cut'); END`,
  );
  expect(() => library.mark(ids(library), { read: 'read' }, now)).toThrow('cut');
  db.exec('DROP TRIGGER cut');
  db.close();
  expect(library.counts([{ conditions: [{ type: 'read', states: ['read'] }], sort: 'newest' }], [source.id])).toEqual([
    0,
  ]);
  expect(library.undo(now)).toBeNull();
  expect(library.mark(ids(library), { read: 'read' }, now)?.articles).toHaveLength(50);
});

function bookmarks(at: string): number {
  return marked(at, '').length;
}

/** Returns the numbers of the marks of one program, in order. */
function marked(at: string, name: string): readonly number[] {
  const db = new DatabaseSync(join(at, 'library.db'), { readOnly: true });
  const sql = 'SELECT article FROM statuses WHERE bookmarked = 1 AND article LIKE ? ORDER BY row';
  const numbers = db
    .prepare(sql)
    .all(`${name}%`)
    .map(({ article }) => Number(String(article).split('-')[1]));
  db.close();
  return numbers;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}
