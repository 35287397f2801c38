import type { Condition, Query } from '../news/index.ts';

/**
 * Returns the query with the reader's rules put in: what a rule hides is left out, unless the query asks itself what is muted.
 */
export function muting(query: Query, rules: readonly Query[]): Query {
  const hidden: Condition = { type: 'any', conditions: rules.map(({ conditions }) => ({ type: 'all', conditions })) };
  if (query.conditions.some(asksForMuted)) {
    return { ...query, conditions: query.conditions.map((one) => replaced(one, hidden)) };
  }
  return rules.length === 0
    ? query
    : { ...query, conditions: [...query.conditions, { type: 'not', condition: hidden }] };
}

function asksForMuted(condition: Condition): boolean {
  if (condition.type === 'not') return asksForMuted(condition.condition);
  if (condition.type === 'any' || condition.type === 'all') return condition.conditions.some(asksForMuted);
  return condition.type === 'muted';
}

function replaced(condition: Condition, hidden: Condition): Condition {
  switch (condition.type) {
    case 'muted':
      return hidden;
    case 'not':
      return { type: 'not', condition: replaced(condition.condition, hidden) };
    case 'any':
    case 'all':
      return { ...condition, conditions: condition.conditions.map((one) => replaced(one, hidden)) };
    default:
      return condition;
  }
}
