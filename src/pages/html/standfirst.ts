import { standfirst as isNamed } from './class-words.ts';
import { attribute, isInside, partsOf, within, wordsOf, type Part } from './tree.ts';

/** How many elements it may stand away from the title. */
const nearest = 60;

/** Returns the words that stand between title and text and say in a sentence or two what it is about, where the text lacks them. */
export function findStandfirst(parts: readonly Part[], heading: Part | null, article: readonly Part[]): Part | null {
  if (!heading) return null;
  const start = parts.indexOf(heading);
  const told = article.map(wordsOf).join(' ');
  for (const part of parts.slice(start + 1, start + nearest)) {
    if (article.some((one) => isInside(part, one))) return null;
    if (!isNamed(part) && !/\bdescription\b/.test(attribute(part, 'itemprop'))) continue;
    const words = wordsOf(part);
    if (words.length < 60 || words.length > 700 || !/\p{L}.*[.!?…]/su.test(words) || told.includes(words)) continue;
    const links = within(part).filter(({ tag }) => tag === 'a');
    if (links.map(wordsOf).join('').length > words.length * 0.3) continue;
    return innermost(part);
  }
  return null;
}

function innermost(part: Part): Part {
  let inner = part;
  for (let only = partsOf(inner); only.length === 1 && wordsOf(only[0]!) === wordsOf(inner); only = partsOf(inner))
    inner = only[0]!;
  return inner;
}
