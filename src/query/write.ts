import type { Condition, Instant, Query } from '../news/index.ts';
import { writeLength } from './spans.ts';

/** Returns the text that says the query: read again, it asks for the same articles in the same order. */
export function writeQuery({ conditions, sort }: Query): string {
  const parts =
    conditions.length === 1 ? [written(conditions[0]!, 'alone')] : conditions.map((one) => written(one, 'beside'));
  return [...parts, ...(sort === 'newest' ? [] : [`sort:${sort}`])].filter((part) => part !== '').join(' ');
}

/** Where a condition stands: alone, on one side of an OR, beside others, or after a minus. */
type Stand = 'alone' | 'side' | 'beside' | 'absent';

function written(condition: Condition, stand: Stand): string {
  switch (condition.type) {
    case 'any':
      return bracketed(condition.conditions.map((one) => written(one, 'side')).join(' OR '), stand !== 'alone');
    case 'all':
      return bracketed(condition.conditions.map((one) => written(one, 'beside')).join(' '), stand === 'absent');
    case 'not':
      return `-${written(condition.condition, 'absent')}`;
    case 'read':
      return states(condition.states, stand);
    case 'published':
      return published(condition, stand);
    default:
      return leaf(condition);
  }
}

function bracketed(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function leaf(condition: Exclude<Condition, { type: 'any' | 'all' | 'not' | 'read' | 'published' }>): string {
  switch (condition.type) {
    case 'bookmarked':
    case 'opened':
    case 'muted':
    case 'followed':
    case 'corrected':
      return `is:${condition.type}`;
    case 'kind':
      return `kind:${condition.kind}`;
    case 'source':
      return `source:${value(`=${condition.source}`)}`;
    case 'from':
      return `source:${value(condition.name)}${condition.begins ? '*' : ''}`;
    case 'tag':
      return `tag:${value(condition.tag)}${condition.begins ? '*' : ''}`;
    case 'links-to':
      return `link:${value(condition.target)}`;
    case 'link':
      return `link:${value(condition.to)}`;
    case 'has':
      return `has:${condition.what}`;
    case 'language':
      return `lang:${condition.language}`;
    case 'story':
      return `story:${condition.story}`;
    case 'text':
      return words(condition);
    case 'pattern':
      return `${condition.within ? `${condition.within}:` : ''}/${condition.pattern}/`;
    case 'length':
      return writeLength(condition.least, condition.most);
  }
}

/** A word that means something here is put in quotes. */
function words({ words, within, begins, exactly }: Extract<Condition, { type: 'text' }>): string {
  const field = within ? `${within}:` : '';
  const isPlain = !exactly && /^[^\s()"]+$/.test(words) && !words.endsWith('*') && !words.startsWith('/');
  const isWord = isPlain && (within !== undefined || !/^-|^[A-Za-z]+:.|^(?:OR|AND|NOT)$/.test(words));
  return `${field}${isWord ? words : quoted(words)}${begins ? '*' : ''}`;
}

function value(text: string): string {
  return /^[^\s()"]+$/.test(text) && !text.endsWith('*') ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function states(wanted: Extract<Condition, { type: 'read' }>['states'], stand: Stand): string {
  const has = (state: (typeof wanted)[number]) => wanted.includes(state);
  if (has('read')) {
    if (!has('unread')) return has('reading') ? '-is:new' : 'is:read';
    return has('reading') ? bracketed('is:unread OR is:read', stand !== 'alone' && stand !== 'side') : '-is:reading';
  }
  if (has('unread')) return has('reading') ? 'is:unread' : 'is:new';
  return has('reading') ? 'is:reading' : bracketed('is:new is:read', stand === 'absent');
}

function published(condition: Extract<Condition, { type: 'published' }>, stand: Stand): string {
  const { from, until, said } = condition;
  if (said !== undefined) return said;
  const bound = (name: string, instant: Instant | null) =>
    instant === null ? [] : [`${name}:${new Date(instant).toISOString()}`];
  const bounds = [...bound('after', from), ...bound('before', until)];
  return bounds.length > 1 ? bracketed(bounds.join(' '), stand === 'absent') : (bounds[0] ?? '');
}
