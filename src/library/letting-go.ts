import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../news/index.ts';
import { index, removeFromIndex } from './word-index.ts';
import { all, run, type Row } from './statements.ts';
import { transaction } from './transaction.ts';
import { line, lineOrNull, lines } from './values.ts';

/**
 * Lets go of the texts of articles from the web that were filed before the instant, the oldest first and `limit` at most, in one
 * transaction. Returns how many. Headline, links and status stay, and title and summary are still found.
 */
export function letGo(db: DatabaseSync, before: Instant, limit: number): number {
  return transaction(db, () => {
    const rows = all(db, aged, before, limit);
    for (const row of rows) letGoOf(db, row);
    return rows.length;
  });
}

/** Along an index of those texts alone, so that only what the reader has marked is passed over. */
const aged = `
  SELECT a.key, h.title, h.summary, h.byline, h.tags
  FROM articles AS a INDEXED BY articles_text_filed
  CROSS JOIN headlines AS h ON h.article = a.key
  LEFT JOIN statuses AS u ON u.article = a.id
  WHERE a.text_filed < ? AND a.bookmarked = 0 AND a.read != 1 AND ifnull(u.tags, '[]') = '[]'
  ORDER BY a.text_filed LIMIT ?`;

function letGoOf(db: DatabaseSync, row: Row): void {
  const key = Number(row['key']);
  removeFromIndex(db, key);
  run(db, "UPDATE bodies SET prose = '', links = NULL WHERE article = ?", key);
  run(db, 'DELETE FROM pages WHERE article = ?', key);
  run(db, 'UPDATE articles SET text_filed = NULL WHERE key = ?', key);
  index(db, key, {
    title: line(row['title']),
    aliases: [],
    summary: lineOrNull(row['summary']),
    byline: lineOrNull(row['byline']),
    tags: lines(row['tags']),
    body: [],
  });
}
