import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LibraryProblem, openLibrary, type Library } from '../../src/library/index.ts';
import type { ArticleId } from '../../src/news/index.ts';
import { asked, entry, folder, ids, keep, now, statusOf } from './shelf.ts';

const articles = 400;
const day = 24 * 60 * 60 * 1000;

/** A library of some articles, each bookmarked, closed; with a copy made when half of them were. */
const made = mkdtempSync(join(tmpdir(), 'library-made-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeAll(async () => {
  const { library } = openLibrary(made, now);
  const source = keep(library);
  const told = Array.from({ length: articles }, (_, index) =>
    entry({ id: `n${index}`, body: 'Some words. '.repeat(50) }),
  );
  library.file(source.id, told, now);
  const all = ids(library);
  library.mark(all.slice(0, articles / 2), { bookmarked: true }, now);
  await library.backUp(now);
  library.mark(all, { bookmarked: true }, now + 1);
  library.saveSession('reader', { kept: true });
  library.close();
});

function library(copied: boolean): string {
  const at = folder();
  cpSync(made, at, { recursive: true });
  if (!copied) rmSync(join(at, 'backups'), { recursive: true });
  return at;
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  'cut in half': (file) => truncateSync(file, statSync(file).size / 2),
  'cut to less than a page': (file) => truncateSync(file, 700),
  'a text': (file) => writeFileSync(file, 'Dear reader,\n'.repeat(1000)),
  'zeros from the second page to the fifth': (file) => zero(file, 1, 5),
  'zeros at its beginning': (file) => zero(file, 0, 1),
  'a folder': (file) => {
    rmSync(file);
    mkdirSync(file);
    writeFileSync(join(file, 'mine.txt'), 'mine');
  },
  'a link to a device': (file) => {
    rmSync(file);
    symlinkSync('/dev/zero', file);
  },
  'a link to nowhere': (file) => {
    rmSync(file);
    symlinkSync('/nowhere/at/all', file);
  },
  "another program's": (file) => {
    rmSync(file);
    const db = new DatabaseSync(file);
    db.exec('CREATE TABLE moz_places (url TEXT)');
    db.close();
  },
  'full of another’s triggers': (file) =>
    change(file, 'CREATE TRIGGER mine AFTER UPDATE ON statuses BEGIN DELETE FROM statuses; END'),
  'without one of its tables': (file) => change(file, 'DROP TABLE statuses'),
};

test.each(Object.entries(damages))(
  'a library that is %s is set aside and yesterday’s copy restored, with a word about it',
  (_, damage) => {
    const at = library(true);
    const file = join(at, 'library.db');
    damage(file);
    const kind = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null;
    const { library: restored, problems } = openLibrary(at, now);
    expect(problems).toMatchObject([
      { kind: 'library', detail: expect.stringMatching(/copy of 2025-12-01 was restored/) },
    ]);
    expect(ids(restored)).toHaveLength(articles);
    expect(bookmarks(restored)).toBeGreaterThanOrEqual(articles / 2);
    if (kind) expect(readFileSync(`${file}.damaged-1`).equals(kind)).toBe(true);
    else expect(readdirSync(at)).toContain('library.db.damaged-1');
    restored.mark(['n0' as ArticleId], { bookmarked: false }, now);
    restored.close();
    expect(openQuietly(at, (again) => statusOf(again, 'n0' as ArticleId).bookmarked)).toBe(false);
  },
);

test.each(Object.entries(damages))(
  'a library that is %s and was never copied begins anew, with a word about it',
  (_, damage) => {
    const at = library(false);
    damage(join(at, 'library.db'));
    const { library: begun, problems } = openLibrary(at, now);
    expect(problems).toMatchObject([{ detail: expect.stringMatching(/a new library was begun/) }]);
    const source = keep(begun);
    begun.file(source.id, [entry({ id: 'n0' })], now);
    expect(ids(begun)).toContain('n0');
    begun.close();
    openQuietly(at, () => undefined);
  },
);

test('the marks of every article come out of a library in which other parts are broken', () => {
  const at = library(false);
  const file = join(at, 'library.db');
  breakTable(file, 'bodies');
  // Nobody can see it before the part is read: then it is said, and mended at the next start.
  const first = openLibrary(at, now);
  expect(() => ids(first.library).map((id) => first.library.article(id))).toThrow(
    /cannot be read. Start the program again/,
  );
  first.library.close();
  const { library: restored, problems } = openLibrary(at, now);
  expect(problems[0]?.detail).toMatch(
    / with 400 articles that could be read, and the marks of 400 articles were saved/,
  );
  expect(bookmarks(restored)).toBe(articles);
  expect(restored.search(asked('n399'), scopeOf(restored), 9).map(({ headline }) => headline.id)).toEqual(['n399']);
  expect(restored.session('reader')).toEqual({ kept: true });
  restored.close();
});

test('the marks that can be read come out of a table of marks that is broken in the middle', () => {
  const at = library(false);
  breakTable(join(at, 'library.db'), 'statuses', 1);
  writeFileSync(join(at, 'library.db.suspicion'), '');
  const { library: restored, problems } = openLibrary(at, now);
  const saved = Number(/marks of (\d+) articles/.exec(problems[0]!.detail)?.[1]);
  expect(saved).toBeGreaterThan(articles / 2);
  expect(saved).toBeLessThan(articles);
  restored.close();
});

