import type { DatabaseSync } from 'node:sqlite';
import { lengthOf } from '../related/index.ts';
import type { CardIndex } from './card-index.ts';
import { bytesOf } from './key-bytes.ts';
import { all, one, run } from './statements.ts';
import { lightly } from './transaction.ts';

/** All is weighed anew when the library has grown by so much since: terms that were rare may be common then. */
const growth = { part: 1.3, least: 20 } as const;
/** Cards that are weighed in one step. */
const handful = 100;

/** Weighs some cards anew, where that is due. Returns whether more are to be weighed. */
export function weighAnew(db: DatabaseSync, index: CardIndex): boolean {
  const row = one(db, 'SELECT articles, weighed, weighing FROM connecting') ?? {};
  const [articles, weighed] = [Number(row['articles']), Number(row['weighed'])];
  const isUnderWay = row['weighing'] !== null;
  if (!isUnderWay && articles <= weighed * growth.part + growth.least) return false;
  const from = isUnderWay ? Number(row['weighing']) : Number.MAX_SAFE_INTEGER;
  const sql = 'SELECT article, vector FROM profiles WHERE article < ? ORDER BY article DESC LIMIT ?';
  const weights = all(db, sql, from, handful).map(({ article, vector }) => ({
    article: Number(article),
    length: lengthOf(bytesOf(vector), index),
  }));
  const next = weights.length < handful ? null : weights.at(-1)!.article;
  lightly(db, () => {
    index.changing(
      weights.map(({ article }) => article),
      () => {
        for (const { article, length } of weights)
          run(db, 'UPDATE cards SET length = ? WHERE article = ?', length, article);
      },
    );
    run(db, 'UPDATE connecting SET weighing = ?', next);
    if (!isUnderWay) run(db, 'UPDATE connecting SET weighed = articles');
  });
  return next !== null;
}
