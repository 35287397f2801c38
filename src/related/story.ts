import type { Index, StoryRef } from './card.ts';
import { eventCloseness } from './closeness.ts';
import { areCopies } from './copies.ts';
import type { Neighbour } from './neighbours.ts';
import type { Subject } from './related.ts';

/** The likeness that any two texts of full length may have by chance, and any two headlines. */
const chance = { text: 0.2, headline: 0.4 } as const;
/** Words below which an article is no more than a headline. */
export const headlineWords = 40;
/** Neighbours by which it is judged how alike the articles around one are. */
const around = 8;
/** How alike members must be, in parts of what is usual around them. */
export const belonging = 0.6;

/**
 * Returns the story that a new article belongs to, or null when it begins one: the one whose members are on average at least
 * 0.6 times as alike to it as its nearest neighbours are, counting nearness in time; a copy belongs where its original is.
 * Single-pass grouping (Allan, Papka and Lavrenko, "On-line new event detection and tracking", 1998) with a threshold that
 * adapts to how densely covered the subject is (see `usual`). `regroup` corrects it at leisure. What explains is of no event, and
 * so no news joins it.
 */
export function storyFor(subject: Subject, neighbours: readonly Neighbour[], index: Index): StoryRef | null {
  const worths = neighbours
    .filter(({ card }) => card.story !== null && card.kind === 'news' && card.article !== subject.article)
    .map(({ card, likeness }) => ({ card, worth: likeness * eventCloseness(subject.published, card.published) }))
    .filter(({ worth }) => worth > 0.05);
  const copy = worths.find(({ card }) => areCopies(card, subject));
  if (copy) return copy.card.story;
  const scale = usual(
    worths.map(({ worth }) => worth),
    subject.words,
  );
  const sums = new Map<StoryRef, number>();
  for (const { card, worth } of worths) sums.set(card.story!, (sums.get(card.story!) ?? 0) + worth / scale);
  const stories = [...sums].map(([story, sum]) => ({ story, mean: sum / index.members(story).length }));
  const best = stories.toSorted((one, other) => other.mean - one.mean)[0];
  return best && best.mean >= belonging ? best.story : null;
}

/**
 * Returns how alike an article usually is to those around it: the mean of its eight greatest likenesses, but no less than
 * chance. Two articles are compared by their likeness over the root of the product of both: events that are covered by long
 * texts, full of the same words, need more to be one than those covered by briefs (local scaling: Zelnik-Manor and Perona,
 * "Self-tuning spectral clustering", 2004).
 */
export function usual(likenesses: readonly number[], words: number): number {
  const greatest = likenesses.toSorted((one, other) => other - one).slice(0, around);
  const mean = greatest.reduce((sum, likeness) => sum + likeness, 0) / around;
  return Math.max(mean, words < headlineWords ? chance.headline : chance.text);
}
