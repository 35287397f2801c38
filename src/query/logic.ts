import type { Condition, ReadState } from '../news/index.ts';

const readStates: readonly ReadState[] = ['unread', 'reading', 'read'];

/** Returns the condition that all of them are met; the one itself, when it is alone. Inner ones are not wrapped again. */
export function allOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((one) => (one.type === 'all' ? one.conditions : [one]));
  return flat.length === 1 ? flat[0]! : { type: 'all', conditions: flat };
}

/** Returns the condition that at least one of them is met. Either of two states is one condition. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((one) => (one.type === 'any' ? one.conditions : [one]));
  const states = flat.flatMap((one) => (one.type === 'read' ? one.states : []));
  const first = flat.findIndex(({ type }) => type === 'read');
  const joined = flat
    .map((one, index): Condition => (index === first ? readIn(states) : one))
    .filter((one, index) => one.type !== 'read' || index === first);
  return joined.length === 1 ? joined[0]! : { type: 'any', conditions: joined };
}

/** Returns the condition that it is not met. */
export function notOf(condition: Condition): Condition {
  if (condition.type === 'not') return condition.condition;
  if (condition.type !== 'read') return { type: 'not', condition };
  return readIn(readStates.filter((state) => !condition.states.includes(state)));
}

function readIn(states: readonly ReadState[]): Condition {
  return { type: 'read', states: readStates.filter((state) => states.includes(state)) };
}
