import type { Round } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import type { Errand } from '../loop/index.ts';
import { screenOf } from '../screens/index.ts';
import { topOf, type Going, type Root } from './state.ts';

/** Returns the state in which an errand goes on, in the place of what went on in its line. */
export function began(root: Root, errand: Errand): Root {
  const before = root.waiting[errand.line];
  // What follows from an errand, as keeping a feed follows from finding it, was asked for where that was.
  const spot = before?.isFollowed ? before.spot : spotOf(root);
  const slow = before?.isFollowed === true && before.slow;
  return wait(root, errand.line, { ...errand, spot, slow, isFollowed: false, round: null });
}

/** Returns the state in which an errand is told of, since it takes so long. */
export function slowed(root: Root, errand: number): Root {
  return advanced(root, errand, {});
}

/** Returns the state in which a round has come so far. */
export function roundAt(root: Root, errand: number, round: Round): Root {
  return advanced(root, errand, { round });
}

/** Returns the errand with the number, unless it was ended or replaced. */
export function goingOn(root: Root, errand: number): Going | null {
  return [root.waiting.fetch, root.waiting.round].find((going) => going?.number === errand) ?? null;
}

/** Returns the state in which the line of an errand is free. */
export function over(root: Root, { line }: Errand): Root {
  return wait(root, line, null);
}

/** Returns the state in which an errand has ended, and another one is about to go on from it. */
export function followed(root: Root, going: Going): Root {
  return wait(root, going.line, { ...going, isFollowed: true });
}

/** Whether the reader is still where they were when the errand began: what it brings may be opened then. */
export function isStillThere(root: Root, { spot }: Going): boolean {
  return spot === spotOf(root);
}

/**
 * Returns the errand that the foot of the screen tells of and Esc ends, if any: what is waited for comes first. A round that
 * nobody asked for is no matter of an article.
 */
export function shownErrand(root: Root): Going | null {
  const top = topOf(root);
  if (!top || screenOf(top).isOverlay) return null;
  const { fetch, round } = root.waiting;
  if (fetch) return fetch;
  return round && (round.wanted || (round.slow && top.screen !== 'reading')) ? round : null;
}

/** Returns how far a round is, in words: "12 of 40 · 31 new". */
export function roundWords({ done, asked, added }: Round, dot: Safe): Safe {
  const so = say`${done} of ${asked}`;
  return added > 0 ? say`${so} ${dot} ${added} new` : so;
}

function advanced(root: Root, errand: number, so: Partial<Going>): Root {
  const going = goingOn(root, errand);
  return going ? wait(root, going.line, { ...going, ...so, slow: true }) : root;
}

function wait(root: Root, line: Errand['line'], going: Going | null): Root {
  return { ...root, waiting: { ...root.waiting, [line]: going } };
}

/** Names what the reader is at: an article, a list, or another screen. */
function spotOf(root: Root): string {
  const top = topOf(root);
  if (top?.screen === 'reading') return `reading ${top.article.id}`;
  return top?.screen === 'headlines' ? `headlines ${top.list.id}` : (top?.screen ?? '');
}
