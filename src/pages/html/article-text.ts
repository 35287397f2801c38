import type { Node } from '../../markup/index.ts';
import { wordCount } from '../../prose/index.ts';
import { readBlocks, type Written } from './blocks.ts';
import { chooseArticle } from './choose.ts';
import { takeOutFurniture, takeOutUnseen } from './prune.ts';
import { findStandfirst } from './standfirst.ts';
import { firstWordsOf, grow, within, type Part } from './tree.ts';
import { trim } from './trim.ts';

/** How a page is read: with what its style hides, with what its classes call furniture. */
interface Attempt {
  readonly hidden: boolean;
  readonly furniture: boolean;
}

/** The strictest first. Pages hide what a script would show, and call their text by odd names. */
const attempts: readonly Attempt[] = [
  { hidden: false, furniture: false },
  { hidden: false, furniture: true },
  { hidden: true, furniture: false },
  { hidden: true, furniture: true },
];
/** Words that are enough for an article: below, a less strict reading is tried. */
const enough = 80;
/** A page of more elements than these is read once only. */
const large = 15_000;

/** Returns the article's text: that of the strictest reading that finds enough, or of the one that finds half as much again. */
export function readArticleText(nodes: readonly Node[], base: string | null, title: string | null): Written {
  let best: Written = { body: [], links: [] };
  let most = -1;
  for (const attempt of attempts) {
    const root = grow(nodes);
    const isLarge = within(root).length > large;
    const written = read(root, attempt, base, title);
    const words = wordCount(written.body);
    if (words > most * 1.5) [best, most] = [written, words];
    if (words >= enough || isLarge) break;
  }
  return best;
}

function read(root: Part, { hidden, furniture }: Attempt, base: string | null, title: string | null): Written {
  takeOutUnseen(root, hidden);
  if (!furniture) takeOutFurniture(root);
  const { parts, measures } = chooseArticle(root);
  for (const part of parts) trim(part, measures);
  const all = within(root);
  const heading = all.find((part) => /^h[1-3]$/.test(part.tag) && firstWordsOf(part, 500) === title) ?? null;
  const standfirst = findStandfirst(all, heading, parts);
  return readBlocks(standfirst ? [{ ...standfirst, tag: 'p' }, ...parts] : parts, base);
}
