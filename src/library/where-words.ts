import type { Condition } from '../news/index.ts';
import { readPattern } from '../query/index.ts';
import { matching, textMatch } from './match.ts';
import { term, type Where } from './term.ts';

/** The bits of `search_row` that are the article's key. */
export const keyBits = 0x3ffffff;

/** Returns a condition on the words of an article in SQL. Those of its functions are in asked-functions.ts. */
export function ofWords(condition: Extract<Condition, { type: 'text' | 'pattern' }>): Where {
  return condition.type === 'text' ? textTerm(condition) : patternTerm(condition);
}

/** The articles that the index finds, in SQL. */
const found = `a.key IN (SELECT rowid & ${keyBits} FROM search WHERE search MATCH ?)`;

function textTerm(condition: Extract<Condition, { type: 'text' }>): Where {
  const match = matching(condition) ?? textMatch(condition);
  if (match === null) return term('0');
  if (condition.within !== 'author') return term(found, match);
  const byline = 'EXISTS (SELECT 1 FROM headlines WHERE article = a.key AND has_words(byline, ?))';
  return term(`${found} AND ${byline}`, match, JSON.stringify(condition));
}

/** Where a row of letters is sure to stand in what fits, that is looked for first: SQLite does so a hundred times as fast. */
function patternTerm({ pattern, within }: Extract<Condition, { type: 'pattern' }>): Where {
  const read = readPattern(pattern);
  if (!('fits' in read)) return term('0');
  if (within === 'body') return term(inBody, pattern);
  const text = within === 'title' ? titleOf : 'folded';
  const sql = `a.key IN (SELECT article FROM filters WHERE instr(folded, ?) > 0 AND fits(${text}, ?))`;
  return term(sql, read.literal, pattern);
}

/** The publisher stands on the first line of what is looked through, the title on the second. */
const rest = 'substr(folded, instr(folded, char(10)) + 1)';
const titleOf = `substr(${rest}, 1, instr(${rest} || char(10), char(10)) - 1)`;

const inBody = `EXISTS (SELECT 1 FROM bodies LEFT JOIN pages ON pages.article = bodies.article
  WHERE bodies.article = a.key AND fits_prose(ifnull(pages.prose, bodies.prose), ?))`;
