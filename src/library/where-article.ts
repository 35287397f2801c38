import type { Condition } from '../news/index.ts';
import { readStates } from './values.ts';
import { term, type Where } from './term.ts';

/** Conditions on what an article is, and on what the reader did with it. */
type OfArticle = Exclude<
  Condition,
  { type: 'any' | 'all' | 'not' | 'text' | 'pattern' | 'source' | 'from' | 'tag' | 'links-to' | 'link' }
>;

/** Returns the condition on `articles AS a` in SQL. */
export function ofArticle(condition: OfArticle): Where {
  switch (condition.type) {
    case 'read':
      return term(readTerm([...new Set(condition.states)].map((state) => readStates.indexOf(state))));
    case 'bookmarked':
      return term('a.bookmarked = 1');
    case 'opened':
      return term('a.read_at IS NOT NULL AND a.recent < 9000000000000000');
    case 'muted':
      // Which rules there are is no matter of the library: where they are known they have been put in its place.
      return term('0');
    case 'kind':
      return term(condition.kind === 'backgrounder' ? 'a.kind = 1' : 'a.kind = 0');
    case 'story':
      return term('a.key IN (SELECT article FROM tellings WHERE story = ?)', condition.story);
    case 'followed':
      return term(followed);
    case 'corrected':
      return term('a.corrected > a.read_at');
    case 'has':
      return term(features[condition.what]);
    case 'language':
      return languageTerm(condition.language);
    case 'published':
      return publishedTerm(condition.from, condition.until);
    case 'length':
      return lengthTerm(condition.least, condition.most);
  }
}

/** Asked of each of the two tables: of both as one SQLite would first make a copy. */
const followed = `a.key IN (
  SELECT article FROM stories CROSS JOIN cards USING (story) WHERE stories.followed IS NOT NULL
  UNION ALL SELECT article FROM stories CROSS JOIN gathered USING (story) WHERE stories.followed IS NOT NULL)`;

/** In the very words of the partial indexes, or SQLite does not see that they serve. */
function readTerm(states: readonly number[]): string {
  // Of an empty list SQLite would see that it holds nothing, and then not walk the index that it is told to.
  if (states.length === 0) return 'a.read < 0';
  const exact = `a.read IN (${states.join(', ')})`;
  if (states.length === 1 && states[0] === 1) return 'a.read = 1 AND a.read < 2';
  if (states.length === 2 && !states.includes(2)) return 'a.read < 2';
  return states.includes(2) ? exact : `a.read < 2 AND ${exact}`;
}

/** What is noted of it; of an article that was filed before features were noted, what its details say. */
function noted(column: string, detail: string): string {
  return `ifnull((SELECT ${column} FROM features WHERE article = a.key), (SELECT ${detail} FROM bodies WHERE article = a.key))`;
}

const features = {
  image: noted('image', `json_valid(details) AND (details ->> 'picture') IS NOT NULL`),
  links: 'EXISTS (SELECT 1 FROM links WHERE article = a.key)',
  background: 'EXISTS (SELECT 1 FROM headlines WHERE article = a.key AND background > 0)',
};

function languageTerm(language: string): Where {
  const told = noted(`ifnull(language, '')`, `iif(json_valid(details), lower(ifnull(details ->> 'language', '')), '')`);
  const wanted = language.toLowerCase();
  return term(
    `EXISTS (SELECT 1 FROM (SELECT ${told} AS told) WHERE told = ? OR substr(told, 1, ?) = ?)`,
    wanted,
    wanted.length + 1,
    `${wanted}-`,
  );
}

function publishedTerm(from: number | null, until: number | null): Where {
  const parts = ['a.published IS NOT NULL'];
  if (from !== null) parts.push('a.newest <= ?');
  if (until !== null) parts.push('a.newest > ?');
  return term(parts.join(' AND '), ...[from, until].filter((bound) => bound !== null).map((bound) => -bound));
}

function lengthTerm(least: number | null, most: number | null): Where {
  const parts = [...(least === null ? [] : ['a.words >= ?']), ...(most === null ? [] : ['a.words <= ?'])];
  return term(parts.join(' AND ') || '1', ...[least, most].filter((bound) => bound !== null));
}
