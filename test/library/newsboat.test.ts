import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { readNewsboat } from '../../src/library/index.ts';
import { day, folder } from './shelf.ts';

const feeds = `CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
  title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0);`;
const articles = `CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
  title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL,
  pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL`;
/** What later versions added. */
const later = `, enclosure_url VARCHAR(1024), enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52),
  deleted INTEGER(1) NOT NULL DEFAULT 0, base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT ""`;

function cache(...sql: readonly string[]): string {
  const path = join(folder(), 'cache.db');
  const db = new DatabaseSync(path, { enableDoubleQuotedStringLiterals: true });
  for (const step of sql) db.exec(step);
  db.close();
  return path;
}

const filled = `
  INSERT INTO rss_feed (rssurl, url, title) VALUES ('https://one.example/feed', 'https://one.example/', 'One');
  INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) VALUES
    ('1', 'Older', '', 'https://one.example/1', 'https://one.example/feed', ${day(1, 1) / 1000}, '<p>Text</p>', 0),
    ('2', 'Newer', 'A. Writer', '', 'https://one.example/feed', ${day(1, 2) / 1000}, '', 1),
    ('3', 'Undated', '', '', 'https://one.example/feed', 0, '', 1);`;

const plain = {
  feed: 'https://one.example/feed',
  author: null,
  address: null,
  html: '',
  read: false,
  bookmarked: false,
};

test('feeds and articles of newsboat come over with what was read and flagged, the newest first', () => {
  const path = cache(
    feeds,
    `${articles}${later});`,
    filled,
    `UPDATE rss_item SET flags = 's' WHERE guid = '2';
    INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, deleted)
      VALUES ('4', 'Deleted', '', '', 'https://one.example/feed', 1, '', 1, 1);`,
  );
  expect(readNewsboat(path)).toEqual({
    value: {
      feeds: [{ address: 'https://one.example/feed', title: 'One' }],
      articles: [
        { ...plain, guid: '2', title: 'Newer', author: 'A. Writer', published: day(1, 2), bookmarked: true },
        {
          ...plain,
          guid: '1',
          title: 'Older',
          address: 'https://one.example/1',
          published: day(1, 1),
          html: '<p>Text</p>',
          read: true,
        },
        { ...plain, guid: '3', title: 'Undated', published: null },
      ],
    },
    problems: [],
  });
});

test('the cache of an older newsboat has fewer columns', () => {
  expect(readNewsboat(cache(feeds, `${articles});`, filled)).value?.articles).toHaveLength(3);
});

test('text that newsboat says is plain is no markup', () => {
  const path = cache(
    feeds,
    `${articles}${later});`,
    filled,
    `UPDATE rss_item SET content = 'a < b & c', content_mime_type = 'text/plain'`,
  );
  expect(readNewsboat(path).value?.articles[0]?.html).toBe('<pre>a &lt; b &amp; c</pre>');
});

test('nothing of it can steer the terminal, and no number is too large', () => {
  const evil = '\u001b]0;x\u0007\u202e';
  const path = cache(feeds, `${articles}${later});`, filled);
  const db = new DatabaseSync(path);
  db.prepare(
    'UPDATE rss_item SET guid = ?1, title = ?1, author = ?1, url = ?1, feedurl = ?1, pubDate = 9223372036854775807',
  ).run(evil);
  db.prepare('UPDATE rss_feed SET rssurl = ?1, title = ?1').run(evil);
  db.close();
  const { value } = readNewsboat(path);
  expect(value?.articles[0]?.published).toBeNull();
  expect(JSON.stringify(value)).not.toMatch(/\\u00|[\u007f-\u009f\u202e]/);
});

test('the file is only read', () => {
  const path = cache(feeds, `${articles}${later});`, filled);
  chmodSync(path, 0o400);
  expect(readNewsboat(path).problems).toEqual([]);
});

test.each<[string, () => string, RegExp]>([
  ['is not there', () => join(folder(), 'cache.db'), /cannot be read/],
  ['is a folder', () => folder(), /it is not a file/],
  ['is a text', () => written('Dear reader'), /it is not a library|no cache of newsboat/],
  ['only begins like one', () => written(`SQLite format 3\0${'x'.repeat(5000)}`), /cannot be read/],
  [
    'belongs to another program',
    () => cache('CREATE TABLE moz_places (url TEXT)'),
    /has none of its articles and feeds/,
  ],
  ['lacks a column', () => cache(feeds, 'CREATE TABLE rss_item (guid TEXT)'), /has none of its articles and feeds/],
  [
    'has a view without end for a table',
    () =>
      cache(
        feeds,
        `CREATE VIEW rss_item AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS guid,
          i AS title, i AS author, i AS url, i AS feedurl, i AS pubDate, i AS content, i AS unread FROM n`,
      ),
    /has none of its articles and feeds/,
  ],
])('a file that %s is told in words', (_, make, words) => {
  const path = make();
  const { value, problems } = readNewsboat(path);
  expect(value).toBeNull();
  expect(problems).toMatchObject([{ kind: 'unreadable', where: path, detail: expect.stringMatching(words) }]);
});

function written(text: string): string {
  const at = folder();
  mkdirSync(join(at, 'newsboat'));
  writeFileSync(join(at, 'newsboat/cache.db'), text);
  return join(at, 'newsboat/cache.db');
}
