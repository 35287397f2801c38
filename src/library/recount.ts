import type { DatabaseSync } from 'node:sqlite';
import { all, one, run } from './statements.ts';

/** A table of counts, and what it must hold. */
interface Counts {
  readonly table: string;
  readonly counted: string;
}

const tally: Counts = {
  table: 'tally',
  counted: `SELECT source, kind, read, bookmarked, read_at IS NOT NULL AS opened, count(*) AS articles
    FROM articles GROUP BY 1, 2, 3, 4, 5`,
};

const carried: Counts = {
  table: 'carried',
  counted: `SELECT c.source AS carrier, a.source AS owner, a.kind, a.read, a.bookmarked, a.read_at IS NOT NULL AS opened,
      count(*) AS articles
    FROM carriers AS c JOIN articles AS a ON a.key = c.article GROUP BY 1, 2, 3, 4, 5, 6`,
};

const tagged: Counts = {
  table: 'tagged',
  counted: 'SELECT tag_key, max(tag) AS tag, count(*) AS articles FROM tags GROUP BY tag_key',
};

/**
 * Makes anew what is kept of other tables so that no list has to look them up: the copies of each status, and the counts.
 * Returns how many of them were wrong. Call it inside a transaction.
 */
export function recount(db: DatabaseSync): number {
  const copies = run(db, copyStatuses) + run(db, countCarriers) + run(db, countConnected);
  return copies + [tally, carried, tagged].reduce((wrong, counts) => wrong + countAnew(db, counts), 0);
}

const copyStatuses = `UPDATE articles SET (read, bookmarked, read_at) =
    (SELECT ifnull(max(s.read), 0), ifnull(max(s.bookmarked), 0), max(s.read_at) FROM statuses AS s WHERE s.article = articles.id)
  WHERE (read, bookmarked, ifnull(read_at, -1)) != (SELECT ifnull(max(s.read), 0), ifnull(max(s.bookmarked), 0),
    ifnull(max(s.read_at), -1) FROM statuses AS s WHERE s.article = articles.id)`;

const countCarriers = `UPDATE articles SET carriers = (SELECT count(*) FROM carriers WHERE article = key)
  WHERE carriers != (SELECT count(*) FROM carriers WHERE article = key)`;

const countConnected = `UPDATE connecting SET (articles, behind) =
    ((SELECT count(*) FROM cards), (SELECT count(*) FROM articles WHERE behind = 1))
  WHERE (articles, behind) != ((SELECT count(*) FROM cards), (SELECT count(*) FROM articles WHERE behind = 1))`;

function countAnew(db: DatabaseSync, { table, counted }: Counts): number {
  const kept = `SELECT * FROM ${table} WHERE articles != 0`;
  const differs = (one: string, other: string): string => `SELECT count(*) AS rows FROM (${one} EXCEPT ${other})`;
  const wrong = Number(one(db, differs(counted, kept))?.['rows']) + Number(one(db, differs(kept, counted))?.['rows']);
  if (wrong === 0) return 0;
  run(db, `DELETE FROM ${table}`);
  run(db, `INSERT INTO ${table} (${columnsOf(db, table)}) ${counted}`);
  return wrong;
}

function columnsOf(db: DatabaseSync, table: string): string {
  return all(db, 'SELECT name FROM pragma_table_info(?)', table)
    .map((row) => String(row['name']))
    .join(', ');
}
