import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Headline } from '../../src/news/index.ts';
import { readSettings } from '../../src/app/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { call, callJson } from './call.ts';

/** An empty library, and a folder in which files lie that are imported into it. */
function open(files: Readonly<Record<string, string>> = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'carry-')));
  const { library } = openLibrary(join(folder, 'library'), 0);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  onTestFinished(() => {
    library.close();
    rmSync(folder, { recursive: true });
  });
  const home = { settings: join(folder, 'settings'), library: folder, cache: folder, reports: folder };
  const setting = { library, desk: {}, context: { folder, home } };
  const rows = (): readonly Headline[] => {
    const scope = library.sources().map(({ id }) => id);
    return library.headlines({ conditions: [], sort: 'title' }, scope, { from: 'start', limit: 1000 }).rows;
  };
  /** Returns each article on a line: its marks, its title, its tags. */
  const articles = () =>
    rows().map(
      ({ title, status: { read, bookmarked, tags } }) => `${read}${bookmarked ? ' ★' : ''} ${title} [${tags.join()}]`,
    );
  return { folder, library, setting, articles };
}

const urls = String.raw`https://a.example/feed news "~The A"
https://b.example/feed news
exec:~/bin/feed.sh
"query:Unread:unread = \"yes\""
"query:News of A:feedtitle = \"the a\" and age < 7"
"query:Gone:rssurl = \"https://nowhere.example/feed\""
`;

test('newsboat’s feeds become sources, and its queries lists; what cannot be is told', async () => {
  const { library, setting } = open({ urls });
  expect(await call(['import', 'urls'], setting)).toEqual({
    code: 0,
    out: 'urls: newsboat’s list of feeds, 2 feeds, 3 lists (Unread, News of A, Gone)\n',
    err: `"alsosee refresh" fetches what the new feeds have.
urls, line 3: left out, as “exec:” has a program run, which is not done here: exec:~/bin/feed.sh
`,
  });
  const [a, b] = library.sources();
  expect([a, b]).toMatchObject([
    { kind: 'feed', name: 'The A', location: 'https://a.example/feed', kept: true, tags: ['news'] },
    { kind: 'feed', name: 'b.example', location: 'https://b.example/feed', kept: true, tags: ['news'] },
  ]);
  expect(readSettings(setting.context.home.settings).value.lists).toEqual({
    Unread: 'is:unread',
    'News of A': 'source:"the a" age:<7d',
    Gone: 'source:https://nowhere.example/feed',
  });
});

test('imported again, feeds keep the names that they were given', async () => {
  const { library, setting } = open({ urls });
  await call(['import', 'urls'], setting);
  await call(['sources', 'The A', '--rename', 'Mine', '--pause'], setting);
  const { out } = await call(['import', 'urls'], setting);
  expect(out).toContain('2 feeds (all here already)');
  expect(library.sources()).toMatchObject([{ name: 'Mine', paused: true }, { name: 'b.example' }]);
  expect(Object.keys(readSettings(setting.context.home.settings).value.lists)).toHaveLength(3);
});

test('what a list names in the reader’s own network is kept, but paused until they say otherwise', async () => {
  const lists = { urls: 'https://a.example/feed\nhttp://192.168.1.1/reboot\nhttp://[::1]:8080/feed "~Mine"\n' };
  const { library, setting } = open(lists);
  const { out, err } = await call(['import', 'urls'], setting);
  expect(out).toContain('3 feeds');
  expect(err).toContain(
    'urls: 2 feeds inside your own network (192.168.1.1, [::1]:8080) are kept, but paused, as a list may come from anybody. "alsosee sources NAME --resume" has it asked for news.\n',
  );
  expect(library.sources().map(({ paused }) => paused)).toEqual([false, true, true]);
  await call(['sources', 'Mine', '--resume'], setting);
  expect((await call(['import', 'urls'], setting)).err).not.toContain('own network');
  expect(library.sources().map(({ paused }) => paused)).toEqual([false, true, false]);
});

test('a list that is all of one host in the reader’s own network is their own, and is asked for news', async () => {
  const { library, setting } = open({ urls: 'http://home.lan:8080/a\nhttp://home.lan:8080/b\n' });
  const { err } = await call(['import', 'urls'], setting);
  expect(err).toContain('All of its feeds lie on home.lan:8080, inside your own network.\n');
  expect(library.sources().map(({ paused }) => paused)).toEqual([false, false]);
});

