import { cleanLine, say, type Safe } from '../text/index.ts';
import { sorts, type Condition } from '../news/index.ts';
import type { Cursor } from './cursor.ts';
import { fields, oneOfWords, shortestBeginning, wordsIn, type Field, type FieldValue } from './fields.ts';
import { nearest } from './nearest.ts';
import { readPattern } from './pattern.ts';
import { isUnspaced, wordsOf } from './words.ts';

/** Reads one word, phrase, regular expression or field; null after a mistake, and for what narrows nothing. */
export function readTerm(cursor: Cursor): Condition | null {
  const { at, text } = cursor;
  if (text[at] === '"') return readPhrase(cursor);
  if (text[at] === '/') return readRegex(cursor);
  const word = /^[^\s()"]+/.exec(text.slice(at))?.[0] ?? '';
  const name = /^([a-z]+):/i.exec(word)?.[1]?.toLowerCase();
  if (name === 'http' || name === 'https') return cursor.expect(at, word.length, say`link: before an address`);
  const field = fields.find((field) => field.name === name);
  if (field) return readField(cursor, field);
  // A colon at the end of a word is one of the sentence that was pasted.
  if (name !== undefined && word.length > name.length + 1) return unknownField(cursor, name);
  cursor.at += word.length;
  return readWord(cursor, word, at);
}

function readWord(cursor: Cursor, word: string, at: number): Condition | null {
  const read = wordsIn(word, false);
  if (read !== null && 'type' in read) return goingOn(cursor, read);
  if (cursor.isOpen && !word.endsWith('*')) return null;
  return cursor.expect(at, word.length, read?.expected ?? say`a letter or digit: signs are not looked for`);
}

function readPhrase(cursor: Cursor): Condition | null {
  const { at } = cursor;
  const value = readValue(cursor);
  const read = value && wordsIn(value.text, true);
  if (value === null || (cursor.isOpen && read === null)) return null;
  if (read !== null && 'type' in read) return read;
  return cursor.expect(at, cursor.at - at, read?.expected ?? say`a letter or digit between the quotes`);
}

/** While a word is typed it may go on, and one that is too short for that does not narrow the list yet. */
function goingOn(cursor: Cursor, read: Condition): Condition | null {
  if (!cursor.isOpen) return read;
  if (read.type === 'tag' || read.type === 'from') return { ...read, begins: true };
  if (read.type !== 'text' || read.begins || read.exactly) return read;
  if (!/[\p{L}\p{M}\p{N}]$/u.test(read.words)) return read;
  const last = wordsOf(read.words).at(-1) ?? '';
  if (isUnspaced(last)) return read;
  if (last.length < shortestBeginning) return null;
  return last.length < (cursor.when.beginning ?? 0) ? read : { ...read, begins: true };
}

function readRegex(cursor: Cursor, within?: 'title' | 'body'): Condition | null {
  const start = cursor.at;
  const whole = /^\/((?:[^/\\[]|\\[^]|\[(?:[^\]\\]|\\[^])*\])*)\//.exec(cursor.text.slice(start));
  if (!whole) {
    cursor.at = cursor.text.length;
    return cursor.isOpen ? null : cursor.expect(start, 1, say`/ at the end of this pattern`);
  }
  const [{ length }, pattern = ''] = whole;
  cursor.at += length;
  if (pattern === '') return cursor.expect(start, 2, say`a pattern between the slashes`);
  if (/[^\s()]/.test(cursor.text[cursor.at] ?? ' ')) return cursor.expect(cursor.at, 1, say`a space after the pattern`);
  const read = readPattern(pattern);
  if ('expected' in read) return cursor.expect(start + 1 + read.at, read.length, read.expected);
  return { type: 'pattern', pattern, ...(within && { within }) };
}

function readField(cursor: Cursor, field: Field): Condition | null {
  const { at } = cursor;
  const { name } = field;
  const start = at + name.length + 1;
  cursor.at = start;
  if ((name === 'title' || name === 'body') && cursor.text[start] === '/') return readRegex(cursor, name);
  const value = readValue(cursor);
  if (value === null) return null;
  if (name === 'sort') return readSort(cursor, value.text, at);
  const read = field.read(value, cursor.when);
  if ('type' in read) return goingOn(cursor, read);
  if (cursor.isOpen && mayGoOn(field, value.text)) return null;
  return cursor.expect(value.text === '' ? at : start, cursor.at - (value.text === '' ? at : start), read.expected);
}

/** What can still become a right value is no mistake while it is typed. */
function mayGoOn({ words, goesOn }: Field, text: string): boolean {
  return text === '' || goesOn.test(text) || words.some((word) => word.startsWith(text.toLowerCase()));
}

/** Reads a word up to a space or bracket, or what stands in quotes, where a backslash takes the next sign as it is. */
function readValue(cursor: Cursor): FieldValue | null {
  const { at } = cursor;
  const rest = cursor.text.slice(at);
  if (!rest.startsWith('"')) {
    const text = /^[^\s()"]*/.exec(rest)?.[0] ?? '';
    cursor.at += text.length;
    return { text, quoted: false };
  }
  const [whole = '', inside = '', end = ''] = /^"((?:[^"\\]|\\[^])*)("\*?)?/.exec(rest) ?? [];
  cursor.at += whole.length;
  if (end === '' && !cursor.isOpen) return cursor.expect(at, 1, say`" at the end of what stands in quotes`);
  return { text: inside.replace(/\\([^])/g, '$1') + end.slice(1), quoted: true };
}

/** The order is one of the whole list, so it is no condition. */
function readSort(cursor: Cursor, word: string, at: number): null {
  const sort = sorts.find((sort) => sort === word.toLowerCase());
  const { length } = cursor.text.slice(at, cursor.at);
  if (!sort) {
    if (cursor.isOpen && sorts.some((sort) => sort.startsWith(word.toLowerCase()))) return null;
    return cursor.expect(word === '' ? at : at + 5, word === '' ? length : length - 5, oneOfWords(sorts));
  }
  if (cursor.depth > 0) return cursor.expect(at, length, say`an order outside of brackets, without -`);
  if (cursor.sort) return cursor.expect(at, length, say`only one order`);
  cursor.sort = sort;
  return null;
}

function unknownField(cursor: Cursor, name: string): null {
  const names = fields.map((field) => field.name);
  const near = nearest(name, names);
  const meant: Safe = near === null ? say`a field such as title:, source: or is:` : say`${cleanLine(near)}:`;
  return cursor.expect(cursor.at, name.length + 1, say`${meant}, or quotes around what has a colon`);
}
