import type { Instant } from '../news/index.ts';
import type { Card, Index, Ref } from './card.ts';
import { day } from './closeness.ts';
import { areCopies } from './copies.ts';
import { neighboursOf } from './neighbours.ts';

/** What a timeline is made from. */
export interface Seeds {
  /** The articles of the story: the one that was opened, those linked, the members of its group. */
  readonly articles: readonly Ref[];
  /** Articles that the reader put into it: always there, and what they are like counts twice. */
  readonly pinned: readonly Ref[];
  /** Articles that the reader took out of it. */
  readonly removed: readonly Ref[];
}

/** An article in a timeline. */
export interface Moment {
  readonly card: Card;
  /** Why it is there. */
  readonly because: 'seed' | 'pinned' | 'linked' | 'like';
  /** Copies of it that were left out. */
  readonly copies: readonly Ref[];
}

/** Seeds that others are compared with at most, the latest. */
const asked = 30;
/** How alike to the seeds an article must be. */
const least = 0.18;
/** Articles found by likeness that are all shown; of more, so many of each day. */
const few = 40;
const perDay = 2;

/**
 * Returns the timeline of a story, the oldest first, undated last. It is sought from its seeds, what links to them or from them,
 * and the reader's pins; what is merely found is no seed in turn, since such a search drifts off. A story is not a hard group:
 * groups of briefs are right in six of ten cases only, while each moment of a timeline can say why it is there.
 */
export function timelineOf({ articles, pinned, removed }: Seeds, index: Index): readonly Moment[] {
  const out = new Set(removed);
  const seeds = index.cards([...new Set([...articles, ...pinned])]).filter(({ article }) => !out.has(article));
  const pins = new Set(pinned);
  const sure = seeds.map((card): Moment => ({ card, because: pins.has(card.article) ? 'pinned' : 'seed', copies: [] }));
  for (const { article } of seeds) out.add(article);
  const linked = index
    .cards([...new Set(seeds.flatMap(({ article }) => [...index.linksFrom(article), ...index.linksTo(article)]))])
    .filter(({ article, kind }) => kind === 'news' && !out.has(article))
    .map((card): Moment => ({ card, because: 'linked', copies: [] }));
  for (const { card } of linked) out.add(card.article);
  const like = fewADay(likeSeeds(seeds, pins, index).filter(({ card }) => !out.has(card.article)));
  return folded([...sure, ...linked, ...like].toSorted((one, other) => byDate(one.card, other.card)));
}

interface Found {
  readonly card: Card;
  readonly worth: number;
}

/** Returns the news alike to the seeds on average, a pin counting twice, the nearer in time the better; the best first. */
function likeSeeds(seeds: readonly Card[], pins: ReadonlySet<Ref>, index: Index): readonly Found[] {
  const sums = new Map<Ref, { card: Card; sum: number }>();
  let weights = 0;
  for (const seed of seeds.toSorted(byDate).slice(-asked)) {
    const weight = pins.has(seed.article) ? 2 : 1;
    weights += weight;
    for (const { card, likeness } of neighboursOf(seed, index)) {
      const known = sums.get(card.article) ?? { card, sum: 0 };
      sums.set(card.article, { card, sum: known.sum + weight * likeness });
    }
  }
  return Array.from(sums.values(), ({ card, sum }) => ({ card, worth: (sum / weights) * nearness(card, seeds) }))
    .filter(({ card, worth }) => card.kind === 'news' && worth >= least)
    .sort((one, other) => other.worth - one.worth);
}

/** From 1 on the day of a seed to 0.6 long before the first or after the last of them. */
function nearness({ published }: Card, seeds: readonly Card[]): number {
  const gaps = seeds.map((seed) =>
    published === null || seed.published === null ? 0 : Math.abs(published - seed.published),
  );
  return 0.6 + 0.4 * Math.exp(-Math.min(...gaps) / day / 30);
}

function fewADay(found: readonly Found[]): readonly Moment[] {
  if (found.length <= few) return found.map(({ card }) => ({ card, because: 'like', copies: [] }));
  const days = new Map<number | null, number>();
  return found.flatMap(({ card }) => {
    const on = dayOf(card.published);
    const before = days.get(on) ?? 0;
    days.set(on, before + 1);
    return on === null || before < perDay ? [{ card, because: 'like' as const, copies: [] }] : [];
  });
}

const dayOf = (published: Instant | null): number | null => (published === null ? null : Math.floor(published / day));

/** Folds each copy into the earliest of its texts. */
function folded(moments: readonly Moment[]): readonly Moment[] {
  const kept: { moment: Moment; copies: Ref[] }[] = [];
  for (const moment of moments) {
    const original =
      moment.because === 'pinned' ? undefined : kept.find((one) => areCopies(one.moment.card, moment.card));
    if (original) original.copies.push(moment.card.article);
    else kept.push({ moment, copies: [] });
  }
  return kept.map(({ moment, copies }) => ({ ...moment, copies }));
}

function byDate(one: Card, other: Card): number {
  if (one.published === null || other.published === null)
    return Number(one.published === null) - Number(other.published === null) || one.article - other.article;
  return one.published - other.published || one.article - other.article;
}
