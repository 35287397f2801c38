import { say } from '../text/index.ts';
import type { Condition, Query } from '../news/index.ts';
import { Cursor, type Mistake, type When } from './cursor.ts';
import { allOf, anyOf, notOf } from './logic.ts';
import { readTerm } from './term.ts';

/** What was read. With a mistake the value holds what was understood before it, and is not to be used as if it were all. */
export interface QueryRead {
  readonly value: Query;
  readonly mistake: Mistake | null;
}

/** Bounds of what is typed: UTF-16 units, conditions, and brackets in brackets. */
const longest = 2000;
const mostTerms = 200;
const deepest = 30;

/**
 * Returns the query that a text says. Words side by side must all be met; `OR` between them asks for either, `-` or `NOT` before
 * one for its absence, and brackets hold together. Never fails: a mistake is a place and what was expected there.
 */
export function readQuery(text: string, when: When): QueryRead {
  const cursor = new Cursor(text, when);
  if (text.length > longest) cursor.expect(longest, text.length - longest, say`at most ${longest} letters`);
  const read = cursor.mistake ? null : readEither(cursor);
  if (!cursor.mistake && cursor.at < text.length) cursor.expect(cursor.at, 1, say`( before this )`);
  const conditions = read === null ? [] : read.type === 'all' ? read.conditions : [read];
  return { value: { conditions, sort: cursor.sort ?? 'newest' }, mistake: cursor.mistake };
}

function readEither(cursor: Cursor): Condition | null {
  const sides = [readTogether(cursor)];
  while (!cursor.mistake) {
    const { at } = cursor;
    if (!cursor.takes('OR')) break;
    cursor.skip();
    if (cursor.isOpen) break;
    if (cursor.isAtEnd) return cursor.expect(at, 2, say`something after OR`);
    sides.push(readTogether(cursor));
  }
  const known = sides.filter((side) => side !== null);
  return known.length === 0 ? null : anyOf(known);
}

function readTogether(cursor: Cursor): Condition | null {
  const parts: Condition[] = [];
  let isFirst = true;
  for (cursor.skip(); !cursor.mistake && !cursor.isAtEnd; cursor.skip()) {
    if (isFirst && (cursor.isNext('OR') || cursor.isNext('AND')))
      return cursor.expect(cursor.at, cursor.isNext('OR') ? 2 : 3, say`something before it`);
    if (cursor.isNext('OR')) break;
    if (cursor.isNext('AND')) passAnd(cursor);
    const part = cursor.isAtEnd ? null : readOne(cursor);
    if (part) parts.push(part);
    isFirst = false;
  }
  return parts.length === 0 ? null : allOf(parts);
}

function passAnd(cursor: Cursor): void {
  const { at } = cursor;
  cursor.takes('AND');
  cursor.skip();
  const isMissing = cursor.isAtEnd || cursor.isNext('OR') || cursor.isNext('AND');
  if (isMissing && !cursor.isOpen) cursor.expect(at, 3, say`something after AND`);
}

function readOne(cursor: Cursor): Condition | null {
  const { at } = cursor;
  if ((cursor.terms += 1) > mostTerms) return cursor.expect(at, 1, say`at most ${mostTerms} conditions`);
  if (cursor.text[at] === '-' || cursor.isNext('NOT')) return readAbsence(cursor);
  return cursor.text[at] === '(' ? readBrackets(cursor) : readTerm(cursor);
}

function readAbsence(cursor: Cursor): Condition | null {
  const { at } = cursor;
  const isDash = !cursor.takes('NOT');
  if (isDash) cursor.at += 1;
  else cursor.skip();
  if (cursor.isOpen) return null;
  if (cursor.isAtEnd || /\s/.test(cursor.text[cursor.at]!) || cursor.isNext('OR') || cursor.isNext('AND')) {
    return cursor.expect(at, cursor.at - at, isDash ? say`a word right after the -` : say`something after NOT`);
  }
  const inside = deeper(cursor, at, readOne);
  return inside && notOf(inside);
}

function readBrackets(cursor: Cursor): Condition | null {
  const { at } = cursor;
  cursor.at += 1;
  cursor.skip();
  if (cursor.text[cursor.at] === ')') return cursor.expect(at, cursor.at + 1 - at, say`something between ( and )`);
  const inside = deeper(cursor, at, readEither);
  if (cursor.mistake) return null;
  if (cursor.text[cursor.at] === ')') cursor.at += 1;
  else if (!cursor.isOpen) return cursor.expect(at, 1, say`) after this (`);
  return inside;
}

function deeper(cursor: Cursor, at: number, read: (cursor: Cursor) => Condition | null): Condition | null {
  if (cursor.depth >= deepest) return cursor.expect(at, 1, say`at most ${deepest} brackets in one another`);
  cursor.depth += 1;
  const inside = read(cursor);
  cursor.depth -= 1;
  return inside;
}
