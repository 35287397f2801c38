import type { DatabaseSync } from 'node:sqlite';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Instant, Reading } from '../news/index.ts';
import { connect } from './connect.ts';
import { wrongOutside } from './examine.ts';
import { all, type Row } from './statements.ts';
import { instant, line } from './values.ts';

/** What newsboat keeps in its cache.db. */
export interface Newsboat {
  readonly feeds: readonly { readonly address: Safe; readonly title: Safe }[];
  /** The newest first. */
  readonly articles: readonly NewsboatArticle[];
}

export interface NewsboatArticle {
  /** The address of its feed. */
  readonly feed: Safe;
  readonly guid: Safe;
  readonly title: Safe;
  readonly address: Safe | null;
  readonly author: Safe | null;
  readonly published: Instant | null;
  /** As it came from the feed, not cleaned: it must be read as any page is. */
  readonly html: string;
  readonly read: boolean;
  /** Whether it has any of newsboat's flags, which are letters of the reader's choice. */
  readonly bookmarked: boolean;
}

/** Articles that are taken over at most, and characters of their texts; beyond those only the headlines come over. */
const mostArticles = 200_000;
const mostText = 200_000_000;

/**
 * Reads newsboat's cache.db, which is opened for reading alone. A file that is none, is damaged, or is being written, is told
 * as a problem. Its tables are those of newsboat 2.10 and later (src/cache.cpp there): `rss_feed` has rssurl and title,
 * `rss_item` has guid, title, author, url, feedurl, pubDate (seconds since 1970), content, unread, and, by version, flags,
 * deleted and content_mime_type.
 */
export function readNewsboat(path: string): Reading<Newsboat | null> {
  let db: DatabaseSync | undefined;
  try {
    const wrong = wrongOutside(path);
    if (wrong !== null) return unread(path, say`This is no cache of newsboat: it ${cleanLine(wrong)}.`);
    db = connect(path, 'read');
    db.exec('PRAGMA trusted_schema = OFF');
    return readTables(db, path);
  } catch (error) {
    // Whatever SQLite or the disk says about a file that is not ours is a word to the reader and no fault.
    const why = cleanLine(error instanceof Error ? error.message : 'it cannot be opened');
    return unread(path, say`The cache of newsboat cannot be read (${why}). Close newsboat and try again.`);
  } finally {
    db?.close();
  }
}

function unread(path: string, detail: Safe): Reading<null> {
  return { value: null, problems: [{ kind: 'unreadable', where: cleanLine(path), detail }] };
}

function readTables(db: DatabaseSync, path: string): Reading<Newsboat | null> {
  const columns = columnsOf(db, 'rss_item');
  const missing = [
    ...['guid', 'title', 'author', 'url', 'feedurl', 'pubDate', 'content', 'unread'].filter(
      (name) => !columns.has(name),
    ),
    ...['rssurl', 'title'].filter((name) => !columnsOf(db, 'rss_feed').has(name)),
  ];
  if (missing.length > 0)
    return unread(path, say`This is no cache of newsboat: it has none of its articles and feeds.`);
  const feeds = all(db, `SELECT rssurl, title FROM rss_feed ORDER BY rowid LIMIT ${mostArticles}`);
  const { articles, cut } = readArticles(db, columns);
  const detail = say`There is more in the cache of newsboat than can be taken over at once: of the oldest articles only the headlines were, or nothing.`;
  return {
    value: { feeds: feeds.map((row) => ({ address: line(row['rssurl']), title: line(row['title']) })), articles },
    problems: cut ? [{ kind: 'too-large', where: cleanLine(path), detail }] : [],
  };
}

/** Of real tables only: a view in a foreign file might never end. */
function columnsOf(db: DatabaseSync, table: string): ReadonlySet<string> {
  const sql = `SELECT columns.name FROM pragma_table_list(?1) AS tables, pragma_table_info(?1) AS columns
    WHERE tables.type = 'table' AND tables.schema = 'main'`;
  return new Set(all(db, sql, table).map((row) => String(row['name'])));
}

function readArticles(db: DatabaseSync, columns: ReadonlySet<string>) {
  const or = (column: string, absent: string) => (columns.has(column) ? column : `${absent} AS ${column}`);
  const statement = db.prepare(`
    SELECT guid, title, author, url, feedurl, pubDate, content, unread, ${or('flags', "''")}, ${or('content_mime_type', "''")}
    FROM rss_item ${columns.has('deleted') ? 'WHERE deleted = 0' : ''}
    ORDER BY pubDate DESC, rowid DESC LIMIT ${mostArticles + 1}`);
  statement.setReadBigInts(true);
  const articles: NewsboatArticle[] = [];
  let room = mostText;
  for (const row of statement.iterate()) {
    if (articles.length === mostArticles) return { articles, cut: true };
    const article = readArticle(row);
    room -= article.html.length;
    articles.push(room >= 0 ? article : { ...article, html: '' });
  }
  return { articles, cut: room < 0 };
}

function readArticle(row: Row): NewsboatArticle {
  const seconds = Number(row['pubDate']);
  return {
    feed: line(row['feedurl']),
    guid: line(row['guid']),
    title: line(row['title']),
    address: line(row['url']) || null,
    author: line(row['author']) || null,
    published: seconds > 0 ? instant(seconds * 1000) : null,
    html: htmlOf(row['content'], row['content_mime_type']),
    read: Number(row['unread']) === 0,
    bookmarked: line(row['flags']) !== '',
  };
}

/** Newer versions keep text that is not HTML as such, and say so. */
function htmlOf(content: unknown, type: unknown): string {
  const text = typeof content === 'string' ? content : '';
  const isPlain = typeof type === 'string' && /^text\/(?!.*html)/i.test(type);
  return isPlain ? `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>` : text;
}