test('pages of another program are headlines with their marks, of one source a site', async () => {
  const { library, setting, articles } = open({
    'pocket.csv': `title,url,time_added,tags,status
Ebb,https://sea.example/ebb?utm_source=x,1700000000,sea|moon,unread
Flood,https://www.sea.example/flood,1700000001,,archive
Sand,https://sand.example/,1700000002,,unread
A note,about:blank,1700000003,,unread
`,
  });
  const first = await call(['import', 'pocket.csv'], setting);
  expect(first).toEqual({
    code: 0,
    out: 'pocket.csv: a Pocket export (CSV), 3 articles\nMarked: 3\n',
    err: 'pocket.csv: 1 left out, as their addresses are none of the web: such as “about:blank”\n',
  });
  const kept = ['unread ★ Ebb [sea,moon]', 'read Flood []', 'unread ★ Sand []'];
  expect(articles()).toEqual(kept);
  expect(library.sources().map(({ kind, name, kept }) => ({ kind, name, kept }))).toEqual(
    ['sea.example', 'sea.example', 'sand.example'].map((name) => ({ kind: 'page', name, kept: true })),
  );
  const { out } = await call(['import', 'pocket.csv'], setting);
  expect(out).toBe('pocket.csv: a Pocket export (CSV), 3 articles (all here already)\n');
  expect(articles()).toEqual(kept);
});

test('no mark is taken away by importing anew', async () => {
  const { setting, articles } = open({ 'a.csv': 'url,title,tags,status\nhttps://a.example/,A,x,unread\n' });
  await call(['import', 'a.csv'], setting);
  await call(['mark', 'https://a.example/', '--read'], setting);
  await call(['import', 'a.csv'], setting);
  expect(articles()).toEqual(['read ★ A [x]']);
});

test('an export in parts is imported from its folder', async () => {
  const { folder, setting, articles } = open();
  mkdirSync(join(folder, 'omnivore'));
  const row = (title: string) => [{ url: `https://${title}.example/`, title, state: 'Active', labels: [] }];
  writeFileSync(join(folder, 'omnivore', 'metadata_20_to_40.json'), JSON.stringify(row('b')));
  writeFileSync(join(folder, 'omnivore', 'metadata_0_to_20.json'), JSON.stringify(row('a')));
  writeFileSync(join(folder, 'omnivore', 'other.json'), '{}');
  const { out } = await call(['import', 'omnivore'], setting);
  expect(out).toBe(`metadata_0_to_20.json: an Omnivore export, 1 article
metadata_20_to_40.json: an Omnivore export, 1 article
Marked: 2
`);
  expect(articles()).toEqual(['unread ★ a []', 'unread ★ b []']);
});

/** Writes a cache of newsboat with two articles of a feed, and one of a program's output. */
function writeCache(path: string) {
  const db = new DatabaseSync(path);
  db.exec(`
    CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL,
      lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT '');
    CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,
      author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL,
      content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
      enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0, base VARCHAR(128) NOT NULL DEFAULT '',
      content_mime_type VARCHAR(255) NOT NULL DEFAULT '', enclosure_description VARCHAR(1024) NOT NULL DEFAULT '',
      enclosure_description_mime_type VARCHAR(128) NOT NULL DEFAULT '');
    INSERT INTO rss_feed (rssurl, url, title) VALUES ('https://sea.example/feed', 'https://sea.example/', 'The sea'), ('exec:x.sh', '', 'X');
    INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags) VALUES
      ('1', 'Ebb', 'Ada', 'https://sea.example/ebb', 'https://sea.example/feed', 1700000000, '<p>Out.</p>', 0, 's'),
      ('2', 'Flood', '', 'https://sea.example/flood', 'https://sea.example/feed', 1700000001, '<p>In.</p>', 1, ''),
      ('3', 'Output', '', 'https://x.example/', 'exec:x.sh', 1700000002, '', 0, '');`);
  db.close();
}

