import { cleanLine, join, say, type Safe } from '../text/index.ts';
import type { CarriedList } from './carried.ts';
import { readFilter, type Comparison, type Filter } from './newsboat-filter.ts';

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
  const met = terms(filter).map((term) => ({ term, query: queryOf(term, 'together') }));
  const without = join(
    met.filter(({ query }) => query === null).map(({ term }) => written(term)),
    say` and `,
  );
  const query = met.flatMap(({ query }) => query ?? []).join(' ');
  if (query === '') return { list: null, why: say`“${called}” left out: nothing here is like ${without}` };
  return {
    list: { name: called, query },
    why: without === '' ? null : say`“${called}” kept without ${without}, as nothing here is like it`,
  };
}

/** Returns what must all be met. */
function terms(filter: Filter): readonly Filter[] {
  return filter.type === 'and' ? [...terms(filter.left), ...terms(filter.right)] : [filter];
}

/** Returns the filter as a query of ours, or null when that cannot say it. */
function queryOf(filter: Filter, stand: 'together' | 'either'): string | null {
  if (filter.type === 'comparison') return meanings.get(filter.attribute)?.(filter) ?? null;
  const inside = filter.type === 'and' ? 'together' : 'either';
  const [left, right] = [queryOf(filter.left, inside), queryOf(filter.right, inside)];
  if (left === null || right === null) return null;
  const joined = filter.type === 'and' ? `${left} ${right}` : `${left} OR ${right}`;
  return filter.type === 'or' && stand === 'together' ? `(${joined})` : joined;
}

/** What a comparison of each attribute means here; null where it has no like. */
const meanings = new Map<string, (comparison: Comparison) => string | null>([
  ['unread', unread],
  ['tags', ({ operator, value }) => absent(operator, '#', '!#', value === '' ? null : `tag:${quoted(value)}`)],
  ['flags', flags],
  ['title', (comparison) => lookedFor(comparison, 'title:')],
  ['content', (comparison) => lookedFor(comparison, '')],
  ['author', (comparison) => lookedFor(comparison, 'author:')],
  ['rssurl', ({ operator, value }) => equal(operator, `source:${quoted(value)}`)],
  ['feedtitle', ({ operator, value }) => equal(operator, `source:${quoted(value)}`)],
  ['age', age],
]);

function unread({ operator, value }: Comparison): string | null {
  if (value !== 'yes' && value !== 'no') return null;
  return equal(operator, value === 'yes' ? 'is:unread' : 'is:read');
}

/** Whatever its letter, a flag is carried over as a bookmark. */
function flags({ operator, value }: Comparison): string | null {
  const any = operator === '#' || (operator === '!=' && value === '') || (operator === '=~' && value === '.');
  return any ? 'is:bookmarked' : null;
}

function equal(operator: string, query: string): string | null {
  if (operator === '==' || operator === '=') return query;
  return operator === '!=' ? `-${query}` : null;
}

function absent(operator: string, yes: string, no: string, query: string | null): string | null {
  if (query === null) return null;
  return operator === yes ? query : operator === no ? `-${query}` : null;
}

function age({ operator, value }: Comparison): string | null {
  const [low = Number.NaN, high = low] = value.split(':').map(Number);
  if (Number.isNaN(low)) return null;
  switch (operator) {
    case '<':
    case '<=':
      return `age:${operator}${low}d`;
    case '>':
    case '>=':
      return `age:${operator}${low}d`;
    case 'between':
      return `age:${Math.min(low, high)}d..${Math.max(low, high)}d`;
    default:
      return equal(operator, `age:${low}d..${low + 1}d`);
  }
}

/** A regular expression that is words alone is looked for as words, which is quicker; another one as it is, where there is such. */
function lookedFor({ operator, value }: Comparison, field: string): string | null {
  const words = value
    .replace(/^\.\*|\.\*$/g, '')
    .replaceAll('\\b', '')
    .trim();
  const isPlain = /^[\p{L}\p{M}\p{N}\s'’_-]+$/u.test(words);
  if (isPlain) return absent(operator === '#' ? '=~' : operator, '=~', '!~', field + quoted(words));
  return field === 'title:' && value !== ''
    ? absent(operator, '=~', '!~', `title:/${value.replaceAll('/', '\\/')}/`)
    : null;
}

/** A single word needs no quotes, and then stands for its inflections too. */
function quoted(value: string): string {
  return /^[\p{L}\p{M}\p{N}_.-]+$/u.test(value) && !value.startsWith('-')
    ? value
    : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function written(filter: Filter): Safe {
  if (filter.type !== 'comparison')
    return say`(${written(filter.left)} ${cleanLine(filter.type)} ${written(filter.right)})`;
  const { attribute, operator, value } = filter;
  const shown = /^-?\d+(?::-?\d+)?$/.test(value) ? cleanLine(value) : say`"${cleanLine(value)}"`;
  return say`${cleanLine(attribute)} ${cleanLine(operator)} ${shown}`;
}
