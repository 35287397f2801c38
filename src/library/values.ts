import { clean, cleanLine, type Safe } from '../text/index.ts';
import type { ArticleId, Instant, ReadState, SourceId } from '../news/index.ts';

// What is read back is cleaned again: a library file can come from anywhere, and it must not reach the terminal untouched.

/** Returns the value as one line of safe text, empty when it is none. */
export function line(value: unknown): Safe {
  return cleanLine(typeof value === 'string' ? value : '');
}

/** Returns the value as safe text in which line breaks are kept. */
export function passage(value: unknown): Safe {
  return clean(typeof value === 'string' ? value : '');
}

/** Returns the value as one line of safe text, or null when there is none. */
export function lineOrNull(value: unknown): Safe | null {
  return typeof value === 'string' ? cleanLine(value) : null;
}

export function articleId(value: unknown): ArticleId {
  return line(value) as ArticleId;
}

export function sourceId(value: unknown): SourceId {
  return line(value) as string as SourceId;
}

/** Returns the value as a whole number that is not negative, 0 when it is none. */
export function count(value: unknown): number {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? Math.min(Math.trunc(number), Number.MAX_SAFE_INTEGER) : 0;
}

/** The earliest and latest instants that a Date can hold lie this far from 1970. */
const furthest = 8.64e15;

/** Returns the value as an instant, or null when it is none that a Date can hold. */
export function instant(value: unknown): Instant | null {
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  const number = Math.trunc(Number(value));
  return Math.abs(number) <= furthest ? number : null;
}

/** Returns what a JSON text says, or undefined when it cannot be read. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Returns the lines of a JSON list of texts, at most `most` of them. */
export function lines(value: unknown, most = 100): readonly Safe[] {
  const list = fromJson(value);
  return Array.isArray(list) ? list.slice(0, most).map(line).filter(Boolean) : [];
}

/** How the states stand in the tables: in the order in which reading goes. */
export const readStates: readonly ReadState[] = ['unread', 'reading', 'read'];