test('a copy that is broken itself is passed over for an older one', async () => {
  const at = library(true);
  const { library: next } = openLibrary(at, now);
  await next.backUp(now + day);
  next.close();
  writeFileSync(join(at, 'backups/2025-12-02.db'), 'no library');
  writeFileSync(join(at, 'library.db'), 'no library');
  const { library: restored, problems } = openLibrary(at, now);
  expect(problems[0]?.detail).toMatch(/copy of 2025-12-01/);
  expect(bookmarks(restored)).toBe(articles / 2);
  restored.close();
});

test.each(['is missing', 'is empty'])('a library that %s while there are copies is restored', (state) => {
  const at = library(true);
  const file = join(at, 'library.db');
  if (state === 'is missing') rmSync(file);
  else truncateSync(file, 0);
  const { library: restored, problems } = openLibrary(at, now);
  expect(problems).toHaveLength(1);
  expect(ids(restored)).toHaveLength(articles);
  restored.close();
});

test('an empty file where nothing was yet is a new library', () => {
  const at = folder();
  writeFileSync(join(at, 'library.db'), '');
  openQuietly(at, (made) => expect(ids(made)).toEqual([]));
});

test.each<[string, (file: string) => void, RegExp]>([
  ['names an article that is gone', staleIndex, /a new library was begun with 399 articles/],
  [
    'has an article without its headline',
    (file) => change(file, 'DELETE FROM headlines WHERE article = 7'),
    /put right.*399 articles/,
  ],
])('a library that %s says so when it is listed, and is whole at the next start', (_, damage, words) => {
  const at = library(false);
  damage(join(at, 'library.db'));
  const first = openLibrary(at, now);
  expect(() => ids(first.library)).toThrow(/cannot be read. Start the program again/);
  first.library.close();
  const { library: whole, problems } = openLibrary(at, now);
  expect(problems).toMatchObject([{ detail: expect.stringMatching(words) }]);
  expect(ids(whole)).toHaveLength(articles - 1);
  expect(bookmarks(whole)).toBe(articles - 1);
  whole.close();
  openQuietly(at, (again) => expect(ids(again)).toHaveLength(articles - 1));
});

/** Takes an article away without one of the indexes noticing. */
function staleIndex(file: string): void {
  const unguarded = (work: (db: DatabaseSync) => void) => {
    const db = new DatabaseSync(file, { defensive: false });
    db.exec('PRAGMA writable_schema = ON');
    work(db);
    db.close();
  };
  let index: Readonly<Record<string, string | number>> = {};
  unguarded((db) => {
    index = db.prepare("SELECT * FROM sqlite_schema WHERE name = 'articles_newest'").get() as typeof index;
    db.exec("DELETE FROM sqlite_schema WHERE name = 'articles_newest'");
  });
  unguarded((db) => db.exec('DELETE FROM articles WHERE key = 7'));
  unguarded((db) => db.prepare('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)').run(...Object.values(index)));
}

test('a library of a newer version is refused in a sentence and stays as it is', () => {
  const at = library(true);
  const file = join(at, 'library.db');
  change(file, 'PRAGMA user_version = 999');
  const before = readFileSync(file);
  expect(() => openLibrary(at, now)).toThrow(LibraryProblem);
  expect(() => openLibrary(at, now)).toThrow(/was made by a newer version.*was not touched\.$/);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(at).filter((name) => name.includes('damaged'))).toEqual([]);
});

test('a log that was lost with the last marks is noticed', () => {
  const at = library(false);
  const older = readFileSync(join(at, 'library.db'));
  const { library: next } = openLibrary(at, now);
  next.mark(['elsewhere' as ArticleId], { bookmarked: true }, now);
  next.close();
  writeFileSync(join(at, 'library.db'), older);
  const { library: opened, problems } = openLibrary(at, now);
  expect(problems).toMatchObject([{ detail: expect.stringMatching(/marks of 1 articles are missing/) }]);
  opened.close();
});

test('a folder that cannot be one is a sentence', () => {
  const at = folder();
  writeFileSync(join(at, 'file'), '');
  expect(() => openLibrary(join(at, 'file'), now)).toThrow(/cannot be reached/);
  expect(() => openLibrary(join(at, 'file/deeper'), now)).toThrow(/cannot be reached/);
});

function bookmarks(library: Library): number {
  return library.counts([{ conditions: [{ type: 'bookmarked' }], sort: 'newest' }], scopeOf(library))[0]!;
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

function scopeOf(library: Library) {
  return library.sources().map(({ id }) => id);
}

function openQuietly<T>(at: string, use: (library: Library) => T): T {
  const { library, problems } = openLibrary(at, now);
  try {
    expect(problems).toEqual([]);
    return use(library);
  } finally {
    library.close();
  }
}

const pageSize = 4096;

function zero(file: string, from: number, to: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc((to - from) * pageSize), 0, (to - from) * pageSize, from * pageSize);
  closeSync(handle);
}

/** Overwrites pages of one table: all that hold its rows, or the one at an index among them. */
function breakTable(file: string, table: string, only?: number): void {
  const db = new DatabaseSync(file, { readOnly: true });
  const sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno";
  const pages = db
    .prepare(sql)
    .all(table)
    .map(({ pageno }) => Number(pageno) - 1);
  db.close();
  for (const page of only === undefined ? pages : [pages[only]!]) zero(file, page, page + 1);
}
