import type { DatabaseSync } from 'node:sqlite';
import type { Meant, Ref } from '../related/index.ts';
import type { OpenTitle } from './connections.ts';
import { all, one, run, type Row } from './statements.ts';
import { lightly } from './transaction.ts';
import { instant, line } from './values.ts';

/** Links of one article that are led by their titles at most. */
const most = 20;

const columns = 'links.article, links.ordinal, text, a.published';
const isOpen = 'links.address IS NULL AND (links.target IS NULL OR links.sure = 1)';

/** Returns the links of the article that say no more than a title and lead nowhere by a name. */
export function openTitles(db: DatabaseSync, article: Ref): readonly OpenTitle[] {
  const sql = `SELECT ${columns} FROM links CROSS JOIN articles AS a ON a.key = links.article
    WHERE links.article = ? AND ${isOpen} ORDER BY ordinal LIMIT ?`;
  return all(db, sql, article, most).map(read);
}

/** Returns the open titles that hope for two of these words at least, or for their only one. */
export function hoping(db: DatabaseSync, words: readonly number[], limit: number): readonly OpenTitle[] {
  if (!one(db, 'SELECT 1 FROM hopes LIMIT 1')) return [];
  if (words.length === 0) return [];
  const sql = `SELECT ${columns} FROM (
      SELECT hopes.article, ordinal, count(*) AS shared FROM json_each(?) AS word CROSS JOIN hopes ON hopes.key = word.value
      GROUP BY hopes.article, ordinal HAVING shared >= ? ORDER BY shared DESC LIMIT ?) AS hoping
    CROSS JOIN links USING (article, ordinal) CROSS JOIN articles AS a ON a.key = links.article WHERE ${isOpen}`;
  return all(db, sql, JSON.stringify(words), Math.min(2, words.length), limit).map(read);
}

/**
 * Keeps whom the link means. What is surely meant is led to as by a name; what may be meant is offered. An article of a source that was
 * only opened once is not meant from outside it.
 */
export function keepMeant(
  db: DatabaseSync,
  { from, ordinal }: OpenTitle,
  meant: Pick<Meant, 'article' | 'sure'> | null,
  words: readonly number[],
): void {
  lightly(db, () => {
    const target = meant && mayBeMeant(db, from, meant.article) ? meant : null;
    const sure = target?.sure ?? false;
    const sql = `UPDATE links SET guess = ?1, sure = ?2, target = CASE WHEN ?2 = 1 THEN ?1 WHEN sure = 1 THEN NULL ELSE target END
      WHERE article = ?3 AND ordinal = ?4 AND (guess IS NOT ?1 OR sure != ?2)`;
    run(db, sql, target?.article ?? null, sure ? 1 : 0, from, ordinal);
    run(db, 'DELETE FROM hopes WHERE article = ? AND ordinal = ?', from, ordinal);
    if (sure) return;
    const hope =
      'INSERT OR IGNORE INTO hopes SELECT ?1, article, ordinal FROM links WHERE article = ?2 AND ordinal = ?3';
    for (const word of words) run(db, hope, word, from, ordinal);
  });
}

function mayBeMeant(db: DatabaseSync, from: Ref, to: Ref): boolean {
  const sql = `SELECT 1 FROM articles AS here CROSS JOIN articles AS there ON there.key = ?
    CROSS JOIN sources ON sources.key = there.source
    WHERE here.key = ? AND (there.source = here.source OR sources.kept = 1)`;
  return all(db, sql, to, from).length > 0;
}

function read(row: Row): OpenTitle {
  return {
    from: Number(row['article']),
    ordinal: Number(row['ordinal']),
    text: line(row['text']),
    published: instant(row['published']),
  };
}
