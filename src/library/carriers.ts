import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../news/index.ts';
import { leftBehind } from './listed.ts';
import { run } from './statements.ts';

/** Notes that a source carries an article that belongs to another one, and how it dates it; what it does not date, when it was met. */
export function noteCarrier(
  db: DatabaseSync,
  source: number,
  article: number,
  published: Instant | null,
  at: Instant,
): void {
  const sql = `INSERT INTO carriers (source, article, dated) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET dated = excluded.dated WHERE ? AND dated != excluded.dated`;
  run(db, sql, source, article, published ?? at, Number(published !== null));
}

/** Gives an article to a source. The one that it belonged to goes on carrying it, if `carries`. */
export function giveTo(db: DatabaseSync, article: number, source: number, before: number, carries: boolean): void {
  if (before === source) return;
  run(db, 'DELETE FROM carriers WHERE source = ? AND article = ?', source, article);
  run(db, 'UPDATE articles SET source = ? WHERE key = ?', source, article);
  const sql = `INSERT INTO carriers (source, article, dated)
    SELECT sources.key, articles.key, dated FROM sources, articles
    WHERE sources.key = ? AND location != '${leftBehind}' AND articles.key = ?`;
  if (carries) run(db, sql, before, article);
}
