import type { DatabaseSync } from 'node:sqlite';
import { columnsIn, columnsOf, takeOver } from './salvage-into.ts';
import { attempt, readByKey } from './salvage-rows.ts';
import { all, one, type Row } from './statements.ts';
import { transaction } from './transaction.ts';

/** What belongs to an article by its number, each table after those that it refers to. */
const parts = [
  'headlines',
  'filters',
  'bodies',
  'pages',
  'links',
  'names',
  'wants',
  'tags',
  'carriers',
  'files',
  'corrections',
];

/**
 * Takes over into a copy the articles that came after it was made, as far as they can be read: a feed may not have them any more. They and
 * their sources may have other numbers in the copy. Returns how many came over. Call it when the sources and the statuses are there.
 */
export function salvageNewer(db: DatabaseSync, from: DatabaseSync): number {
  return transaction(db, () => {
    const numbers: Numbers = { sources: sourcesHere(db, from), articles: new Map() };
    const missing = [...readByKey(from, 'articles', 'key, id')].filter(
      ({ id }) => one(db, 'SELECT 1 FROM articles WHERE id = ?', id!) === undefined,
    );
    for (const { key } of missing) bringArticle(db, from, Number(key), numbers);
    for (const table of parts)
      for (const article of numbers.articles.keys()) bringPart(db, from, table, article, numbers);
    return numbers.articles.size;
  });
}

/** Which number a source, or an article, has in the copy, by its number in the damaged library. */
interface Numbers {
  readonly sources: ReadonlyMap<number, number>;
  readonly articles: Map<number, number>;
}

function sourcesHere(db: DatabaseSync, from: DatabaseSync): ReadonlyMap<number, number> {
  const there = [...readByKey(from, 'sources', 'key, id')];
  return new Map(
    there.flatMap(({ key, id }) => {
      const here = one(db, 'SELECT key FROM sources WHERE id = ?', id!)?.['key'];
      return here === undefined ? [] : [[Number(key), Number(here)] as const];
    }),
  );
}

function bringArticle(db: DatabaseSync, from: DatabaseSync, key: number, { sources, articles }: Numbers): void {
  const [row] = rowsOf(db, from, 'articles', 'key', key);
  const source = sources.get(Number(row?.['source']));
  if (!row || source === undefined) return;
  const isTaken = one(db, 'SELECT 1 FROM articles WHERE key = ?', key) !== undefined;
  if (!insert(db, 'articles', { ...row, source, behind: 0, key: isTaken ? null : key })) return;
  articles.set(key, Number(one(db, 'SELECT key FROM articles WHERE id = ?', row['id']!)?.['key']));
}

function bringPart(db: DatabaseSync, from: DatabaseSync, table: string, article: number, numbers: Numbers): void {
  for (const row of rowsOf(db, from, table, 'article', article)) {
    const renumbered = Object.entries(row).map(([column, value]) => [column, renumber(column, value, numbers)]);
    insert(db, table, Object.fromEntries(renumbered));
  }
}

/** A link may have led to an article that is not here. */
function renumber(column: string, value: Row[string], { sources, articles }: Numbers): Row[string] {
  if (column === 'row') return null;
  if (column === 'article') return articles.get(Number(value)) ?? null;
  if (column === 'source') return sources.get(Number(value)) ?? null;
  return column === 'target' || column === 'guess' ? (articles.get(Number(value)) ?? null) : value;
}

function rowsOf(db: DatabaseSync, from: DatabaseSync, table: string, column: string, key: number): readonly Row[] {
  const names = columnsIn(from, table, columnsOf(db, table)).join(', ');
  return attempt(() => all(from, `SELECT ${names} FROM ${table} WHERE ${column} = ?`, key)) ?? [];
}

function insert(db: DatabaseSync, table: string, row: Row): boolean {
  const columns = Object.keys(row).map((column) => `"${column}"`);
  const places = columns.map(() => '?');
  return takeOver(db, `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, row);
}
