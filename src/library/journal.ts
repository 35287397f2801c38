import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Instant, Mark, Query, SourceId } from '../news/index.ts';
import { cleanLine, type Safe } from '../text/index.ts';
import type { Change, Extent } from './library.ts';
import { idsOf } from './lists.ts';
import { changesTags, endRedo, keepBefores, mostTags, newChange, readMark, restore, set } from './befores.ts';
import { beginSweep, turnSweep } from './sweeping.ts';
import { one, run } from './statements.ts';
import { articlesOf, writeOwnTags } from './tagging.ts';
import { transaction } from './transaction.ts';
import { articleId } from './values.ts';
import type { Where } from './term.ts';

/** Sets the mark on the articles as one change that can be undone. Returns null when nothing would change. */
export function mark(
  db: DatabaseSync,
  program: string,
  articles: readonly ArticleId[],
  mark: Mark,
  at: Instant,
): Change | null {
  const chosen = { sql: 'SELECT DISTINCT value FROM json_each(?)', values: [JSON.stringify(articles)] };
  return transaction(db, () => change(db, program, chosen, bounded(mark), at));
}

/** Marks all articles of a list in one change. */
export function markAll(
  db: DatabaseSync,
  program: string,
  query: Query,
  scope: readonly SourceId[],
  mark: Mark,
  at: Instant,
): Change | null {
  return transaction(db, () => change(db, program, idsOf(db, query, scope), bounded(mark), at));
}

/** Marks all articles of a list, of very many the first, and the rest by and by. */
export function sweep(
  db: DatabaseSync,
  program: string,
  query: Query,
  scope: readonly SourceId[],
  mark: Mark,
  at: Instant,
  extent: Extent = {},
): Change | null {
  return transaction(
    db,
    () =>
      beginSweep(db, program, [query, scope], bounded(mark), at, extent) ??
      change(db, program, idsOf(db, query, scope, extent.upTo), bounded(mark), at),
  );
}

/** Takes back the last change that this program made and did not take back yet, or returns null. */
export function undo(db: DatabaseSync, program: string, at: Instant): Change | null {
  return transaction(db, () => {
    const last = one(
      db,
      'SELECT change, mark FROM changes WHERE program = ? AND undone = 0 ORDER BY change DESC LIMIT 1',
      program,
    );
    if (!last) return null;
    const number = Number(last['change']);
    const mark = readMark(last['mark']);
    const turned = turnSweep(db, number, mark, 'undone', at);
    if (turned) return turned;
    restore(db, number, mark);
    run(db, 'UPDATE changes SET undone = 1 WHERE change = ?', number);
    return made(db, number, mark, 'undone');
  });
}

/** Makes the change again that was taken back last, or returns null. */
export function redo(db: DatabaseSync, program: string, at: Instant): Change | null {
  return transaction(db, () => {
    const next = one(
      db,
      'SELECT change, mark FROM changes WHERE program = ? AND undone = 1 ORDER BY change LIMIT 1',
      program,
    );
    if (!next) return null;
    const number = Number(next['change']);
    const mark = readMark(next['mark']);
    const turned = turnSweep(db, number, mark, 'redone', at);
    if (turned) return turned;
    set(db, number, mark, at);
    run(db, 'UPDATE changes SET undone = 0 WHERE change = ?', number);
    return made(db, number, mark, 'redone');
  });
}

/** Forgets the oldest history beyond a bound. What can still be undone in this program stays. */
export function trimHistory(db: DatabaseSync, program: string, kept = 10_000): void {
  const sql = 'DELETE FROM changes WHERE program != ? AND change <= (SELECT max(change) FROM changes) - ?';
  transaction(db, () => run(db, sql, program, kept));
}

function change(db: DatabaseSync, program: string, chosen: Where, mark: Mark, at: Instant): Change | null {
  const number = newChange(db, program, mark, at);
  if (keepBefores(db, number, chosen, mark) === 0) {
    run(db, 'DELETE FROM changes WHERE change = ?', number);
    return null;
  }
  endRedo(db, program);
  set(db, number, mark, at);
  return made(db, number, mark, 'marked');
}

function made(db: DatabaseSync, change: number, mark: Mark, verb: Change['verb']): Change {
  const ids = articlesOf(db, change);
  if (changesTags(mark)) writeOwnTags(db, ids);
  return { articles: ids.map(articleId), mark, verb };
}

function bounded(mark: Mark): Mark {
  const clean = (tags: readonly Safe[]) => [...new Set(tags.map(cleanLine))].filter(Boolean).slice(0, mostTags);
  return {
    ...mark,
    ...(mark.tags && { tags: clean(mark.tags) }),
    ...(mark.tagged && { tagged: clean(mark.tagged) }),
    ...(mark.untagged && { untagged: clean(mark.untagged) }),
  };
}
