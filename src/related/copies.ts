import type { Card } from './card.ts';
import { day } from './closeness.ts';
import type { Neighbour } from './neighbours.ts';
import type { Subject } from './related.ts';
import { containment } from './sketch.ts';

/** How much of the shorter text must stand in the longer one. */
const copied = 0.3;
/** Days within which agencies' texts are published again. */
const within = 14;
/** Neighbours whose texts are compared: a copy is among the most alike. */
const compared = 60;

/**
 * Returns the earliest article of which this one is a copy: cut, framed or edited, but word for word the same over at least
 * 30 % of the shorter text; null when it is none. Of two that are as old as each other the one filed first is the original.
 */
export function originalOf(subject: Subject, neighbours: readonly Neighbour[]): Card | null {
  const originals = neighbours
    .slice(0, compared)
    .map(({ card }) => card)
    .filter((card) => isBefore(card, subject) && areCopies(card, subject));
  return originals.toSorted(byAge)[0] ?? null;
}

type Dated = Pick<Card, 'published' | 'sketch'>;

/** Whether two texts of about the same time are for the most part one. */
export function areCopies(one: Dated, other: Dated): boolean {
  if (one.published !== null && other.published !== null && Math.abs(one.published - other.published) > within * day)
    return false;
  return containment(one.sketch, other.sketch) >= copied;
}

function isBefore(card: Card, { article, published }: Pick<Subject, 'article' | 'published'>): boolean {
  if (card.published !== null && published !== null && card.published !== published) return card.published < published;
  return article === null || card.article < article;
}

function byAge(one: Card, other: Card): number {
  return (one.published ?? 0) - (other.published ?? 0) || one.article - other.article;
}
