import type { Condition, Query } from '../news/index.ts';
import { fold } from './fold.ts';
import { matching } from './match.ts';
import { listedIn, type Scope } from './scope.ts';
import type { Value } from './statements.ts';
import { readStates } from './values.ts';

/** What rows must meet, in SQL, and the values that stand for its question marks. */
export interface Where {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** The tables that a list is read from: `articles AS a`, and `filters AS f` where something is looked for in them. */
export interface Tables {
  /** Beginning with the articles, so that what comes before keeps its order. */
  readonly joined: string;
  /** Beginning with what is looked through, which is the quickest when all must be. */
  readonly scanned: string;
}

/** Returns what an article must meet to stand in the list. */
export function whereOf(query: Query, scope: Scope): Where {
  const within = listedIn(scope);
  const terms = [...(within ? [term(within)] : []), ...query.conditions.map(termOf)];
  return {
    sql: terms.map((term) => `(${term.sql})`).join(' AND ') || '1',
    values: terms.flatMap((term) => term.values),
  };
}

/** Returns the tables for {@link whereOf} of the query, the articles as {@link walkOf} says where that matters. */
export function tablesOf(query: Query, articles = 'articles AS a'): Tables {
  if (query.conditions.every(({ type }) => type !== 'words')) return { joined: articles, scanned: articles };
  return {
    joined: `${articles} CROSS JOIN filters AS f ON f.article = a.key`,
    scanned: 'filters AS f CROSS JOIN articles AS a ON a.key = f.article',
  };
}

/** Words of one filter that are looked for. */
const mostWords = 20;

function termOf(condition: Condition): Where {
  switch (condition.type) {
    case 'read':
      return term(readTerm([...new Set(condition.states)].map((state) => readStates.indexOf(state))));
    case 'bookmarked':
      return term('a.bookmarked = 1');
    case 'opened':
      return term('a.read_at IS NOT NULL AND a.recent < 9000000000000000');
    case 'kind':
      return term(condition.kind === 'backgrounder' ? 'a.kind = 1' : 'a.kind = 0');
    case 'source':
      return term(`EXISTS (${belongsTo} UNION ALL ${carriedBy})`, condition.source, condition.source);
    case 'tag':
      return term(`${tagged} OR ${fromTagged}`, fold(condition.tag), fold(condition.tag));
    case 'links-to':
      return term(
        'a.key IN (SELECT article FROM links WHERE target = (SELECT key FROM articles WHERE id = ?))',
        condition.target,
      );
    case 'story':
      return term('a.key IN (SELECT article FROM tellings WHERE story = ?)', condition.story);
    case 'followed':
      return term(followed);
    case 'corrected':
      return term('a.corrected > a.read_at');
    case 'words':
      return wordsTerm(fold(condition.words).split(/\s+/).filter(Boolean).slice(0, mostWords));
    case 'text':
      return textTerm(condition.words);
    case 'published':
      return publishedTerm(condition.from, condition.until);
  }
}

const followed = `a.key IN (
  SELECT article FROM stories CROSS JOIN tellings USING (story) WHERE stories.followed IS NOT NULL)`;
const tagged = 'a.key IN (SELECT article FROM tags WHERE tag_key = ?)';
/** What the reader files a source under holds for all that it brings. */
const fromTagged = `a.source IN (
  SELECT sources.key FROM sources CROSS JOIN json_each(sources.tag_keys) AS given WHERE given.value = ?)`;
const belongsTo = 'SELECT 1 FROM sources WHERE key = a.source AND id = ?';
const carriedBy = `SELECT 1 FROM carriers CROSS JOIN sources ON sources.key = carriers.source
  WHERE carriers.article = a.key AND sources.id = ?`;

function term(sql: string, ...values: readonly Value[]): Where {
  return { sql, values };
}

/** In the very words of the partial indexes, or SQLite does not see that they serve. */
function readTerm(states: readonly number[]): string {
  const exact = `a.read IN (${states.join(', ')})`;
  if (states.length === 1 && states[0] === 1) return 'a.read = 1 AND a.read < 2';
  return states.includes(2) ? exact : `a.read < 2 AND ${exact}`;
}

function wordsTerm(words: readonly string[]): Where {
  const each = words.map(() => '(instr(f.folded, ?) OR instr(f.own_tags, ?))');
  return term(each.join(' AND ') || '1', ...words.flatMap((word) => [word, word]));
}

function textTerm(words: string): Where {
  const match = matching(words);
  return match === null
    ? term('0')
    : term(`a.key IN (SELECT rowid & ${keyBits} FROM search WHERE search MATCH ?)`, match);
}

function publishedTerm(from: number | null, until: number | null): Where {
  const parts = ['a.published IS NOT NULL'];
  if (from !== null) parts.push('a.newest <= ?');
  if (until !== null) parts.push('a.newest > ?');
  return term(parts.join(' AND '), ...[from, until].filter((bound) => bound !== null).map((bound) => -bound));
}

/** The bits of `search_row` that are the article's key. */
export const keyBits = 0x3ffffff;
