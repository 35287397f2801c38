import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Instant, Mark, Query, SourceId } from '../news/index.ts';
import { cleanLine } from '../text/index.ts';
import type { Change } from './library.ts';
import { idsOf } from './lists.ts';
import { one, run, type Value } from './statements.ts';
import { articlesOf, writeOwnTags } from './tagging.ts';
import { transaction } from './transaction.ts';
import { articleId, fromJson, lines, readStates } from './values.ts';
import type { Where } from './term.ts';

/** Tags that one article keeps at most. */
const mostTags = 50;

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

/** Takes back the last change that this program made and did not take back yet, or returns null. */
export function undo(db: DatabaseSync, program: string): Change | null {
  return transaction(db, () => {
    const last = one(
      db,
      'SELECT change, mark FROM changes WHERE program = ? AND undone = 0 ORDER BY change DESC LIMIT 1',
      program,
    );
    if (!last) return null;
    const number = Number(last['change']);
    const mark = readMark(last['mark']);
    run(db, restore(mark), number);
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
  const sql = 'INSERT INTO changes (program, at, mark) VALUES (?, ?, ?) RETURNING change';
  const number = Number(one(db, sql, program, at, JSON.stringify(mark))?.['change']);
  if (keepBefores(db, number, chosen, mark) === 0) {
    run(db, 'DELETE FROM changes WHERE change = ?', number);
    return null;
  }
  run(db, 'DELETE FROM changes WHERE program = ? AND undone = 1', program);
  run(db, 'INSERT OR IGNORE INTO statuses (article) SELECT article FROM befores WHERE change = ?', number);
  set(db, number, mark, at);
  return made(db, number, mark, 'marked');
}

/** What a mark compares, and what stands there for an article that was never touched. */
const compared: Readonly<Record<string, string>> = { read: '0', bookmarked: '0', tags: "'[]'" };

/** Keeps how each article is that the mark would change, and returns how many there are. */
function keepBefores(db: DatabaseSync, change: number, chosen: Where, mark: Mark): number {
  const settings = settingsOf(mark, 0).filter(({ column }) => column in compared);
  const differs = settings.map(({ column }) => `ifnull(s.${column}, ${compared[column]}) != ?`);
  const sql = `INSERT INTO befores (change, article, read, bookmarked, bookmarked_at, tags, block, "offset", progress)
    WITH chosen (id) AS (${chosen.sql})
    SELECT ${change}, chosen.id, ifnull(s.read, 0), ifnull(s.bookmarked, 0), s.bookmarked_at, ifnull(s.tags, '[]'),
      s.block, s."offset", ifnull(s.progress, 0)
    FROM chosen LEFT JOIN statuses AS s ON s.article = chosen.id WHERE ${differs.join(' OR ') || '0'}`;
  return run(db, sql, ...chosen.values, ...settings.map(({ value }) => value));
}

function set(db: DatabaseSync, change: number, mark: Mark, at: Instant): void {
  const settings = settingsOf(mark, at);
  const sql = `UPDATE statuses SET ${settings.map(({ column }) => `${column} = ?`).join(', ')}
    FROM befores AS b WHERE b.change = ${change} AND statuses.article = b.article`;
  run(db, sql, ...settings.map(({ value }) => value));
}

interface Setting {
  readonly column: string;
  readonly value: Value;
}

/** Returns what the mark sets. What is marked unread begins at its top again. */
function settingsOf({ read, bookmarked, tags }: Mark, at: Instant): readonly Setting[] {
  const settings: Setting[] = [];
  if (read !== undefined) settings.push({ column: 'read', value: readStates.indexOf(read) });
  if (read === 'unread') {
    settings.push(
      { column: 'block', value: null },
      { column: '"offset"', value: null },
      { column: 'progress', value: 0 },
    );
  }
  if (bookmarked !== undefined) {
    settings.push({ column: 'bookmarked', value: Number(bookmarked) });
    settings.push({ column: 'bookmarked_at', value: bookmarked ? at : null });
  }
  if (tags !== undefined) settings.push({ column: 'tags', value: JSON.stringify(tags) });
  return settings;
}

/** Only what the mark changed goes back, so a bookmark that another program set meanwhile stays, and so does a newer place. */
function restore(mark: Mark): string {
  const sets: string[] = [];
  if (mark.read !== undefined) sets.push('read = b.read');
  if (mark.read === 'unread') {
    for (const column of ['block', '"offset"', 'progress']) {
      sets.push(
        `${column} = CASE WHEN statuses.progress = 0 AND statuses.block IS NULL THEN b.${column} ELSE statuses.${column} END`,
      );
    }
  }
  if (mark.bookmarked !== undefined) sets.push('bookmarked = b.bookmarked, bookmarked_at = b.bookmarked_at');
  if (mark.tags !== undefined) sets.push('tags = b.tags');
  return `UPDATE statuses SET ${sets.join(', ')} FROM befores AS b WHERE b.change = ? AND statuses.article = b.article`;
}

function made(db: DatabaseSync, change: number, mark: Mark, verb: Change['verb']): Change {
  const ids = articlesOf(db, change);
  if (mark.tags !== undefined) writeOwnTags(db, ids);
  return { articles: ids.map(articleId), mark, verb };
}

function bounded(mark: Mark): Mark {
  return mark.tags === undefined
    ? mark
    : { ...mark, tags: [...new Set(mark.tags.map(cleanLine))].filter(Boolean).slice(0, mostTags) };
}

function readMark(json: unknown): Mark {
  const value = (fromJson(json) ?? {}) as Readonly<Record<string, unknown>>;
  const read = readStates.find((state) => state === value['read']);
  return {
    ...(read && { read }),
    ...(typeof value['bookmarked'] === 'boolean' && { bookmarked: value['bookmarked'] }),
    ...(Array.isArray(value['tags']) && { tags: lines(JSON.stringify(value['tags'])) }),
  };
}
