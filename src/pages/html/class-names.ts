import { attribute, type Part } from './tree.ts';

/** Returns the words of an element's classes and id in lower case: `class="entry-content postBody"` is "entry content post body". */
export function namesOf(part: Part): string {
  let names = known.get(part);
  if (names === undefined) known.set(part, (names = readNames(part)));
  return names;
}

/** The same names are asked for many times while a page is judged. */
const known = new WeakMap<Part, string>();
/** Longest classes that are read, in characters. */
const longest = 400;

function readNames(part: Part): string {
  const names = `${attribute(part, 'class')} ${attribute(part, 'id')}`;
  if (names.length < 2) return '';
  return names
    .slice(0, longest)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Tells whether an element bears one of some names. */
export type Naming = (part: Part) => boolean;

/** Makes a test for names: words and phrases in a row, parted by strokes; a star at the end stands for any ending. */
export function named(row: string): Naming {
  const forms = row
    .split(/\s*[|\n]\s*/)
    .map((name) => (name.endsWith('*') ? name.slice(0, -1) : `${name}(?![a-z0-9])`));
  const anyOf = new RegExp(`(?<![a-z0-9])(?:${forms.join('|')})`);
  return (part) => anyOf.test(namesOf(part));
}
