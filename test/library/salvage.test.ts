import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openLibrary, type Library } from '../../src/library/index.ts';
import type { ArticleId, Health } from '../../src/news/index.ts';
import { say } from '../../src/text/index.ts';
import { brief, connectAll, others, quake } from './newsroom.ts';
import { entry, fed, feed, folder, keep, keepFeed, keepPages, link, now } from './shelf.ts';

/** What a table holds, as it comes over: its rows as a question. Into a copy comes what the reader did. */
interface Carried {
  readonly rows: string;
  readonly isOfReader: boolean;
}

const ofReader = (rows: string): Carried => ({ rows, isOfReader: true });
const ofArticles = (rows: string): Carried => ({ rows, isOfReader: false });
/** Why a table does not come over. */
const left = (why: string): string => why;

/** Every table of a library: a new one is to be named here, and what becomes of it when the library is damaged. */
const tables: Readonly<Record<string, Carried | string>> = {
  sources: ofReader('SELECT id, kind, name, location, kept, tags, tag_keys, paused, whole FROM sources'),
  departed_sources: ofReader('SELECT * FROM departed_sources'),
  statuses: ofReader(
    'SELECT article, read, bookmarked, block, "offset", progress, tags, read_at, bookmarked_at FROM statuses',
  ),
  departed: ofReader('SELECT * FROM departed'),
  keys: ofReader('SELECT * FROM keys'),
  session: ofReader('SELECT * FROM session'),
  stories: ofReader('SELECT * FROM stories'),
  pins: ofReader('SELECT id, story, belongs FROM pins JOIN articles ON key = article'),
  articles: ofArticles('SELECT id, path, kind, published, words, read, bookmarked, corrected FROM articles'),
  headlines: ofArticles('SELECT * FROM headlines'),
  filters: ofArticles('SELECT * FROM filters'),
  bodies: ofArticles('SELECT * FROM bodies'),
  pages: ofArticles('SELECT * FROM pages'),
  links: ofArticles('SELECT * FROM links'),
  names: ofArticles('SELECT * FROM names'),
  wants: ofArticles('SELECT * FROM wants'),
  tags: ofArticles('SELECT * FROM tags'),
  tagged: ofArticles('SELECT * FROM tagged'),
  files: ofArticles('SELECT * FROM files'),
  carriers: ofArticles('SELECT * FROM carriers'),
  health: ofArticles('SELECT * FROM health'),
  problems: ofArticles('SELECT source, kind, place, detail FROM problems'),
  corrections: ofArticles('SELECT article, seen, title, text FROM corrections'),
  features: ofArticles('SELECT * FROM features'),
  tally: ofArticles('SELECT * FROM tally WHERE articles > 0'),
  carried: ofArticles('SELECT * FROM carried WHERE articles > 0'),
  changes: left('a program undoes what it did itself, and that one has ended'),
  befores: left('as the changes'),
  sweeps: left('as the changes'),
  cards: left('made anew, but for those of stories that the reader did something with'),
  profiles: left('as the cards'),
  gathered: left('as the cards'),
  waiting: left('made anew: all articles wait to be connected'),
  connecting: left('made anew'),
  unmerged: left('made anew'),
  counts: left('made anew'),
  postings: left('made anew'),
  hopes: left('made anew'),
};

const carried = Object.entries(tables).flatMap(([name, how]) => (typeof how === 'string' ? [] : [{ name, ...how }]));

const asked: Omit<Health, 'source'> = {
  tried: now,
  fetched: now,
  notBefore: null,
  failures: 0,
  failingSince: null,
  why: null,
  gone: false,
  etag: '"7"',
  lastModified: null,
  digest: 'abc',
  movedTo: null,
  movedReads: 0,
  site: null,
};

/** Tables without rows here would show nothing: each has some. */
function arrive(library: Library): void {
  const source = keepFeed(library);
  const address = 'https://one.example/rates';
  feed(library, source, ...quake.slice(0, 2), { ...others[0]!, address }, ...others.slice(1));
  feed(library, source, {
    ...quake[0]!,
    body: 'It struck the Pokhara valley, and its tremors were felt in Kathmandu.',
  });
  const home = keep(library);
  const links = [link('https://nowhere.example/'), link(null, 'Frost again')];
  library.file(home.id, [entry({ id: 'own', tags: ['harbour'], aliases: ['Mine'], links })], now);
  const other = keepFeed(library, 'https://two.example/feed');
  feed(library, other, { ...others[0]!, address });
  library.noteHealth({ ...asked, source: source.id });
  library.setProblems(source.id, [{ kind: 'markup', where: say`feed`, detail: say`It is cut.` }]);
}

const idOf = (library: Library, title: string): ArticleId =>
  library.search({ conditions: [{ type: 'text', words: title }], sort: 'newest' }, scopeOf(library), 1)[0]!.headline.id;

const scopeOf = (library: Library) => library.sources().map(({ id }) => id);

function read(library: Library): void {
  const [first, second] = [idOf(library, quake[0]!.title!), idOf(library, quake[1]!.title!)];
  const lone = idOf(library, others[1]!.title!);
  library.mark([first], { read: 'read', bookmarked: true }, now);
  library.notePlace(second, { block: 0, offset: 3 }, 0.5, now);
  library.fileWhole(lone, entry({ id: 'whole', body: 'Whole and complete.' }), now);
  library.saveSession('reader', { kept: true });
  const gone = keepPages(library, 'https://three.example/');
  library.file(gone.id, [entry({ id: 'gone' })], now);
  library.removeSource(gone.id);
  const { id } = library.storyOf(first)!;
  library.follow(id, true, now);
  library.lookedAt(id, now);
  library.pin(lone, id, 'into');
  library.pin(idOf(library, others[2]!.title!), id, 'out of');
}

