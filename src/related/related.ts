import type { Card, Index, Ref } from './card.ts';
import { closeness, day } from './closeness.ts';
import { areCopies } from './copies.ts';
import { reachedOverLinks, type Path } from './linked.ts';
import { neighboursOf, type Neighbour } from './neighbours.ts';
import { reasonsFor, type Reason } from './reason.ts';
import type { Term } from './terms.ts';

/**
 * The article that something is sought for: its card, or the profile of one that is not in the index yet. Its terms, as it
 * writes them, are needed for reasons in words alone.
 */
export interface Subject extends Pick<Card, 'published' | 'story' | 'vector' | 'sketch' | 'words'> {
  readonly article: Ref | null;
  readonly terms?: readonly Term[];
}

/** An article that is related to another, and why: the strongest reason first. */
export interface Related {
  readonly card: Card;
  /** Sorts the related; above 1 only for what is linked. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Asked {
  readonly limit: number;
  /** Only what was published the same day or before. */
  readonly past?: boolean;
  /** Neighbours, where they were sought already. */
  readonly neighbours?: readonly Neighbour[];
}

/** What is below this shares no more than a word or two by chance. */
const least = 0.03;
/** What a link between the two is worth: more than any likeness. */
const linked = 1;
/** What it is worth that others link to an article: an editor's vote for it, whoever reads it (Kleinberg 1999). */
const vote = 0.005;

/**
 * Returns the news most related to the article, the best first: what it links to or is linked from, then by likeness, nearness
 * in time, and the links of articles alike. Backgrounders are found by `backgroundOf`. Copies of the article, and copies of
 * what is returned, are left out.
 */
export function relatedTo(subject: Subject, index: Index, asked: Asked): readonly Related[] {
  const neighbours = asked.neighbours ?? neighboursOf(subject, index);
  const timely = neighbours
    .map(({ card, likeness }) => ({
      card,
      article: card.article,
      likeness,
      worth: likeness * closeness(subject.published, card.published),
    }))
    .sort((one, other) => other.worth - one.worth);
  const paths = reachedOverLinks(timely, index);
  const direct = directLinks(subject.article, index);
  const worths = new Map(timely.map(({ article, worth }) => [article, worth]));
  const found = [...cardsOf(timely, paths, direct, index)]
    .filter((card) => card.article !== subject.article && card.kind === 'news' && isAsked(card, subject, asked))
    .map((card) => ({ card, score: scoreOf(card.article, { worths, paths, direct, index }) }))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || one.card.article - other.card.article);
  return withoutCopies(found, subject, asked.limit).map(({ card, score }) => ({
    card,
    score,
    reasons: reasonsFor(subject, card, { index, path: paths.get(card.article), direct: direct.get(card.article) }),
  }));
}

/** Whether the article links to it or is linked from it. */
export type Direct = 'links to it' | 'linked from it';

/** Returns the articles that this one links to and is linked from. */
export function directLinks(article: Ref | null, index: Index): ReadonlyMap<Ref, Direct> {
  if (article === null) return new Map();
  return new Map<Ref, Direct>([
    ...index.linksTo(article).map((ref): [Ref, Direct] => [ref, 'linked from it']),
    ...index.linksFrom(article).map((ref): [Ref, Direct] => [ref, 'links to it']),
  ]);
}

/** Returns the cards of the neighbours, and of what is reached over links alone. */
function cardsOf(
  timely: readonly { readonly card: Card }[],
  paths: ReadonlyMap<Ref, Path>,
  direct: ReadonlyMap<Ref, Direct>,
  index: Index,
): Set<Card> {
  const known = new Map(timely.map(({ card }) => [card.article, card]));
  const missing = [...new Set([...paths.keys(), ...direct.keys()])].filter((article) => !known.has(article));
  return new Set([...known.values(), ...index.cards(missing)]);
}

interface Grounds {
  readonly worths: ReadonlyMap<Ref, number>;
  readonly paths: ReadonlyMap<Ref, Path>;
  readonly direct: ReadonlyMap<Ref, Direct>;
  readonly index: Index;
}

function scoreOf(article: Ref, { worths, paths, direct, index }: Grounds): number {
  const worth = worths.get(article) ?? 0;
  const votes = worth > 0.02 ? vote * Math.log(1 + index.linksTo(article).length) : 0;
  return worth + votes + (paths.get(article)?.worth ?? 0) + (direct.has(article) ? linked : 0);
}

/** Dates are compared by the day, since many articles have no hour. */
function isAsked(card: Card, { published }: Subject, { past }: Asked): boolean {
  if (!past || published === null || card.published === null) return true;
  return Math.floor(card.published / day) <= Math.floor(published / day);
}

function withoutCopies<Found extends { readonly card: Card }>(
  found: readonly Found[],
  own: Subject,
  limit: number,
): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    if (kept.length === limit) break;
    if (!areCopies(one.card, own) && kept.every(({ card }) => !areCopies(one.card, card))) kept.push(one);
  }
  return kept;
}
