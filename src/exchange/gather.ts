import { webAddress } from '../address/index.ts';
import type { Instant, Problem, Reading } from '../news/index.ts';
import { readDate } from '../news/index.ts';
import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import type { CarriedPage } from './carried.ts';

/** A page as a file names it. Nothing in it is clean yet. */
export interface Named {
  readonly address: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly read: boolean;
  readonly bookmarked: boolean;
  /** A date in words, or a number of seconds, or of thousandths or millionths of them. */
  readonly at: string;
}

/** Pages that are taken from one file. */
const mostPages = 100_000;
const mostTags = 100;

/** Returns the pages that are on the web, each once, and in one problem how many others there are. */
export function gather(named: readonly Named[], where: Safe): Reading<readonly CarriedPage[]> {
  const pages = new Map<Safe, CarriedPage>();
  const left: string[] = [];
  for (const one of named.slice(0, mostPages)) {
    const address = webAddress(one.address);
    if (address === null) left.push(one.address);
    else pages.set(address, joined(pages.get(address), pageOf(one, address)));
  }
  const problems: Problem[] = left.length === 0 ? [] : [leftOut(left, where)];
  if (named.length > mostPages) {
    const detail = say`has more than ${mostPages} pages; the rest is left out`;
    problems.push({ kind: 'too-large', where, detail });
  }
  return { value: [...pages.values()], problems };
}

function pageOf({ title, tags, read, bookmarked, at }: Named, address: Safe): CarriedPage {
  const words = cleanLine(title);
  // Where a program knew no title, it wrote the address in its place.
  const unnamed = words === '' || webAddress(words) === address;
  return {
    address,
    title: unnamed ? withoutScheme(address) : words,
    tags: distinctTags(tags),
    read,
    bookmarked,
    at: instantOf(at),
  };
}

function withoutScheme(address: Safe): Safe {
  return slice(address, address.indexOf('//') + 2);
}

/** A page that is named twice has the marks of both. */
function joined(one: CarriedPage | undefined, other: CarriedPage): CarriedPage {
  if (!one) return other;
  return {
    ...one,
    tags: distinctTags([...one.tags, ...other.tags]),
    read: one.read || other.read,
    bookmarked: one.bookmarked || other.bookmarked,
  };
}

function leftOut(addresses: readonly string[], where: Safe): Problem {
  const first = slice(cleanLine(addresses[0]!), 0, 60);
  const example = first === '' ? say`there is none` : say`such as “${first}”`;
  const detail = say`${addresses.length} left out, as their addresses are none of the web: ${example}`;
  return { kind: 'address', where, detail };
}

/** Returns the tags in their order, cleaned, each once however it is written. */
export function distinctTags(tags: readonly string[]): readonly Safe[] {
  const distinct = new Map<string, Safe>();
  for (const tag of tags.map(cleanLine)) {
    if (tag !== '' && !distinct.has(tag.toLowerCase())) distinct.set(tag.toLowerCase(), tag);
  }
  return [...distinct.values()].slice(0, mostTags);
}

/** A number so large is one of smaller units than seconds. */
const farSeconds = 1e11;

function instantOf(written: string): Instant | null {
  const text = written.trim();
  if (!/^\d+(?:\.\d+)?$/.test(text)) return readDate(text, 'field');
  let number = Number(text);
  while (number >= farSeconds) number /= 1000;
  return number === 0 ? null : Math.round(number * 1000);
}
