import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addFunctions } from '../../library/asked-functions.ts';
import { hashOfKey } from '../../library/entry-keys.ts';
import { forIndex } from '../../query/index.ts';

/** Articles that are connected as a reader's are, the newest. What is older has the story that it is given here. */
const connected = 2000;

/**
 * Copies the articles that were filed into so many more, in SQL: the very tables that filing them would give, with other titles,
 * ids, addresses and dates, in a tenth of the time. `first` is the number of the first copy, `apart` the milliseconds between two.
 */
export function grow(folder: string, first: number, apart: number): void {
  const db = opened(folder);
  db.exec(wordsOnce);
  db.exec(`BEGIN; ${copies(first, apart)} COMMIT;`);
  db.close();
}

/** Marks some, gives all but the newest their stories, and has sources carry what others brought. */
export function finish(folder: string): void {
  const db = opened(folder);
  db.exec(`BEGIN; ${marks} ${stories} ${carried} COMMIT; DROP TABLE IF EXISTS grown;`);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE);');
  db.close();
}

function opened(folder: string): DatabaseSync {
  const db = new DatabaseSync(join(folder, 'library.db'));
  addFunctions(db, folder);
  db.function('key_of', { useBigIntArguments: true }, (address) =>
    hashOfKey({ value: `at ${String(address)}`, everywhere: true }),
  );
  db.function('for_index', (text) => forIndex(String(text)));
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY;');
  return db;
}

/** The words of what was filed, as the index has them: it keeps no text of its own. Each article ends with its number. */
const wordsOnce = `
  CREATE TABLE IF NOT EXISTS grown (
    key INTEGER PRIMARY KEY, number INTEGER, address TEXT, address_key TEXT, title TEXT, beside TEXT, body TEXT);
  INSERT INTO grown
    SELECT a.key, CAST(a.fingerprint AS INTEGER), a.address, substr(a.address, 9), for_index(a.title),
      for_index(concat_ws(char(10), a.summary, a.byline, (SELECT group_concat(value, char(10)) FROM json_each(a.tags)))),
      for_index((SELECT group_concat(span.value ->> 'text', char(10)) FROM json_each(a.prose) AS block, json_each(block.value, '$.spans') AS span))
    FROM (
      SELECT a.key, h.fingerprint, h.title, h.summary, h.byline, h.tags, b.prose, b.details ->> 'address' AS address
      FROM articles AS a JOIN headlines AS h ON h.article = a.key JOIN bodies AS b ON b.article = a.key) AS a
    WHERE NOT EXISTS (SELECT 1 FROM grown);`;

function copies(first: number, apart: number): string {
  const key = (column: string) => `${column} + ${first}`;
  const titled = (column: string) => `replace(${column}, 'report ' || g.number, 'report ' || (g.number + ${first}))`;
  const named = (column: string) => `CASE substr(${column}, 1, 2)
    WHEN 't:' THEN ${titled(column)} WHEN 'i:' THEN ${column} || '-${first}' ELSE ${column} || '-${first}' END`;
  return `
    INSERT INTO articles (key, id, source, path, kind, published, words, title_key, publisher_key, filed, text_filed, keys)
      SELECT ${key('a.key')}, id || '-${first}', source, path, kind, published + ${first * apart}, words, ${titled('title_key')},
        publisher_key, filed, text_filed, keys
      FROM grown AS g CROSS JOIN articles AS a ON a.key = g.key ORDER BY g.number;
    INSERT INTO headlines (article, title, summary, byline, publisher, tags, also_see, background, declared, fingerprint)
      SELECT ${key('article')}, ${titled('h.title')}, summary, byline, publisher, tags, also_see, background, declared, number + ${first}
      FROM grown AS g CROSS JOIN headlines AS h ON h.article = g.key;
    INSERT INTO filters (article, folded, own_tags) SELECT ${key('article')}, ${titled('folded')}, own_tags
      FROM grown AS g CROSS JOIN filters AS f ON f.article = g.key;
    INSERT INTO bodies (article, prose, details, links)
      SELECT ${key('article')}, prose, replace(details, g.address, g.address || '-${first}'), links
      FROM grown AS g CROSS JOIN bodies AS b ON b.article = g.key;
    INSERT INTO search (rowid, title, summary, body) SELECT n.search_row, ${titled('g.title')}, g.beside, g.body
      FROM grown AS g CROSS JOIN articles AS n ON n.key = ${key('g.key')} ORDER BY n.search_row;
    INSERT INTO names (name, article) SELECT ${named('name')}, ${key('article')}
      FROM grown AS g CROSS JOIN names ON names.article = g.key;
    INSERT INTO links (article, ordinal, relation, text, address, target, guess, sure)
      SELECT ${key('article')}, ordinal, relation, text, l.address || '-${first}', ${key('target')}, guess, sure
      FROM grown AS g CROSS JOIN links AS l ON l.article = g.key;
    INSERT INTO wants (article, ordinal, rank, name) SELECT ${key('article')}, ordinal, rank, ${named('name')}
      FROM grown AS g CROSS JOIN wants ON wants.article = g.key;
    INSERT INTO tags (tag_key, article, own, tag) SELECT tag_key, ${key('article')}, own, tag
      FROM grown AS g CROSS JOIN tags ON tags.article = g.key;
    INSERT INTO keys (hash, article) SELECT key_of(g.address_key || '-${first}'), id || '-${first}'
      FROM grown AS g CROSS JOIN articles AS a ON a.key = g.key;`;
}

/** One of twenty is read, one of 400 is bookmarked, and one of 2000 half read. */
const marks = `
  INSERT INTO statuses (article, read, read_at, progress)
    SELECT id, 2, filed - key, 1 FROM articles WHERE key % 20 = 3;
  INSERT INTO statuses (article, read, read_at, progress, block, "offset")
    SELECT id, 1, filed - key, 0.4, 2, 0 FROM articles WHERE key % 2000 = 5;
  INSERT INTO statuses (article, bookmarked, bookmarked_at) SELECT id, 1, filed FROM articles WHERE key % 400 = 7;`;

/** Of nine articles in a row three tell of one event. */
const stories = `
  UPDATE connecting SET stories = (SELECT max(key) + 1 FROM articles);
  DELETE FROM waiting WHERE article NOT IN (SELECT key FROM articles ORDER BY newest, title_key, key LIMIT ${connected});
  INSERT INTO cards (article, story, kind, explains, published, words, length)
    SELECT key, CASE key % 3 WHEN 0 THEN key / 9 * 9 ELSE key END, kind, 0, published, words, 1 FROM articles
    WHERE key NOT IN (SELECT article FROM waiting);
  UPDATE articles SET behind = 1 WHERE key IN (
    SELECT article FROM (
      SELECT c.article, row_number() OVER (PARTITION BY c.story ORDER BY a.newest, a.title_key, a.key) AS place
      FROM cards AS c CROSS JOIN articles AS a ON a.key = c.article WHERE c.article % 3 = 0) WHERE place > 1);
  UPDATE connecting SET ungrouped = 0;`;

const carried = `
  INSERT INTO carriers (source, article, dated)
    SELECT CASE source WHEN 1 THEN 2 ELSE 1 END, key, filed FROM articles WHERE key % 200 = 11;`;
