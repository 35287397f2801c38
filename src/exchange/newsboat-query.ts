import { webAddress } from '../address/index.ts';
import type { Condition } from '../news/index.ts';
import { cleanLine, join, say, type Safe } from '../text/index.ts';
import type { CarriedList } from './carried.ts';
import { readFilter, type Comparison, type Filter } from './newsboat-filter.ts';

/** One thing that articles of a list must meet. */
type Part =
  | { readonly condition: Condition }
  | { readonly feed: NonNullable<CarriedList['feed']> }
  | { readonly age: NonNullable<CarriedList['age']> };

interface ListRead {
  readonly list: CarriedList | null;
  /** What could not be carried over, or null. */
  readonly why: Safe | null;
}

/** Returns the list of a line `query:NAME:EXPRESSION`, as far as a query of ours can say what its expression says. */
export function listOf(line: string): ListRead {
  const [, name = '', expression = ''] = /^query:([^:]*):(.*)$/s.exec(line) ?? [];
  const called = cleanLine(name) || say`A list without a name`;
  const filter = readFilter(expression);
  if (!filter) return { list: null, why: say`“${called}” left out: its rule cannot be read` };
  const left: Filter[] = [];
  const parts: Part[] = [];
  for (const term of terms(filter)) {
    const part = partOf(term);
    if (part && fits(part, parts)) parts.push(part);
    else left.push(term);
  }
  const without = join(left.map(written), say` and `);
  if (parts.length === 0) return { list: null, why: say`“${called}” left out: nothing here is like ${without}` };
  return {
    list: listWith(called, parts),
    why: left.length === 0 ? null : say`“${called}” kept without ${without}, as nothing here is like it`,
  };
}

/** Returns what must all be met. */
function terms(filter: Filter): readonly Filter[] {
  return filter.type === 'and' ? [...terms(filter.left), ...terms(filter.right)] : [filter];
}

/** A list has one feed and one span of ages at most. */
function fits(part: Part, parts: readonly Part[]): boolean {
  return 'condition' in part || !parts.some((other) => ('feed' in part ? 'feed' in other : 'age' in other));
}

function listWith(name: Safe, parts: readonly Part[]): CarriedList {
  return {
    name,
    query: { conditions: parts.flatMap((part) => ('condition' in part ? part.condition : [])), sort: 'newest' },
    feed: parts.find((part) => 'feed' in part)?.feed ?? null,
    age: parts.find((part) => 'age' in part)?.age ?? null,
  };
}

function partOf(filter: Filter): Part | null {
  if (filter.type === 'comparison') return meanings.get(filter.attribute)?.(filter) ?? null;
  if (filter.type === 'or') return eitherOf(partOf(filter.left), partOf(filter.right));
  return null;
}

/** A query has no "or". Two of them can be said without one: in either state, and in the title or the text. */
function eitherOf(one: Part | null, other: Part | null): Part | null {
  if (!one || !other || !('condition' in one) || !('condition' in other)) return null;
  const [left, right] = [one.condition, other.condition];
  if (left.type === 'read' && right.type === 'read') {
    return { condition: { type: 'read', states: [...new Set([...left.states, ...right.states])] } };
  }
  const text = [left, right].find(({ type }) => type === 'text');
  const looked = (condition: Condition) =>
    condition.type === 'words' || condition.type === 'text' ? condition.words : null;
  return text && looked(left) === looked(right) ? { condition: text } : null;
}

/** What a comparison of each attribute means here; null where it has no like. */
const meanings = new Map<string, (comparison: Comparison) => Part | null>([
  ['unread', unread],
  ['tags', tags],
  ['flags', flags],
  ['title', (comparison) => lookedFor(comparison, 'words')],
  ['content', (comparison) => lookedFor(comparison, 'text')],
  ['rssurl', address],
  ['feedtitle', ({ operator, value }) => (isEqual(operator) ? { feed: { title: cleanLine(value) } } : null)],
  ['age', age],
]);

function unread({ operator, value }: Comparison): Part | null {
  const yes = value === 'yes' ? isEqual(operator) : value === 'no' ? operator === '!=' : null;
  const no = value === 'no' ? isEqual(operator) : value === 'yes' ? operator === '!=' : null;
  if (yes) return { condition: { type: 'read', states: ['unread', 'reading'] } };
  return no ? { condition: { type: 'read', states: ['read'] } } : null;
}

function tags({ operator, value }: Comparison): Part | null {
  return operator === '#' && value !== '' ? { condition: { type: 'tag', tag: value } } : null;
}

/** Whatever its letter, a flag is carried over as a bookmark. */
function flags({ operator, value }: Comparison): Part | null {
  const any = operator === '#' || (operator === '!=' && value === '') || (operator === '=~' && value === '.');
  return any ? { condition: { type: 'bookmarked' } } : null;
}

function address({ operator, value }: Comparison): Part | null {
  const found = isEqual(operator) ? webAddress(value) : null;
  return found && { feed: { address: found } };
}

function age({ operator, value }: Comparison): Part | null {
  const [low = Number.NaN, high = low] = value.split(':').map(Number);
  const span = Number.isNaN(low) ? undefined : spans.get(operator)?.(low, high);
  return span ? { age: span } : null;
}

const isEqual = (operator: string): boolean => operator === '=' || operator === '==';

type Span = NonNullable<CarriedList['age']>;

const spans = new Map<string, (low: number, high: number) => Span>([
  ['=', (days) => ({ least: days, most: days })],
  ['==', (days) => ({ least: days, most: days })],
  ['<', (days) => ({ least: null, most: days - 1 })],
  ['<=', (days) => ({ least: null, most: days })],
  ['>', (days) => ({ least: days + 1, most: null })],
  ['>=', (days) => ({ least: days, most: null })],
  ['between', (one, other) => ({ least: Math.min(one, other), most: Math.max(one, other) })],
]);

/** Of regular expressions, those that are words alone can be looked for. */
function lookedFor({ operator, value }: Comparison, type: 'words' | 'text'): Part | null {
  const words = value
    .replace(/^\.\*|\.\*$/g, '')
    .replaceAll('\\b', '')
    .trim();
  const plain = /^[\p{L}\p{M}\p{N}\s'’_-]+$/u.test(words);
  return plain && (operator === '=~' || operator === '#') ? { condition: { type, words } } : null;
}

function written(filter: Filter): Safe {
  if (filter.type !== 'comparison')
    return say`(${written(filter.left)} ${cleanLine(filter.type)} ${written(filter.right)})`;
  const { attribute, operator, value } = filter;
  const shown = /^-?\d+(?::-?\d+)?$/.test(value) ? cleanLine(value) : say`"${cleanLine(value)}"`;
  return say`${cleanLine(attribute)} ${cleanLine(operator)} ${shown}`;
}
