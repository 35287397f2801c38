import type { DatabaseSync } from 'node:sqlite';
import type { Condition, Query, SourceId } from '../news/index.ts';
import { inTime } from './asked-functions.ts';
import { bodyText, placeIn } from './body-text.ts';
import { headlinesByKey } from './headlines-by-key.ts';
import type { Hit } from './library.ts';
import { headlines, lookedFor } from './lists.ts';
import type { TextCondition } from './match.ts';
import { living, ranked } from './ranking.ts';
import { narrowed, scopeOf } from './scope.ts';
import { snippet } from './snippet.ts';
import { one } from './statements.ts';
import { readProse } from './stored-prose.ts';

/** Returns the articles that the query asks for, the best first, at most `limit`; the first of the list where no words rank them. */
export function search(db: DatabaseSync, query: Query, ids: readonly SourceId[], limit: number): readonly Hit[] {
  return inTime(db, () => {
    const [rest, scope] = narrowed(db, query, scopeOf(db, ids));
    const looked = query.sort === 'newest' || query.sort === 'relevance' ? lookedFor(rest, living(db)) : null;
    const found = looked
      ? headlinesByKey(db, ranked(db, looked.match, looked.rest, scope).slice(0, limit))
      : headlines(db, query, ids, { from: 'start', limit }).rows;
    const marked = query.conditions.flatMap(wordsToMark);
    return found.map((headline) => hitOf(db, headline, marked));
  });
}

/** Returns what is marked in the texts: all words that may stand in one, not those that may not. */
function wordsToMark(condition: Condition): readonly TextCondition[] {
  if (condition.type === 'any' || condition.type === 'all') return condition.conditions.flatMap(wordsToMark);
  return condition.type === 'text' ? [condition] : [];
}

/** The snippet is cut from the body, and from the summary of an article without one or without the words in it. */
function hitOf(db: DatabaseSync, headline: Hit['headline'], marked: readonly TextCondition[]): Hit {
  const sql = `SELECT ifnull(pages.prose, bodies.prose) AS prose FROM articles
    JOIN bodies ON bodies.article = articles.key
    LEFT JOIN pages ON pages.article = bodies.article WHERE articles.id = ?`;
  const prose = one(db, sql, headline.id)?.['prose'];
  const body = typeof prose === 'string' && prose !== '' ? readProse(prose) : [];
  const text = bodyText(body);
  const cut = snippet(text || (headline.summary ?? ''), marked);
  return { headline, snippet: cut.pieces, place: cut.at === null || text === '' ? null : placeIn(body, cut.at) };
}
