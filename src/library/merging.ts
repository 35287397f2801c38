import type { DatabaseSync } from 'node:sqlite';
import type { CardIndex } from './card-index.ts';
import { chunkOf, readChunk, writeChunk, type Posting } from './chunks.ts';
import { bytesOf } from './key-bytes.ts';
import type { PostingLists } from './posting-lists.ts';
import { one, run } from './statements.ts';
import { lightly } from './transaction.ts';
import { gone, progressOf, slices, type Progress, type Unmerged } from './unmerged.ts';

/** Articles whose keys are merged together: while many come, and when there is nothing else to do. A part of the library, within bounds. */
const enough = {
  busy: { part: 1 / 16, least: 32, most: 2048 },
  idle: { part: 1 / 64, least: 16, most: 256 },
} as const;

/** How long one change may hold up others that want to write, in milliseconds. */
const turn = 4;
/** Rows that were merged and are thrown away in one change. */
const thrownAway = 64;

/**
 * Brings keys to their places in the tables, for a few milliseconds. Returns whether there is more to be brought. Ended in the
 * middle, it is gone on with by whoever comes next.
 */
export function merge(db: DatabaseSync, index: CardIndex, pace: keyof typeof enough): boolean {
  const progress = progressOf(db);
  if (!isUnderWay(db, progress) && !isEnough(db, progress, pace)) return false;
  // All that is read is read before others have to wait.
  index.unmerged(progress);
  lightly(db, () => {
    const now = progressOf(db);
    if (!isUnderWay(db, now)) index.merging(() => begin(db, now));
    else if (now.slice < slices) index.merging((merged) => mergeSlices(db, index.unmerged(now), merged));
    else
      run(
        db,
        'DELETE FROM unmerged WHERE row IN (SELECT row FROM unmerged WHERE row <= ? LIMIT ?)',
        now.merging,
        thrownAway,
      );
  });
  return true;
}

function isUnderWay(db: DatabaseSync, { merging }: Progress): boolean {
  return one(db, 'SELECT 1 FROM unmerged WHERE row <= ? LIMIT 1', merging) !== undefined;
}

function isEnough(db: DatabaseSync, { articles }: Progress, pace: keyof typeof enough): boolean {
  const { part, least, most } = enough[pace];
  const wanted = Math.min(most, Math.max(least, Math.floor(articles * part)));
  return one(db, 'SELECT 1 FROM unmerged LIMIT 1 OFFSET ?', wanted) !== undefined;
}

function begin(db: DatabaseSync, { version }: Progress): void {
  run(db, 'UPDATE connecting SET merging = ?, slice = 0', version);
}

function mergeSlices(db: DatabaseSync, unmerged: Unmerged, merged: (key: number, by: number) => void): void {
  const end = performance.now() + turn;
  let { slice } = unmerged;
  do {
    for (const key of unmerged.keysOf(slice)) mergeKey(db, unmerged.merging, key, merged);
    slice++;
  } while (slice < slices && performance.now() < end);
  run(db, 'UPDATE connecting SET slice = ?', slice);
}

function mergeKey(db: DatabaseSync, lists: PostingLists, key: number, merged: (key: number, by: number) => void): void {
  const count = lists.counted(key);
  if (count !== 0) {
    merged(key, count);
    const sql = 'INSERT INTO counts VALUES (?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles';
    run(db, sql, key, count);
    if (count < 0) run(db, 'DELETE FROM counts WHERE key = ? AND articles <= 0', key);
  }
  for (const [chunk, changes] of changesOf(lists, key)) mergeChunk(db, key, chunk, changes);
}

/** Returns the last word on each article under the key, by chunk. */
function changesOf(lists: PostingLists, key: number): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const chunks = new Map<number, Map<number, number>>();
  lists.each(key, (article, strength) => {
    const chunk = chunkOf(article);
    const changes = chunks.get(chunk) ?? new Map<number, number>();
    if (!changes.has(article)) changes.set(article, strength);
    chunks.set(chunk, changes);
  });
  return chunks;
}

function mergeChunk(db: DatabaseSync, key: number, chunk: number, changes: ReadonlyMap<number, number>): void {
  const before: Posting[] = [];
  const stored = one(db, 'SELECT entries FROM postings WHERE key = ? AND chunk = ?', key, chunk)?.['entries'];
  if (stored !== undefined) readChunk(chunk, bytesOf(stored), before);
  const after = new Map([...before.map(({ article, strength }) => [article, strength] as const), ...changes]);
  for (const [article, strength] of changes) if (strength === gone) after.delete(article);
  if (after.size === 0) run(db, 'DELETE FROM postings WHERE key = ? AND chunk = ?', key, chunk);
  else {
    const sql = 'INSERT INTO postings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET entries = excluded.entries';
    run(db, sql, key, chunk, writeChunk(after));
  }
}
