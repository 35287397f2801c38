import type { Span } from '../../news/index.ts';
import { namesOf } from './naming.ts';
import { within, wordsOf, type Part } from './tree.ts';

/** What a figure is made of. */
export interface FigureParts {
  readonly image: Part;
  readonly caption: Part | null;
  readonly credit: Part | null;
}

const captionNames = /\bcaption|\blegend\b|\bcutline\b|\bbildunterschrift\b|\bpie\b/;
const creditNames =
  /\bcredit|\bcopyright|\bphotographer|\bphoto (?:by|source)|\battribution|\bsource\b|\bauthor\b|\bagency\b/;
/** Longest text of a figure, in characters: what has more is a text with a picture in it. */
const longest = 800;

/** Returns the parts of a figure, or null when the element is none: when it has no picture, or more text than a caption. */
export function figureParts(part: Part): FigureParts | null {
  const inside = within(part);
  const isFigure = part.tag === 'figure';
  if (inside.some(({ tag }) => holders.has(tag))) return null;
  const image = inside.find(({ tag }) => tag === 'img');
  if (!image) return null;
  const caption =
    inside.find(({ tag }) => tag === 'figcaption') ??
    inside.find((inner) => inner !== part && captionNames.test(namesOf(inner))) ??
    null;
  if (!isFigure && !caption) return null;
  const credit =
    inside.find((inner) => inner !== part && inner !== caption && creditNames.test(namesOf(inner))) ?? null;
  const words = wordsOf(part).length;
  if (
    words > longest ||
    (!isFigure && caption !== null && words > wordsOf(caption).length + (credit ? wordsOf(credit).length : 0) + 20)
  )
    return null;
  return { image, caption, credit };
}

const holders = new Set('table pre blockquote h1 h2 h3 ul ol article'.split(' '));

export type { Span };
