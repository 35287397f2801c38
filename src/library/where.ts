import type { Condition, Query } from '../news/index.ts';
import { ofArticle } from './where-article.ts';
import { ofWords } from './where-words.ts';
import { ofTies } from './where-ties.ts';
import { listedIn, type Scope } from './scope.ts';
import { term, type Where } from './term.ts';

/** Returns what an article, `articles AS a`, must meet to stand in the list. */
export function whereOf(query: Query, scope: Scope): Where {
  const within = listedIn(scope);
  const terms = [...(within ? [term(within)] : []), ...query.conditions.toSorted(bySlowness).map(termOf)];
  return {
    sql: terms.map((term) => `(${term.sql})`).join(' AND ') || '1',
    values: terms.flatMap((term) => term.values),
  };
}

/** A pattern is looked for last, in what the others leave. */
function bySlowness(one: Condition, other: Condition): number {
  return Number(one.type === 'pattern') - Number(other.type === 'pattern');
}

function termOf(condition: Condition): Where {
  switch (condition.type) {
    case 'any':
      return combined(condition.conditions, ' OR ', '0');
    case 'all':
      return combined(condition.conditions, ' AND ', '1');
    case 'not': {
      const { sql, values } = termOf(condition.condition);
      return { sql: `(${sql}) IS NOT TRUE`, values };
    }
    case 'text':
    case 'pattern':
      return ofWords(condition);
    case 'source':
    case 'from':
    case 'tag':
    case 'links-to':
    case 'link':
      return ofTies(condition);
    default:
      return ofArticle(condition);
  }
}

function combined(conditions: readonly Condition[], operator: string, none: string): Where {
  const terms = conditions.toSorted(bySlowness).map(termOf);
  return {
    sql: terms.map(({ sql }) => `(${sql})`).join(operator) || none,
    values: terms.flatMap(({ values }) => values),
  };
}