function rowsOf(at: string, question: string): readonly string[] {
  const db = new DatabaseSync(join(at, 'library.db'), { readOnly: true });
  const statement = db.prepare(question);
  statement.setReadBigInts(true);
  const rows = statement.all();
  db.close();
  return rows.map((row) => JSON.stringify(Object.values(row).map(String))).sort();
}

/** Has the next start take the library for one that cannot be used, though all of it can be read. */
function spoil(at: string): void {
  const db = new DatabaseSync(join(at, 'library.db'));
  db.exec('CREATE TRIGGER mine AFTER DELETE ON session BEGIN DELETE FROM statuses; END');
  db.close();
}

test('it is known of every table what becomes of it when the library is damaged', () => {
  const at = folder();
  openLibrary(at, now).library.close();
  const db = new DatabaseSync(join(at, 'library.db'));
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search*'",
    )
    .all();
  db.close();
  expect(new Set(names.map(({ name }) => name))).toEqual(new Set(Object.keys(tables)));
});

/** A library that was read in, and one of which there is a copy of before that. */
async function damagedLibrary(copied: boolean): Promise<string> {
  const at = folder();
  const { library } = openLibrary(at, now);
  arrive(library);
  connectAll(library);
  if (copied) await library.backUp(now);
  read(library);
  connectAll(library);
  library.close();
  return at;
}

test.each([false, true])(
  'what the reader did comes out of a damaged library; with a copy of before: %s',
  async (copied) => {
    const at = await damagedLibrary(copied);
    const wanted = carried.filter(({ isOfReader }) => isOfReader || !copied);
    const before = wanted.map(({ name, rows }) => [name, rowsOf(at, rows)]);
    expect(before.filter(([, rows]) => rows!.length === 0)).toEqual([]);
    spoil(at);
    const { library, problems } = openLibrary(at, now);
    expect(problems).toMatchObject([{ detail: expect.stringMatching(copied ? /copy of/ : /new library was begun/) }]);
    library.close();
    expect(wanted.map(({ name, rows }) => [name, rowsOf(at, rows)])).toEqual(before);
  },
);

test.each([false, true])(
  'a story that is followed goes on after the library was damaged; with a copy: %s',
  async (copied) => {
    const at = await damagedLibrary(copied);
    spoil(at);
    const { library } = openLibrary(at, now);
    const [source] = library.sources();
    expect(library.followedStories().map(brief)).toEqual(['3 publishers, 3 articles, 2 unread, 0 fresh, followed']);
    connectAll(library);
    library.file(source!.id, [fed(quake[2]!)], now + 1000);
    connectAll(library);
    expect(library.followedStories().map(brief)).toEqual(['3 publishers, 4 articles, 3 unread, 1 fresh, followed']);
    const { id } = library.followedStories()[0]!;
    const [alone, taken] = [others[1]!, others[2]!].map(({ title }) => library.storyOf(idOf(library, title!))!.id);
    expect([alone === id, taken === id]).toEqual([true, false]);
    const folded = library.headlines({ conditions: [], sort: 'newest', folded: true }, scopeOf(library), {
      from: 'start',
      limit: 50,
    });
    expect(folded.rows.map(({ title }) => title)).toContain(quake[2]!.title);
    expect(folded.rows).toHaveLength(folded.total);
    library.close();
  },
);

test('what came after the copy was made comes out of a damaged library, and the story that it is of', async () => {
  const at = folder();
  const { library } = openLibrary(at, now);
  const source = keepFeed(library);
  feed(library, source, ...others);
  await library.backUp(now);
  const gone = feed(library, source, { guid: 'gone', title: 'Gone again' });
  const late = keepFeed(library, 'https://late.example/feed');
  const links = [link('https://one.example/q2', 'Rescuers reach Lekhnath')];
  const ids = feed(
    library,
    late,
    { ...quake[0]!, links, tags: ['Nepal'] },
    { ...quake[1]!, address: 'https://one.example/q2' },
  );
  connectAll(library);
  library.follow(library.storyOf(ids[0]!)!.id, true, now);
  library.mark([ids[1]!, gone[0]!], { bookmarked: true }, now);
  library.close();
  spoil(at);
  const { library: restored, problems } = openLibrary(at, now);
  expect(problems).toMatchObject([{ detail: expect.stringMatching(/copy of .* with 3 newer articles/) }]);
  expect(restored.followedStories().map(brief)).toEqual(['2 publishers, 2 articles, 2 unread, 0 fresh, followed']);
  expect(restored.article(ids[0]!)).toMatchObject({ title: quake[0]!.title, tags: ['Nepal'] });
  expect(restored.article(ids[0]!)!.links[0]!.target).toMatchObject({ id: ids[1] });
  expect(restored.headlinesOf(ids).map(({ status }) => status.bookmarked)).toEqual([false, true]);
  expect(idOf(restored, quake[1]!.title!)).toBe(ids[1]);
  expect(restored.counts([{ conditions: [], sort: 'newest' }], scopeOf(restored))).toEqual([9]);
  restored.close();
});

test('no article stands behind another of a story that is not known any more', () => {
  const at = folder();
  const first = openLibrary(at, now).library;
  feed(first, keepFeed(first), ...quake, ...others);
  connectAll(first);
  const folded = (library: Library) =>
    library.headlines({ conditions: [], sort: 'newest', folded: true }, scopeOf(library), { from: 'start', limit: 50 });
  expect(folded(first)).toMatchObject({ total: 7 });
  first.close();
  spoil(at);
  const { library } = openLibrary(at, now);
  expect(folded(library).rows).toHaveLength(9);
  expect(folded(library).total).toBe(9);
  connectAll(library);
  expect(folded(library)).toMatchObject({ total: 7 });
  library.close();
});
