import { titleKey, type Instant } from '../news/index.ts';
import type { Card, Index, Ref } from './card.ts';
import { day } from './closeness.ts';
import { titleWordKey, titleWords } from './profile.ts';
import { partsOf, titleLikeness, type TitleWords } from './title-likeness.ts';
import { withoutLabel, withoutTail } from './title-labels.ts';
import { rarity } from './weight.ts';

/** The article that a title means: `sure` when a reader can be led there unasked, else a guess to be offered as one. */
export interface Meant {
  readonly article: Ref;
  readonly sure: boolean;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** What is asked: the words of a link, when the text that has them was published, and that text itself, which is not meant. */
export interface AskedTitle {
  readonly text: string;
  readonly published: Instant | null;
  readonly from: Ref | null;
}

/** From this likeness on a match is sure; below it, down to the second, it is offered. */
const sureFrom = 0.76;
const offeredFrom = 0.58;
/** How far the best must be ahead of the second best with another title. */
const ahead = { sure: 0.08, offered: 0.04 } as const;

/**
 * Returns the article whose title the text names, or null. First by the whole title, also without labels before it ("UPDATE 2-")
 * and a site's name behind it; then as the beginning of one; then by likeness. Of several articles with one title
 * the nearest in time is meant, an earlier one first.
 */
export function resolveTitle(asked: AskedTitle, index: Index): Meant | null {
  const bare = withoutLabel(asked.text);
  const whole = keysOf([asked.text, bare]);
  const shorter = keysOf([withoutTail(asked.text), withoutTail(bare)]).filter((key) => !whole.includes(key));
  if (/(?:…|\.\.\.?)\s*$/.test(asked.text)) return cutOff(whole, asked, index);
  const exact = exactly(whole, asked, index);
  if (exact) return exact;
  const close = likeliest(whole.slice(-1), asked, index);
  if (close?.sure) return close;
  const best = exactly(shorter, asked, index) ?? begun([...whole, ...shorter], asked, index);
  return best ?? close ?? likeliest(shorter.slice(-1), asked, index);
}

function keysOf(titles: readonly string[]): readonly string[] {
  return [...new Set(titles.map(titleKey))].filter((key) => key !== '');
}

function exactly(keys: readonly string[], asked: AskedTitle, index: Index): Meant | null {
  for (const key of keys) {
    const article = nearest(index.titled(key), asked, index);
    if (article !== null) return { article, sure: true, likeness: 1 };
  }
  return null;
}

/** Returns the article nearest in time to the asking one; an earlier one counts as nearer by far than a later. */
function nearest(articles: readonly Ref[], { published, from }: AskedTitle, index: Index): Ref | null {
  const cards = index.cards(articles).filter(({ article }) => article !== from);
  const away = ({ published: its }: Card): number => {
    if (published === null || its === null) return its === null ? Infinity : -its / day;
    return its > published + 2 * day ? (its - published) * 10 : Math.abs(its - published);
  };
  return cards.toSorted((one, other) => away(one) - away(other) || other.article - one.article)[0]?.article ?? null;
}

/** Titles that are looked at for one beginning. */
const begunBy = 40;
/** What may be meant by a text that was cut off: of more titles than this none is even a guess. */
const mayBeMeant = 2;

/** Returns the article whose title begins so, or is just that; when none does, the likeliest. Only a single one is sure. */
function cutOff(keys: readonly string[], asked: AskedTitle, index: Index): Meant | null {
  const found = keys
    .map((key) => [...index.titled(key), ...index.titledFrom(`${key} `, begunBy)])
    .find(({ length }) => length > 0);
  if (!found) return likeliest(keys.slice(-1), asked, index);
  const titles = new Set(index.cards(found).map(({ title }) => titleKey(title)));
  const article = titles.size > mayBeMeant ? null : nearest(found, asked, index);
  return article === null ? null : { article, sure: titles.size === 1, likeness: 0.9 };
}

/** Words that a beginning must have, and part of the title that it must be, where nothing says that it was cut off. */
const begins = { words: 4, part: 0.6 } as const;

/** Returns the article most of whose title the text is, from its first word on. */
function begun(keys: readonly string[], asked: AskedTitle, index: Index): Meant | null {
  for (const key of keys.filter((key) => key.split(' ').length >= begins.words)) {
    const found = index.cards(index.titledFrom(`${key} `, begunBy));
    const titles = new Set(found.map(({ title }) => titleKey(title)));
    const fit = found.filter(({ title }) => key.length >= begins.part * titleKey(title).length);
    const article = nearest(
      fit.map((card) => card.article),
      asked,
      index,
    );
    if (article !== null) return { article, sure: titles.size === 1, likeness: 0.9 };
  }
  return null;
}

interface Candidate {
  readonly key: string;
  readonly likeness: number;
  readonly articles: readonly Ref[];
}

function likeliest(keys: readonly string[], asked: AskedTitle, index: Index): Meant | null {
  const candidates = keys.flatMap((key) => candidatesFor(key, asked, index));
  const [best, second] = candidates.toSorted((one, other) => other.likeness - one.likeness);
  const lead = best ? best.likeness - (second?.likeness ?? 0) : 0;
  if (!best || best.likeness < offeredFrom || lead < ahead.offered) return null;
  const article = nearest(best.articles, asked, index);
  return article === null
    ? null
    : { article, sure: best.likeness >= sureFrom && lead >= ahead.sure, likeness: best.likeness };
}

/** Words that are looked up at most, the rarest; titles read for one, and titles compared. */
const lookups = 8;
const depth = 400;
const compared = 40;

function candidatesFor(key: string, asked: AskedTitle, index: Index): readonly Candidate[] {
  const words = titleWords(key);
  const frequencies = index.frequencies(words.map(titleWordKey));
  const titles = index.articles();
  const rarest = words
    .map((word, place) => ({
      word,
      weight: rarity(frequencies[place] ?? 0, titles),
      frequency: frequencies[place] ?? 0,
    }))
    .filter(({ frequency }) => frequency > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, lookups);
  const sums = new Map<Ref, number>(index.titledFrom(key.slice(0, 7), 40).map((article) => [article, 1]));
  for (const { word, weight } of rarest)
    for (const { article } of index.holders(titleWordKey(word), depth))
      sums.set(article, (sums.get(article) ?? 0) + weight);
  const best = [...sums].sort(([one, its], [other, others]) => others - its || one - other).slice(0, compared);
  const cards = index.cards(best.map(([article]) => article)).filter(({ article }) => article !== asked.from);
  const mine = partsOf(key);
  const known = wordsKnown(index);
  return Array.from(byKey(cards), ([key, group]) => ({
    key,
    likeness: titleLikeness(mine, partsOf(key), known) + Math.max(...group.map((card) => timely(card, asked))),
    articles: group.map(({ article }) => article),
  }));
}

function byKey(cards: readonly Card[]): ReadonlyMap<string, readonly Card[]> {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    const key = titleKey(card.title);
    groups.set(key, [...(groups.get(key) ?? []), card]);
  }
  return groups;
}

/** A title of about the same time is a little likelier, one from after the asking text less so. */
function timely({ published: its }: Card, { published }: AskedTitle): number {
  if (its === null || published === null) return 0;
  const later = (its - published) / day;
  return later > 2 ? -0.05 : 0.03 * Math.exp(-Math.abs(later) / 60);
}

/** Asks the index once for a word, however many titles have it. */
function wordsKnown(index: Index): TitleWords {
  const known = new Map<string, number>();
  return {
    titles: index.articles(),
    frequency(word) {
      const frequency = known.get(word) ?? index.frequencies([titleWordKey(word)])[0] ?? 0;
      known.set(word, frequency);
      return frequency;
    },
  };
}
