import { captions, credits } from './class-words.ts';
import { firstWithin, wordsOf, type Part } from './tree.ts';

/** What a figure is made of. */
export interface FigureParts {
  readonly image: Part;
  readonly caption: Part | null;
  readonly credit: Part | null;
}

/** Longest text of a figure, in characters: what has more is a text with a picture in it. */
const longest = 800;
/** Most elements of a figure. */
const most = 60;

/** Returns the parts of a figure, or null when the element is none: when it has no picture, or more text than a caption. */
export function figureParts(part: Part): FigureParts | null {
  const inside = firstWithin(part, most + 1);
  if (inside.length > most) return null;
  const isFigure = part.tag === 'figure';
  if (inside.some(({ tag }) => holders.has(tag))) return null;
  const image = inside.find(({ tag }) => tag === 'img');
  if (!image) return null;
  const caption =
    inside.find(({ tag }) => tag === 'figcaption') ?? inside.find((inner) => inner !== part && captions(inner)) ?? null;
  if (!isFigure && !caption) return null;
  const credit = inside.find((inner) => inner !== part && inner !== caption && credits(inner)) ?? null;
  const words = wordsOf(part).length;
  if (
    words > longest ||
    (!isFigure && caption !== null && words > wordsOf(caption).length + (credit ? wordsOf(credit).length : 0) + 20)
  )
    return null;
  return { image, caption, credit };
}

const holders = new Set('table pre blockquote h1 h2 h3 ul ol article'.split(' '));

/** Returns the caption without the credit that may stand in it. */
export function withoutCredit(caption: Part, credit: Part | null): Part {
  const children = caption.children
    .filter((child) => child !== credit)
    .map((child) => (typeof child === 'string' ? child : withoutCredit(child, credit)));
  return { ...caption, children };
}
