import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Ref } from '../related/index.ts';
import { bodyText } from './body-text.ts';
import type { Connected, Readable } from './connections.ts';
import { bytesOf } from './key-bytes.ts';
import { all, one } from './statements.ts';
import { readProse } from './stored-prose.ts';
import { instant, line, sourceId } from './values.ts';

/** Returns articles whose text is new or changed, the latest filed; those of them that were filed first come first. */
export function waiting(db: DatabaseSync, limit: number): readonly Ref[] {
  const sql = 'SELECT article FROM waiting ORDER BY article DESC LIMIT ?';
  return all(db, sql, limit)
    .map((row) => Number(row['article']))
    .reverse();
}

/** Returns what is to be read of an article: of its text the one that is shown; where none is kept, its summary. */
export function readable(db: DatabaseSync, article: Ref): Readable | null {
  const row = one(db, shown, article);
  if (!row) return null;
  const body = bodyText(row['page'] === null ? proseOf(row['prose']) : readProse(row['page']));
  const text = {
    article,
    title: line(row['title']),
    body: body === '' ? line(row['summary']) : body,
    kind: row['kind'] === 1 ? ('backgrounder' as const) : ('news' as const),
    published: instant(row['published']),
  };
  const isConnected = row['digest'] !== null && Buffer.compare(bytesOf(row['digest']), digestOf(text)) === 0;
  const source = sourceId(row['source']);
  return { ...text, source, story: row['story'] === null ? null : Number(row['story']), isConnected };
}

const shown = `SELECT sources.id AS source, h.title, h.summary, a.kind, a.published, b.prose, p.prose AS page, f.digest, c.story
  FROM articles AS a
  CROSS JOIN headlines AS h ON h.article = a.key
  CROSS JOIN sources ON sources.key = a.source
  LEFT JOIN bodies AS b ON b.article = a.key
  LEFT JOIN pages AS p ON p.article = a.key
  LEFT JOIN profiles AS f ON f.article = a.key
  LEFT JOIN cards AS c ON c.article = a.key
  WHERE a.key = ?`;

/** A text that was let go is empty. */
function proseOf(stored: unknown) {
  return stored === '' || stored === null ? [] : readProse(stored);
}

/** Returns what changes when and only when what an article says changes. */
export function digestOf({
  title,
  body,
  kind,
  published,
}: Pick<Connected, 'title' | 'body' | 'kind' | 'published'>): Uint8Array {
  return createHash('sha1').update(`${kind}\n${published}\n${title}\n${body}`).digest().subarray(0, 8);
}
