import { attribute, type Part } from './tree.ts';

/** Returns the words of an element's classes and id in lower case: `class="entry-content postBody"` is "entry content post body". */
export function namesOf(part: Part): string {
  const names = `${attribute(part, 'class')} ${attribute(part, 'id')}`;
  if (names.length < 2) return '';
  return names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
