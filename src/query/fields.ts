import { cleanLine, join, say, type Safe } from '../text/index.ts';
import { addressKey, sorts, type Condition, type Part, type SourceId, type StoryId } from '../news/index.ts';
import type { When } from './cursor.ts';
import { readAge, readDay, readLength } from './spans.ts';
import { isUnspaced, wordsOf } from './words.ts';

/** What stands behind the colon of a field. */
export interface FieldValue {
  readonly text: string;
  /** Whether it stood in quotes. */
  readonly quoted: boolean;
}

/** What was expected instead. */
export interface Expected {
  readonly expected: Safe;
}

/** A field: what it makes of what stands behind its colon, or what was expected there. */
export interface Field {
  readonly name: string;
  /** What stands behind the colon, where only some words may. */
  readonly words: readonly string[];
  /** What may become right by more letters. */
  readonly goesOn: RegExp;
  readonly read: (value: FieldValue, when: When) => Condition | Expected;
}

const states: Readonly<Record<string, Condition>> = {
  unread: { type: 'read', states: ['unread', 'reading'] },
  new: { type: 'read', states: ['unread'] },
  reading: { type: 'read', states: ['reading'] },
  read: { type: 'read', states: ['read'] },
  bookmarked: { type: 'bookmarked' },
  followed: { type: 'followed' },
  corrected: { type: 'corrected' },
  opened: { type: 'opened' },
  muted: { type: 'muted' },
};

const features: Readonly<Record<string, Condition>> = {
  image: { type: 'has', what: 'image' },
  links: { type: 'has', what: 'links' },
  background: { type: 'has', what: 'background' },
};

const kinds: Readonly<Record<string, Condition>> = {
  news: { type: 'kind', kind: 'news' },
  backgrounder: { type: 'kind', kind: 'backgrounder' },
};

const dayBegun = /^(?:\d{1,4}|\d{4}-\d{0,2}|\d{4}-\d{1,2}-\d{0,2}|t|to|tod|toda|y|ye|yes|yest|yester\w*)$/i;
const spanBegun = /^(?:[<>]=?)?\d*$|^\d+[a-z]?\.{1,2}\d*$/i;

/** Every field, in the order in which they are offered. */
export const fields: readonly Field[] = [
  textField('title'),
  textField('body'),
  textField('author'),
  field('source', ({ text }) => sourceCalled(text)),
  field('tag', ({ text }) => tagged(text.trim())),
  oneOf('is', states),
  oneOf('has', features),
  oneOf('kind', kinds),
  field('after', ({ text }, when) => dayBound(text, when, 'after'), dayBegun),
  field('before', ({ text }, when) => dayBound(text, when, 'before'), dayBegun),
  field('age', ({ text }, { now }) => readAge(text, now), spanBegun),
  field('words', ({ text }) => readLength(text), spanBegun),
  field('lang', ({ text }) =>
    /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)
      ? { type: 'language', language: text.toLowerCase() }
      : expected(say`a language, such as en or pt-BR`),
  ),
  field('link', ({ text }) =>
    text.trim().length < 3
      ? expected(say`an article’s id, or an address or how it begins`)
      : { type: 'link', to: leadingTo(text.trim()) },
  ),
  field('story', ({ text }) =>
    /^\d{1,15}$/.test(text) ? { type: 'story', story: Number(text) as StoryId } : expected(say`the number of a story`),
  ),
  { name: 'sort', words: sorts, goesOn: /^$/, read: () => expected(say`an order`) },
];

function field(name: string, read: Field['read'], goesOn = /^/): Field {
  return { name, words: [], goesOn, read };
}

function oneOf(name: string, meanings: Readonly<Record<string, Condition>>): Field {
  const words = Object.keys(meanings);
  const read: Field['read'] = ({ text }) => {
    const word = text.toLowerCase();
    return Object.hasOwn(meanings, word) ? meanings[word]! : expected(oneOfWords(words));
  };
  return { name, words, goesOn: /^$/, read };
}

function expected(words: Safe): Expected {
  return { expected: words };
}

/** Returns the words as a choice: "news or backgrounder". */
export function oneOfWords(words: readonly string[]): Safe {
  const safe = words.map(cleanLine);
  return say`${join(safe.slice(0, -1), say`, `)} or ${safe.at(-1)!}`;
}

function textField(within: 'title' | 'body' | 'author'): Field {
  return field(within, ({ text, quoted }) => wordsIn(text, quoted, within) ?? expected(say`a word or a phrase`));
}

/** Letters that a beginning needs: shorter ones stand in half of all articles. */
export const shortestBeginning = 3;

/** Returns the condition that words stand in the article, or in a part; null when there is no letter or digit in them. */
export function wordsIn(text: string, quoted: boolean, within?: Part): Condition | Expected | null {
  const begins = text.endsWith('*');
  const words = begins ? text.slice(0, -1) : text;
  const last = wordsOf(words).at(-1);
  if (last === undefined) return null;
  if (begins && last.length < shortestBeginning && !isUnspaced(last))
    return expected(say`${shortestBeginning} letters or more before the *`);
  return {
    type: 'text',
    words,
    ...(within && { within }),
    ...(begins && { begins: true as const }),
    ...(quoted && { exactly: true as const }),
  };
}

/** A source by its name, or with `=` by its id alone. */
function sourceCalled(text: string): Condition | Expected {
  if (/^=./.test(text)) return { type: 'source', source: text.slice(1) as SourceId };
  const begins = text.endsWith('*');
  const name = begins ? text.slice(0, -1) : text;
  if (wordsOf(name).length === 0) return expected(say`the name of a source`);
  return { type: 'from', name, ...(begins && { begins: true as const }) };
}

function tagged(text: string): Condition | Expected {
  const begins = text.endsWith('*');
  const tag = begins ? text.slice(0, -1) : text;
  return tag === '' ? expected(say`a tag`) : { type: 'tag', tag, ...(begins && { begins: true as const }) };
}

function dayBound(text: string, when: When, name: 'after' | 'before'): Condition | Expected {
  const day = readDay(text, when);
  if (day === null) return expected(say`a day such as 2025-04-21, a month, a year, today or yesterday`);
  const bounds = name === 'after' ? { from: day, until: null } : { from: null, until: day };
  return { type: 'published', ...bounds, said: `${name}:${text}` };
}

/** An address is looked for by how it begins, without scheme and "www."; all else is an id. */
function leadingTo(text: string): string {
  const key = /[./]/.test(text) ? addressKey(/^https?:/i.test(text) ? text : `https://${text}`) : null;
  return key ?? text;
}
