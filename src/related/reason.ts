import { cleanLine, join, say, type Safe } from '../text/index.ts';
import type { Card, Index } from './card.ts';
import { day } from './closeness.ts';
import type { Path } from './linked.ts';
import type { Direct, Subject } from './related.ts';
import type { Term } from './terms.ts';
import { keysOf, strengthOf, strengthsOf } from './vector.ts';
import { rarity } from './weight.ts';

/** Why two articles belong together, in words that complete "Related: …". */
export interface Reason {
  readonly kind: 'link' | 'event' | 'path' | 'names' | 'words';
  readonly words: Safe;
}

interface Evidence {
  readonly index: Index;
  readonly path: Path | undefined;
  readonly direct: Direct | undefined;
}

/** Returns all reasons that hold, the strongest first; at least one for articles that share a term or a link. */
export function reasonsFor(subject: Subject, card: Card, { index, path, direct }: Evidence): readonly Reason[] {
  return [
    linkReason(direct),
    eventReason(subject, card),
    ...termReasons(subject, card, index),
    pathReason(path, index),
  ].filter((reason) => reason !== null);
}

function linkReason(direct: Direct | undefined): Reason | null {
  if (!direct) return null;
  return { kind: 'link', words: direct === 'links to it' ? say`linked in the text` : say`links to this article` };
}

function eventReason(subject: Subject, card: Card): Reason | null {
  if (subject.story === null || subject.story !== card.story) return null;
  if (subject.published === null || card.published === null) return { kind: 'event', words: say`same event` };
  return { kind: 'event', words: say`same event, ${distance(card.published - subject.published)}` };
}

/** Returns a span of time as a reader says it: "four hours later", "the day before". */
function distance(span: number): Safe {
  const hours = Math.round(Math.abs(span) / 3_600_000);
  const days = Math.round(Math.abs(span) / day);
  const when = span < 0 ? say`earlier` : say`later`;
  if (hours === 0) return say`at the same time`;
  if (hours < 24) return say`${counted(hours, say`hour`)} ${when}`;
  if (days === 1) return span < 0 ? say`the day before` : say`the day after`;
  if (days < 60) return say`${counted(days, say`day`)} ${when}`;
  return say`${counted(Math.round(days / 30.4), say`month`)} ${when}`;
}

const numerals = [
  say`no`,
  say`one`,
  say`two`,
  say`three`,
  say`four`,
  say`five`,
  say`six`,
  say`seven`,
  say`eight`,
  say`nine`,
  say`ten`,
  say`eleven`,
  say`twelve`,
];

function counted(count: number, unit: Safe): Safe {
  return say`${numerals[count] ?? count} ${unit}${count === 1 ? say`` : say`s`}`;
}

function pathReason(path: Path | undefined, index: Index): Reason | null {
  const over = path && index.cards([path.over])[0];
  if (!over) return null;
  const title = cleanLine(over.title);
  return {
    kind: 'path',
    words:
      path.direction === 'linked'
        ? say`linked in “${title}”, which is like this`
        : say`links to “${title}”, which is like this`,
  };
}

/** A name of several words is halved in both vectors, as its words count themselves; to a reader it says more than they. */
const nameBonus = 8;

/** Terms named in a reason. */
const named = 3;

function termReasons(subject: Subject, card: Card, index: Index): readonly (Reason | null)[] {
  const shared = sharedTerms(subject, card, index);
  const names = shared.filter(({ name, capital }) => name || capital);
  const words = shared.filter(({ name, capital }) => !name && !capital);
  return [
    names.length > 0 ? { kind: 'names', words: say`both name ${listed(names)}` } : null,
    names.length < 2 && words.length > 0 ? { kind: 'words', words: say`both speak of ${listed(words)}` } : null,
  ];
}

/** Returns the shared terms by what they add to the likeness, without words that are part of a name before them. */
function sharedTerms(subject: Subject, card: Card, index: Index): readonly Term[] {
  const keys = keysOf(card.vector);
  const strengths = strengthsOf(card.vector);
  const theirs = new Map(Array.from(keys, (key, place) => [key, strengths[place] ?? 0]));
  const shared = (subject.terms ?? []).filter(({ key }) => theirs.has(key));
  const frequencies = index.frequencies(shared.map(({ key }) => key));
  const weights = new Map(
    shared.map((term, place) => [
      term,
      strengthOf(term) *
        (theirs.get(term.key) ?? 0) *
        rarity(frequencies[place] ?? 0, index.articles()) ** 2 *
        (term.name ? nameBonus : 1),
    ]),
  );
  const sorted = shared.toSorted((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
  return sorted.filter(({ written }, place) =>
    sorted.slice(0, place).every((better) => !` ${better.written} `.includes(` ${written} `)),
  );
}

function listed(terms: readonly Term[]): Safe {
  const words = terms.slice(0, named).map(({ written }) => cleanLine(written));
  const last = words.at(-1) ?? say``;
  return words.length < 2 ? last : say`${join(words.slice(0, -1), say`, `)} and ${last}`;
}
