import type { DatabaseSync } from 'node:sqlite';
import { connect } from './connect.ts';
import { isThere, wrongOutside } from './examine.ts';
import { asProblem, LibraryProblem } from './problem.ts';
import { columnsIn, columnsOf, takeOver } from './salvage-into.ts';
import { salvageNewer } from './salvage-newer.ts';
import { attempt, readByKey, readPlain } from './salvage-rows.ts';
import { salvageStories } from './salvage-stories.ts';
import { one, run } from './statements.ts';
import { transaction } from './transaction.ts';

/** A table of which the rows are taken over, as far as they can be read. Those with a key are read by ranges of it. */
interface Salvaged {
  readonly table: string;
  readonly key: 'rowid' | null;
  /** Columns that are taken over; all of them where none are named. */
  readonly columns?: readonly string[];
  /** A column that is not: what it says is found out anew. */
  readonly but?: string;
}

/** What cannot be had again from the sources. A copy may hold older rows of the same, which give way, but for sources. */
const precious: readonly Salvaged[] = [
  {
    table: 'sources',
    key: 'rowid',
    columns: ['id', 'kind', 'name', 'location', 'kept', 'tags', 'tag_keys', 'paused', 'whole'],
  },
  {
    table: 'statuses',
    key: 'rowid',
    columns: ['article', 'read', 'bookmarked', 'block', '"offset"', 'progress', 'tags', 'read_at', 'bookmarked_at'],
  },
  {
    table: 'departed',
    key: null,
    columns: ['id', 'source', 'path', 'declared', 'address_key', 'fingerprint', 'title_key'],
  },
  { table: 'keys', key: null, columns: ['hash', 'article'] },
  { table: 'departed_sources', key: null, columns: ['location', 'id'] },
  { table: 'session', key: null, columns: ['name', 'value'] },
];

/** Sources with the numbers under which articles know them; then the statuses; then the articles, each table after those that it refers to. */
const everything: readonly Salvaged[] = [
  { table: 'sources', key: 'rowid' },
  ...precious.slice(1),
  { table: 'articles', key: 'rowid', but: '"behind"' },
  { table: 'headlines', key: 'rowid' },
  { table: 'filters', key: 'rowid' },
  { table: 'bodies', key: 'rowid' },
  { table: 'pages', key: 'rowid' },
  { table: 'links', key: null },
  { table: 'names', key: null },
  { table: 'wants', key: null },
  { table: 'tags', key: null },
  { table: 'files', key: null },
  { table: 'carriers', key: null },
  { table: 'health', key: 'rowid' },
  { table: 'problems', key: 'rowid' },
  { table: 'corrections', key: 'rowid' },
];

/** How much came over. */
export interface Rescued {
  readonly statuses: number;
  readonly articles: number;
}

/**
 * Takes over into the library what can still be read in a damaged one: into a copy, what the reader did, and the articles
 * that came after it was made; into a new library, all there is. What is made of the articles is not taken over.
 */
export function salvage(db: DatabaseSync, damaged: string, into: 'copy' | 'new library'): Rescued {
  const from = wrongOutside(damaged) === null && isThere(damaged) ? attempt(() => connect(damaged, 'read')) : null;
  if (!from) return nothing;
  try {
    return salvageTables(db, from, into);
  } catch (error) {
    // Nothing more in it can be read. A full disk is no reason to leave anything behind.
    if (isUnwritable(error)) throw error;
    return nothing;
  } finally {
    from.close();
  }
}

const nothing: Rescued = { statuses: 0, articles: 0 };

function salvageTables(db: DatabaseSync, from: DatabaseSync, into: 'copy' | 'new library'): Rescued {
  const tables = into === 'copy' ? precious : everything;
  const rescued = { statuses: 0, articles: 0 };
  for (const { table, key, columns: wanted, but } of tables) {
    const columns = columnsIn(from, table, wanted ?? columnsOf(db, table)).filter((column) => column !== but);
    const names = columns.join(', ');
    const rows = key === null ? readPlain(from, table, names) : readByKey(from, table, names);
    const sql = `INSERT OR REPLACE INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    const kept = table === 'sources' ? sql.replace('REPLACE', 'IGNORE') : sql;
    transaction(db, () => {
      for (const row of rows) if (takeOver(db, kept, row) && table in rescued) rescued[table as keyof Rescued] += 1;
    });
  }
  if (into === 'copy') rescued.articles = salvageNewer(db, from);
  // A headline is what shows an article: one without is none, and its source brings it again.
  transaction(db, () => run(db, 'DELETE FROM articles WHERE key NOT IN (SELECT article FROM headlines)'));
  salvageStories(db, from);
  return into === 'copy' || rescued.articles === 0 ? rescued : { ...rescued, articles: countOf(db, 'articles') };
}

function countOf(db: DatabaseSync, table: string): number {
  return Number(one(db, `SELECT count(*) AS rows FROM ${table}`)?.['rows']);
}

function isUnwritable(error: unknown): boolean {
  const problem = asProblem(error, '');
  return problem instanceof LibraryProblem && ['full', 'read-only', 'locked'].includes(problem.trouble);
}
