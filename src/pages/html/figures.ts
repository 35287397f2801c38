import type { Span } from '../../news/index.ts';
import { namesOf } from './naming.ts';
import { attribute, within, wordsOf, type Part } from './tree.ts';

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

export type { Span };
