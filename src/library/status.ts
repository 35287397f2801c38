import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Instant, Place } from '../news/index.ts';
import { run } from './statements.ts';
import { transaction } from './transaction.ts';

/** The share of an article that counts as its end: the last line need not have reached the top. */
const nearEnd = 0.98;

/**
 * Notes where reading stopped, and that the article was open now. Unread becomes reading once something of it was read, and
 * read near its end; what is read stays read.
 */
export function notePlace(
  db: DatabaseSync,
  article: ArticleId,
  place: Place | null,
  progress: number,
  at: Instant,
): void {
  const share = Math.min(1, Math.max(0, progress || 0));
  const reached = share >= nearEnd ? 2 : share > 0 ? 1 : 0;
  const sql = `INSERT INTO statuses (article, read, block, "offset", progress, read_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (article) DO UPDATE SET read = max(read, excluded.read), block = excluded.block, "offset" = excluded."offset",
      progress = excluded.progress, read_at = excluded.read_at`;
  transaction(db, () => run(db, sql, article, reached, place?.block ?? null, place?.offset ?? null, share, at));
}
