import type { DatabaseSync } from 'node:sqlite';
import { isWhole } from './examine.ts';
import { index, writeGatheredWords } from './word-index.ts';
import { recount } from './recount.ts';
import { all, one, run, type Row } from './statements.ts';
import { readProse } from './stored-prose.ts';
import { transaction } from './transaction.ts';
import { line, lineOrNull, lines } from './values.ts';

/** What is being done, in the order in which it is done. */
export type Stage = 'examining' | 'sorting' | 'counting' | 'indexing' | 'packing';

/** Hears what is being done, and of how many articles it is done already. */
export type Tell = (stage: Stage, done: number, all: number) => void;

/** What a repair did. Sizes are in bytes. */
export interface Repaired {
  /** Whether SQLite finds every page, row and index as it should be, now that all is done. */
  readonly sound: boolean;
  /** Articles whose words were put into the index anew. */
  readonly articles: number;
  /** Counts that were wrong. */
  readonly miscounted: number;
  readonly before: number;
  readonly after: number;
  /** Whether there was no room to pack the library: all else was done. */
  readonly crowded: boolean;
}

/**
 * Makes anew what is made of the articles: indexes, counts, and the words that are searched; and packs the file. Each step is
 * one change: killed in the middle of it, the library is as it was before that.
 */
export function repair(db: DatabaseSync, tell: Tell): Repaired {
  const before = sizeOf(db);
  tell('sorting', 0, 0);
  db.exec('REINDEX');
  tell('counting', 0, 0);
  const miscounted = transaction(db, () => recount(db));
  const articles = transaction(db, () => indexAll(db, (done, all) => tell('indexing', done, all)));
  tell('packing', 0, 0);
  const crowded = !pack(db);
  tell('examining', 0, 0);
  return { sound: isWhole(db), articles, miscounted, before, after: sizeOf(db), crowded };
}

function sizeOf(db: DatabaseSync): number {
  const pages = Number(one(db, 'PRAGMA page_count')?.['page_count']);
  return pages * Number(one(db, 'PRAGMA page_size')?.['page_size']);
}

/** Articles that are read at a time. */
const batch = 500;

/** Puts the words of every article into an empty index of words. Returns how many articles there are. */
export function indexAll(db: DatabaseSync, tell: (done: number, all: number) => void = () => undefined): number {
  db.exec("INSERT INTO search (search) VALUES ('delete-all')");
  const articles = Number(one(db, 'SELECT count(*) AS all_of_them FROM articles')?.['all_of_them']);
  let done = 0;
  for (let rows = all(db, toIndex, -1, batch); rows.length > 0; rows = all(db, toIndex, keyOf(rows.at(-1)), batch)) {
    tell(done, articles);
    for (const row of rows) indexOne(db, row);
    writeGatheredWords(db);
    done += rows.length;
  }
  run(db, "INSERT INTO search (search) VALUES ('optimize')");
  return done;
}

const keyOf = (row: Row | undefined): number => Number(row?.['key']);

/** Where there is a page of it, that is what is shown and looked through. Names of titles hold the aliases. */
const toIndex = `SELECT a.key, h.title, ifnull(h.summary, p.summary) AS summary, ifnull(h.byline, p.byline) AS byline, h.tags,
    ifnull(p.prose, b.prose) AS prose,
    (SELECT json_group_array(substr(name, 3)) FROM names WHERE article = a.key AND name >= 't:' AND name < 't;') AS named
  FROM articles AS a
  CROSS JOIN headlines AS h ON h.article = a.key
  LEFT JOIN bodies AS b ON b.article = a.key
  LEFT JOIN pages AS p ON p.article = a.key
  WHERE a.key > ? ORDER BY a.key LIMIT ?`;

function indexOne(db: DatabaseSync, row: Row): void {
  const prose = row['prose'];
  index(db, keyOf(row), {
    title: line(row['title']),
    aliases: lines(row['named']),
    summary: lineOrNull(row['summary']),
    byline: lineOrNull(row['byline']),
    tags: lines(row['tags']),
    body: prose === '' || prose === null ? [] : readProse(prose),
  });
}

/** Returns false when there is no room for it: SQLite writes the library anew beside itself. */
function pack(db: DatabaseSync): boolean {
  try {
    db.exec('VACUUM');
    one(db, 'PRAGMA wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === 13) return false;
    throw error;
  }
}