test('newsboat’s cache brings its feeds, the headlines of its articles, and what was read and flagged', async () => {
  const { folder, library, setting, articles } = open();
  writeCache(join(folder, 'cache.db'));
  const { code, out, err } = await call(['import', 'cache.db'], setting);
  expect({ code, out }).toEqual({
    code: 0,
    out: 'cache.db: newsboat’s articles, 1 feed, 2 articles\nMarked: 1\n',
  });
  expect(err).toContain('exec:x.sh: left out with its articles, as it is no feed of the web\n');
  expect(articles()).toEqual(['read ★ Ebb []', 'unread Flood []']);
  expect(library.sources()).toMatchObject([{ kind: 'feed', name: 'The sea', location: 'https://sea.example/feed' }]);
  expect((await call(['import', 'cache.db'], setting)).out).toBe(
    'cache.db: newsboat’s articles, 1 feed (all here already), 2 articles (all here already)\n',
  );
});

test('a database that is none of newsboat is told: exit 1', async () => {
  const { folder, setting } = open();
  new DatabaseSync(join(folder, 'other.db')).exec('CREATE TABLE t (x)');
  const { code, err } = await call(['import', 'other.db'], setting);
  expect({ code, told: err.includes('newsboat') }).toEqual({ code: 1, told: true });
});

test('the feeds that are exported can be imported into another library', async () => {
  const before = open({ urls });
  await call(['import', 'urls'], before.setting);
  before.library.changeSource(before.library.sources()[1]!.id, { location: 'https://ada:secret@b.example/feed' });
  const { out, err } = await call(['export', 'opml'], before.setting);
  expect(err).toBe('b.example: written without the name and password that its address has here\n');
  const after = open({ 'feeds.opml': out });
  await call(['import', 'feeds.opml'], after.setting);
  expect(after.library.sources()).toMatchObject([
    { name: 'The A', location: 'https://a.example/feed', tags: ['news'] },
    { name: 'b.example', location: 'https://b.example/feed', tags: ['news'] },
  ]);
  const { envelope } = await callJson(['export', 'opml'], after.setting);
  expect(envelope.data).toMatchObject({
    feeds: [{ name: 'The A', address: 'https://a.example/feed', tags: ['news'] }, {}],
  });
});

test.each(['html', 'csv'])('bookmarks that are exported as %s can be imported into another library', async (format) => {
  const csv =
    'url,title,tags,status,bookmarked\nhttps://a.example/?x=1,"A, <b>",sea|moon,archive,true\nhttps://b.example/,B,,unread,\n';
  const before = open({ 'a.csv': csv });
  await call(['import', 'a.csv'], before.setting);
  const { out } = await call(['export', 'bookmarks', '--format', format], before.setting);
  const after = open({ file: out });
  await call(['import', 'file'], after.setting);
  expect(after.articles()).toEqual(['read ★ A, <b> [sea,moon]', 'unread ★ B []']);
});

test('bookmarks as Markdown have their links', async () => {
  const { setting } = open({ 'a.csv': 'url,title\nhttps://a.example/,A\n' });
  await call(['import', 'a.csv'], setting);
  expect((await call(['export', 'bookmarks'], setting)).out).toMatch(
    /^# Bookmarks\n\n- \[A\]\(https:\/\/a\.example\/\) — a\.example \(\S+\)\n$/,
  );
});

test.each([
  ['what.json', '{"x":1}', /what\.json: The file holds nothing that is known here/],
  ['what.csv', 'a,b\n1,2\n', /what\.csv: The file holds nothing that is known here/],
])('%s holds nothing: exit 1', async (name, text, says) => {
  const { setting } = open({ [name]: text });
  const { code, out, err } = await call(['import', name], setting);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(says);
});

test('tags survive that a category of OPML could not hold', async () => {
  const before = open({
    urls: 'https://a.example/feed "News" "North/South" "Bread, butter" "Sea"\n',
  });
  await call(['import', 'urls'], before.setting);
  const { out } = await call(['export', 'opml'], before.setting);
  const after = open({ 'feeds.opml': out });
  await call(['import', 'feeds.opml'], after.setting);
  const { envelope } = await callJson(['sources'], after.setting);
  const [source] = envelope.data as readonly { readonly tags: readonly string[] }[];
  expect(source?.tags.toSorted()).toEqual(['Bread, butter', 'News', 'North/South', 'Sea']);
});
