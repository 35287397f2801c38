import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../news/index.ts';
import { cleanLine, say } from '../text/index.ts';
import { isWhole } from './examine.ts';
import { versionOf } from './migrate.ts';
import { recount } from './recount.ts';
import { indexAll } from './repair.ts';
import { migrations } from './schema.ts';
import { one, run } from './statements.ts';
import { transaction } from './transaction.ts';

/**
 * Puts right what a look at the pages alone does not see: indexes that do not agree with their tables, articles of which a part is gone,
 * and counts. Returns what the reader is told, or null when nothing was wrong. Throws what SQLite throws when it cannot be put right.
 */
export function straighten(db: DatabaseSync, file: string): Problem | null {
  // One of an older version is brought up to date first, which makes much of this anew.
  if (versionOf(db) !== migrations.length) return null;
  const wasWhole = isWhole(db);
  if (!wasWhole) db.exec('REINDEX');
  const wrong = transaction(db, () => run(db, withoutParts) + recount(db));
  if (wasWhole && wrong === 0) return null;
  if (!isWhole(db)) transaction(db, () => indexAll(db));
  const articles = Number(one(db, 'SELECT count(*) AS articles FROM articles')?.['articles']);
  const detail = say`Indexes or counts of the library were wrong and were put right. It has ${articles} articles now. Refresh your sources to bring them up to date.`;
  return { kind: 'library', where: cleanLine(file), detail };
}

/** A headline is what shows an article, and a source what has it: without one it is none, and a refresh brings it again. */
const withoutParts = `DELETE FROM articles
  WHERE key NOT IN (SELECT article FROM headlines) OR source NOT IN (SELECT key FROM sources)`;
