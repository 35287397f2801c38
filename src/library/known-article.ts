import type { DatabaseSync } from 'node:sqlite';
import type { Source } from '../news/index.ts';
import { one, type Row } from './statements.ts';

/** Where an entry comes from: its source, and the number under which the tables know that. */
export interface Origin {
  readonly source: Source;
  readonly key: number;
}

/** An article that is here. */
export interface Here {
  readonly type: 'here';
  readonly key: number;
  readonly id: string;
  readonly fingerprint: string;
  /** The key of the source that it belongs to. */
  readonly source: number;
  readonly path: string | null;
}

/** What an entry is filed as: an article that is here, or an id that it has had before or is given now. */
export type Identity = Here | { readonly type: 'known' | 'new'; readonly id: string };

/** Returns the article of the row, with the columns of {@link select}. */
export function here(row: Row): Here {
  const { key, id, fingerprint, source, path } = row;
  return {
    type: 'here',
    key: Number(key),
    id: String(id),
    fingerprint: String(fingerprint),
    source: Number(source),
    path: typeof path === 'string' ? path : null,
  };
}

/**
 * Returns the article with an id that was remembered when it went away, or when its source did and it stayed, since the
 * reader had marked it.
 */
export function known(db: DatabaseSync, id: string): Identity {
  const row = one(db, `${select} WHERE id = ?`, id);
  return row ? here(row) : { type: 'known', id };
}

/** What is asked of articles to tell which one an entry is. */
export const select = `SELECT articles.key, articles.id, source, path, fingerprint, title_key
  FROM articles JOIN headlines ON headlines.article = articles.key`;
