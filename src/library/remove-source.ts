import type { DatabaseSync } from 'node:sqlite';
import { say } from '../text/index.ts';
import type { SourceId } from '../news/index.ts';
import { giveTo } from './carriers.ts';
import { linksInto, resolveThese } from './links.ts';
import { leftBehind } from './listed.ts';
import { remember, removeArticles } from './removing.ts';
import { addSource, keysOf, renamePublisher, sourceKey } from './sources.ts';
import { all, one, run } from './statements.ts';
import { transaction } from './transaction.ts';

/**
 * Removes the source and its articles; their statuses stay. What another source carries goes over to that. What the reader
 * had marked stays, under a source of its own; its origin is remembered, so that it goes back when the source is added again.
 */
export function removeSource(db: DatabaseSync, id: SourceId): void {
  transaction(db, () => {
    const key = sourceKey(db, id);
    if (key === null) return;
    handOver(db, key);
    if (!isLeftBehind(db, key)) leaveMarked(db, key);
    const marked = new Set(markedOf(db, key));
    removeArticles(
      db,
      keysOf(db, key).filter((article) => !marked.has(article)),
    );
    if (marked.size === 0) forget(db, key);
  });
}

/** Gives each article that another source carries to that: to one that is kept before others, to the oldest of several. */
function handOver(db: DatabaseSync, source: number): void {
  const sql = `SELECT articles.key, (
      SELECT carriers.source FROM carriers CROSS JOIN sources ON sources.key = carriers.source
      WHERE carriers.article = articles.key ORDER BY kept DESC, sources.key LIMIT 1
    ) AS heir
    FROM articles WHERE source = ? AND carriers > 0`;
  const given = all(db, sql, source);
  const links = linksInto(
    db,
    given.map((row) => Number(row['key'])),
  );
  for (const row of given) giveTo(db, Number(row['key']), Number(row['heir']), source, false);
  for (const heir of new Set(given.map((row) => Number(row['heir'])))) renamePublisher(db, heir);
  resolveThese(db, links);
}

/** Articles that were bookmarked, tagged by the reader or half read. */
function markedOf(db: DatabaseSync, source: number): readonly number[] {
  const sql = `SELECT a.key FROM articles AS a LEFT JOIN statuses AS u ON u.article = a.id
    WHERE a.source = ? AND (a.bookmarked = 1 OR a.read = 1 OR ifnull(u.tags, '[]') != '[]')`;
  return all(db, sql, source).map((row) => Number(row['key']));
}

/** They keep the name of their publisher, and no file is theirs any more. */
function leaveMarked(db: DatabaseSync, source: number): void {
  const marked = markedOf(db, source);
  if (marked.length === 0) return;
  const keys = JSON.stringify(marked);
  const listed = '(SELECT value FROM json_each(?))';
  remember(db, marked);
  const links = linksInto(db, marked);
  const name = '(SELECT name FROM sources WHERE key = ?)';
  run(db, `UPDATE headlines SET publisher = ifnull(publisher, ${name}) WHERE article IN ${listed}`, source, keys);
  run(db, `DELETE FROM files WHERE article IN ${listed}`, keys);
  run(db, `UPDATE articles SET path = NULL, source = ? WHERE key IN ${listed}`, leftBehindKey(db), keys);
  resolveThese(db, links);
}

function isLeftBehind(db: DatabaseSync, source: number): boolean {
  return one(db, 'SELECT location FROM sources WHERE key = ?', source)?.['location'] === leftBehind;
}

function leftBehindKey(db: DatabaseSync): number {
  const find = () => one(db, 'SELECT key FROM sources WHERE location = ?', leftBehind)?.['key'];
  if (find() === undefined) {
    addSource(db, { kind: 'page', name: say`From removed sources`, location: leftBehind, kept: false });
  }
  return Number(find());
}

function forget(db: DatabaseSync, source: number): void {
  run(db, 'INSERT OR REPLACE INTO departed_sources SELECT location, id FROM sources WHERE key = ?', source);
  run(db, 'DELETE FROM carriers WHERE source = ?', source);
  run(db, 'DELETE FROM carried WHERE carrier = ?1 OR owner = ?1', source);
  run(db, 'DELETE FROM tally WHERE source = ?', source);
  run(db, 'DELETE FROM sources WHERE key = ?', source);
}
