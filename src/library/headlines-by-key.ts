import type { DatabaseSync } from 'node:sqlite';
import { untouched, type ArticleId, type Headline, type Status } from '../news/index.ts';
import { holdThere } from './missing-rows.ts';
import { all, type Row } from './statements.ts';
import { articleId, count, instant, line, lineOrNull, lines, readStates, sourceId } from './values.ts';

/** Returns the headlines of articles, in the order of their keys asked for. Throws where damage has taken one away. */
export function headlinesByKey(db: DatabaseSync, keys: readonly number[]): readonly Headline[] {
  if (keys.length === 0) return [];
  const sql = `SELECT ${headlineColumns} FROM json_each(?) AS wanted
    CROSS JOIN articles AS a ON a.key = wanted.value ${headlineJoins} ORDER BY wanted.key`;
  const rows = all(db, sql, JSON.stringify(keys));
  if (rows.length < keys.length) holdThere(db, keys);
  return rows.map(readHeadline);
}

/** Returns the headlines of articles by id, in the order asked for. Unknown ids are left out. */
export function headlinesOf(db: DatabaseSync, ids: readonly ArticleId[]): readonly Headline[] {
  if (ids.length === 0) return [];
  const sql = `SELECT ${headlineColumns} FROM json_each(?) AS wanted
    CROSS JOIN articles AS a ON a.id = wanted.value ${headlineJoins} ORDER BY wanted.key`;
  return all(db, sql, JSON.stringify(ids)).map(readHeadline);
}

/** The columns of a headline, of `articles AS a` joined by {@link headlineJoins}. */
export const headlineColumns = `
  a.id, a.kind, h.title, h.summary, h.byline, ifnull(h.publisher, sources.name) AS publisher, sources.id AS source,
  a.published, a.words, a.corrected > a.read_at AS corrected, h.tags, h.also_see, h.background, a.read,
  (SELECT count(DISTINCT links.article) FROM links WHERE links.target = a.key) AS linked_from,
  u.article AS touched, u.bookmarked, u.block, u."offset", u.progress, u.tags AS own_tags, u.read_at, u.bookmarked_at`;
export const headlineJoins = `
  CROSS JOIN headlines AS h ON h.article = a.key
  CROSS JOIN sources ON sources.key = a.source
  LEFT JOIN statuses AS u ON u.article = a.id`;

export function readHeadline(row: Row): Headline {
  return {
    id: articleId(row['id']),
    kind: row['kind'] === 1 ? 'backgrounder' : 'news',
    title: line(row['title']),
    summary: lineOrNull(row['summary']),
    byline: lineOrNull(row['byline']),
    publisher: line(row['publisher']),
    source: sourceId(row['source']),
    published: instant(row['published']),
    words: count(row['words']),
    tags: lines(row['tags']),
    corrected: row['corrected'] === 1,
    status: readStatus(row),
    alsoSee: count(row['also_see']),
    background: count(row['background']),
    linkedFrom: count(row['linked_from']),
  };
}

function readStatus(row: Row): Status {
  if (row['touched'] === null) return untouched;
  const { block } = row;
  return {
    read: readStates[Number(row['read'])] ?? 'unread',
    bookmarked: row['bookmarked'] === 1,
    place: block === null ? null : { block: count(block), offset: count(row['offset']) },
    progress: Math.min(1, Math.max(0, Number(row['progress']) || 0)),
    tags: lines(row['own_tags']),
    readAt: instant(row['read_at']),
    bookmarkedAt: instant(row['bookmarked_at']),
  };
}
