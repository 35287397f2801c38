import type { DatabaseSync } from 'node:sqlite';
import type { Instant, Mark } from '../news/index.ts';
import { one, run, type Value } from './statements.ts';
import type { Where } from './term.ts';
import { fromJson, lines, readStates } from './values.ts';

// A change keeps how each of its articles was before: a row of `befores` each.

/** Enters a change into the history, and returns its number. */
export function newChange(db: DatabaseSync, program: string, mark: Mark, at: Instant): number {
  const sql = 'INSERT INTO changes (program, at, mark) VALUES (?, ?, ?) RETURNING change';
  return Number(one(db, sql, program, at, JSON.stringify(mark))?.['change']);
}

/** What was taken back cannot be made again once something else was changed. */
export function endRedo(db: DatabaseSync, program: string): void {
  run(db, 'DELETE FROM changes WHERE program = ? AND undone = 1', program);
}

/** What a mark compares, and what stands there for an article that was never touched. */
const compared: Readonly<Record<string, string>> = { read: '0', bookmarked: '0', tags: "'[]'" };

/** Keeps how each article is that the mark would change, makes room for what it will be, and returns how many there are. Those of the change up to the row `after` have it. */
export function keepBefores(db: DatabaseSync, change: number, chosen: Where, mark: Mark, after = 0): number {
  const settings = settingsOf(mark, 0).filter(({ column }) => column in compared);
  const differs = settings.map(({ column }) => `ifnull(s.${column}, ${compared[column]}) != ?`);
  const sql = `INSERT INTO befores (change, article, read, bookmarked, bookmarked_at, tags, block, "offset", progress)
    WITH chosen (id) AS (${chosen.sql})
    SELECT ${change}, chosen.id, ifnull(s.read, 0), ifnull(s.bookmarked, 0), s.bookmarked_at, ifnull(s.tags, '[]'),
      s.block, s."offset", ifnull(s.progress, 0)
    FROM chosen LEFT JOIN statuses AS s ON s.article = chosen.id WHERE ${differs.join(' OR ') || '0'}`;
  const kept = run(db, sql, ...chosen.values, ...settings.map(({ value }) => value));
  if (kept > 0) {
    const room = 'INSERT OR IGNORE INTO statuses (article) SELECT article FROM befores WHERE change = ? AND row > ?';
    run(db, room, change, after);
  }
  return kept;
}

/** Rows of `befores`, from and to: all of a change, or a piece of it. */
export type Piece = readonly [from: number, to: number];
const whole: Piece = [0, Number.MAX_SAFE_INTEGER];
const inPiece = 'b.change = ? AND b.row BETWEEN ? AND ? AND statuses.article = b.article';

/** Sets the mark on what was kept as it was before. */
export function set(db: DatabaseSync, change: number, mark: Mark, at: Instant, piece: Piece = whole): void {
  const settings = settingsOf(mark, at);
  const sql = `UPDATE statuses SET ${settings.map(({ column }) => `${column} = ?`).join(', ')}
    FROM befores AS b WHERE ${inPiece}`;
  run(db, sql, ...settings.map(({ value }) => value), change, ...piece);
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
export function restore(db: DatabaseSync, change: number, mark: Mark, piece: Piece = whole): void {
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
  run(db, `UPDATE statuses SET ${sets.join(', ')} FROM befores AS b WHERE ${inPiece}`, change, ...piece);
}

/** Returns a mark as it was kept. */
export function readMark(json: unknown): Mark {
  const value = (fromJson(json) ?? {}) as Readonly<Record<string, unknown>>;
  const read = readStates.find((state) => state === value['read']);
  return {
    ...(read && { read }),
    ...(typeof value['bookmarked'] === 'boolean' && { bookmarked: value['bookmarked'] }),
    ...(Array.isArray(value['tags']) && { tags: lines(JSON.stringify(value['tags'])) }),
  };
}
