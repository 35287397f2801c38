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
/** Tags that one article keeps at most. */
export const mostTags = 50;

/** Keeps how each article is that the mark would change, makes room for what it will be, and returns how many there are. Those of the change up to the row `after` have it. */
export function keepBefores(db: DatabaseSync, change: number, chosen: Where, mark: Mark, after = 0): number {
  const settings = settingsOf(mark, 0).filter(({ column }) => column in compared);
  const differs = settings.map(({ column, from }) => {
    const before = `ifnull(s.${column}, ${compared[column]})`;
    return `${before} != ${from(before)}`;
  });
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
  const sql = `UPDATE statuses SET ${settings.map(({ column, from }) => `${column} = ${from(`statuses.${column}`)}`).join(', ')}
    FROM befores AS b WHERE ${inPiece}`;
  run(db, sql, ...settings.map(({ value }) => value), change, ...piece);
}

interface Setting {
  readonly column: string;
  readonly value: Value;
  /** Returns what is set, in SQL with one `?` for the value, from what stands there before. */
  readonly from: (before: string) => string;
}

const asGiven = (): string => '?';
const withMore = (before: string): string =>
  `(SELECT json_group_array(value) FROM (SELECT value FROM json_each(${before})
    UNION ALL SELECT value FROM json_each(?) WHERE value NOT IN (SELECT value FROM json_each(${before})) LIMIT ${mostTags}))`;
const withoutSome = (before: string): string =>
  `(SELECT json_group_array(value) FROM json_each(${before}) WHERE value NOT IN (SELECT value FROM json_each(?)))`;

/** Returns what the mark sets. What is marked unread begins at its top again. */
function settingsOf({ read, bookmarked, tags, tagged, untagged }: Mark, at: Instant): readonly Setting[] {
  const settings: Setting[] = [];
  const give = (column: string, value: Value, from: Setting['from'] = asGiven) =>
    settings.push({ column, value, from });
  if (read !== undefined) give('read', readStates.indexOf(read));
  if (read === 'unread') {
    give('block', null);
    give('"offset"', null);
    give('progress', 0);
  }
  if (bookmarked !== undefined) {
    give('bookmarked', Number(bookmarked));
    give('bookmarked_at', bookmarked ? at : null);
  }
  if (tags) give('tags', JSON.stringify(tags));
  // One column is set once: what is given and what is taken away at once are two changes.
  else if (tagged) give('tags', JSON.stringify(tagged), withMore);
  else if (untagged) give('tags', JSON.stringify(untagged), withoutSome);
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
  if (changesTags(mark)) sets.push('tags = b.tags');
  run(db, `UPDATE statuses SET ${sets.join(', ')} FROM befores AS b WHERE ${inPiece}`, change, ...piece);
}

/** Tells whether a mark is about tags. */
export function changesTags({ tags, tagged, untagged }: Mark): boolean {
  return [tags, tagged, untagged].some((some) => some !== undefined);
}

/** Returns a mark as it was kept. */
export function readMark(json: unknown): Mark {
  const value = (fromJson(json) ?? {}) as Readonly<Record<string, unknown>>;
  const read = readStates.find((state) => state === value['read']);
  const given = (['tags', 'tagged', 'untagged'] as const).filter((name) => Array.isArray(value[name]));
  return {
    ...(read && { read }),
    ...(typeof value['bookmarked'] === 'boolean' && { bookmarked: value['bookmarked'] }),
    ...Object.fromEntries(given.map((name) => [name, lines(JSON.stringify(value[name]))])),
  };
}
