import type { Card, Index, Ref, StoryRef } from './card.ts';
import { Clusters } from './clusters.ts';
import { areCopies } from './copies.ts';
import { alikePairs, scaled, type Pairs } from './pairs.ts';
import { headlineWords } from './story.ts';

/** A story as it is now: one that was there keeps its number, a new one has null. */
export interface Regrouped {
  readonly story: StoryRef | null;
  readonly members: readonly Ref[];
}

/** Articles that are grouped at once at most, the latest: a few weeks of many sources, some seconds in a worker. */
const most = 5000;

/**
 * Groups the articles of a window anew, all at once and so better than one by one, and returns the stories, singles among them.
 * Articles that the reader pinned to their story stay with one another, and two stories with pins are not joined. An old
 * number goes to the group that has most of its members.
 */
export function regroup(window: readonly Card[], index: Index, pinned: ReadonlySet<Ref>): readonly Regrouped[] {
  const cards = window.toSorted(byDate).slice(-most);
  const pairs = alikePairs(cards, index);
  const members = cards.map(({ article, story, words }) => ({
    headline: words < headlineWords,
    pin: pinned.has(article) ? story : null,
  }));
  const clusters = new Clusters(scaled(pairs, cards), members);
  for (const [one, other] of together(
    cards,
    pairs,
    members.map(({ pin }) => pin),
  ))
    clusters.join(one, other);
  clusters.run();
  return numbered(groupsOf(cards, clusters));
}

function byDate(one: Card, other: Card): number {
  return (one.published ?? -Infinity) - (other.published ?? -Infinity) || one.article - other.article || 0;
}

/** Returns the places that belong together before any likeness is judged: what is pinned to one story, and copies. */
function* together(
  cards: readonly Card[],
  pairs: Pairs,
  pins: readonly (StoryRef | null)[],
): Iterable<readonly [number, number]> {
  const firsts = new Map<StoryRef, number>();
  for (const [place, pin] of pins.entries()) {
    if (pin === null) continue;
    const first = firsts.get(pin);
    if (first === undefined) firsts.set(pin, place);
    else yield [first, place];
  }
  for (const [one, row] of pairs.entries())
    for (const other of row.keys()) if (other < one && areCopies(cards[one]!, cards[other]!)) yield [other, one];
}

function groupsOf(cards: readonly Card[], clusters: Clusters): readonly (readonly Card[])[] {
  const groups = new Map<number, Card[]>();
  for (const [place, card] of cards.entries()) {
    const group = clusters.groupOf(place);
    groups.set(group, [...(groups.get(group) ?? []), card]);
  }
  return [...groups.values()];
}

/** Gives each group the old number of which it has most members, each number once. */
function numbered(groups: readonly (readonly Card[])[]): readonly Regrouped[] {
  const claims = groups.flatMap((cards, group) => {
    const counts = new Map<StoryRef, number>();
    for (const { story } of cards) if (story !== null) counts.set(story, (counts.get(story) ?? 0) + 1);
    return Array.from(counts, ([story, count]) => ({ group, story, count }));
  });
  const numbers = new Map<number, StoryRef>();
  const given = new Set<StoryRef>();
  for (const { group, story } of claims.toSorted((one, other) => other.count - one.count || one.story - other.story)) {
    if (numbers.has(group) || given.has(story)) continue;
    numbers.set(group, story);
    given.add(story);
  }
  return groups.map((cards, group) => ({
    story: numbers.get(group) ?? null,
    members: cards.map(({ article }) => article),
  }));
}
