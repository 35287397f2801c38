import type { Safe } from '../text/index.ts';
import type { ArticleId, Version } from './article.ts';
import type { Place } from './status.ts';

/** One station of the trail: an article, the exact place in it, and the link that was chosen there. */
export interface Step {
  readonly article: ArticleId;
  readonly title: Safe;
  readonly place: Place | null;
  /** The index of the chosen link on the page, or null. */
  readonly link: number | null;
  /** Which of the article's texts was read: the place is one of that text. */
  readonly version?: Version;
}

/** Where the reader has been: the steps, and the one that is open. Empty when no article is. */
export interface Trail {
  readonly steps: readonly Step[];
  /** Index of the open step; -1 when the trail is empty. */
  readonly at: number;
}

export const emptyTrail: Trail = { steps: [], at: -1 };

/** Steps kept at most: older ones are forgotten first. */
const longest = 200;

/** Returns the trail with a new step after the open one; what lay forward of it is dropped, as in a browser. */
export function follow(trail: Trail, step: Step): Trail {
  const steps = [...trail.steps.slice(0, trail.at + 1), step].slice(-longest);
  return { steps, at: steps.length - 1 };
}

/** Returns the trail with the spot of the open step brought up to date. */
export function remember(trail: Trail, left: Pick<Step, 'place' | 'link' | 'version'>): Trail {
  const open = trail.steps[trail.at];
  if (!open) return trail;
  return { ...trail, steps: trail.steps.with(trail.at, { ...open, ...left }) };
}

/** Returns the trail moved by some steps, backward if negative, or null when there is nothing there. */
export function walk(trail: Trail, steps: number): Trail | null {
  const at = trail.at + steps;
  return at >= 0 && at < trail.steps.length ? { ...trail, at } : null;
}
