import type { DatabaseSync } from 'node:sqlite';
import type { SourceId } from '../news/index.ts';
import { bodyText } from './body-text.ts';
import { headlinesByKey } from './headlines-by-key.ts';
import type { Hit } from './library.ts';
import { ranked } from './ranking.ts';
import { scopeOf } from './scope.ts';
import { snippet } from './snippet.ts';
import { one } from './statements.ts';
import { readProse } from './stored-prose.ts';

/** Returns the articles in which all the words stand, the best first, at most `limit`. Nothing typed is ever an error. */
export function search(db: DatabaseSync, words: string, ids: readonly SourceId[], limit: number): readonly Hit[] {
  const keys = ranked(db, words, { conditions: [], sort: 'relevance' }, scopeOf(db, ids)).slice(0, limit);
  return headlinesByKey(db, keys).map((headline, index) => ({
    headline,
    snippet: snippetOf(db, keys[index]!, headline.summary, words),
  }));
}

/** From the body, and from the summary of an article without one. */
function snippetOf(db: DatabaseSync, key: number, summary: string | null, words: string): Hit['snippet'] {
  const sql = `SELECT ifnull(pages.prose, bodies.prose) AS prose FROM bodies
    LEFT JOIN pages ON pages.article = bodies.article WHERE bodies.article = ?`;
  const prose = one(db, sql, key)?.['prose'];
  const text = prose === '' ? '' : bodyText(readProse(prose));
  return snippet(text || (summary ?? ''), words);
}
