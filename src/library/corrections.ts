import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Correction, Entry, Instant } from '../news/index.ts';
import { bodyText } from './body-text.ts';
import { all, one, run, type Row } from './statements.ts';
import { readProse } from './stored-prose.ts';
import { instant, line, passage } from './values.ts';

/** Earlier texts that are kept of one article, the latest. */
const most = 5;
/** Letters of one that is kept: beyond that two versions are not compared by any reader. */
const longest = 200_000;

/** Keeps what the article said before, where it says something else from now on. Call it before that is written. */
export function noteCorrection(
  db: DatabaseSync,
  article: number,
  after: Pick<Entry, 'title' | 'body'>,
  at: Instant,
): void {
  const row = one(db, shown, article);
  // A text that was let go cannot be compared.
  if (!row || row['prose'] === '' || row['prose'] === '[]') return;
  const [title, text] = [line(row['title']), textIn(row)];
  if (title === after.title && isSame(text, bodyText(after.body))) return;
  const sql = 'INSERT INTO corrections (article, seen, title, text) VALUES (?, ?, ?, ?)';
  run(db, sql, article, at, title, text.slice(0, longest));
  const old = 'SELECT row FROM corrections WHERE article = ? ORDER BY row DESC LIMIT -1 OFFSET ?';
  run(db, `DELETE FROM corrections WHERE row IN (${old})`, article, most);
  run(db, 'UPDATE articles SET corrected = ? WHERE key = ?', at, article);
}

/** Returns how the text of an article was changed by its source, the latest change first. */
export function corrections(db: DatabaseSync, id: ArticleId): readonly Correction[] {
  const article = one(db, 'SELECT key FROM articles WHERE id = ?', id)?.['key'];
  if (article === undefined) return [];
  const key = Number(article);
  const earlier = all(db, 'SELECT seen, title, text FROM corrections WHERE article = ? ORDER BY row', key);
  const now = one(db, shown, key);
  if (!now) return [];
  const versions = [
    ...earlier.map((row) => ({ title: line(row['title']), text: passage(row['text']) })),
    { title: line(now['title']), text: passage(textIn(now)) },
  ];
  return earlier
    .map((row, index) => {
      const [before, after] = [versions[index]!, versions[index + 1]!];
      return {
        seen: instant(row['seen']) ?? 0,
        title: { before: before.title, after: after.title },
        text: { before: before.text, after: after.text },
      };
    })
    .reverse();
}

const shown = `SELECT h.title, ifnull(p.prose, b.prose) AS prose FROM headlines AS h
  LEFT JOIN bodies AS b ON b.article = h.article LEFT JOIN pages AS p ON p.article = h.article
  WHERE h.article = ?`;

function textIn(row: Row): string {
  return typeof row['prose'] === 'string' && row['prose'] !== '' ? bodyText(readProse(row['prose'])) : '';
}

/** Lines that are broken elsewhere are no correction. */
function isSame(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
  return bare(one) === bare(other);
}
