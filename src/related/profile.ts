import { titleKey, type Kind } from '../news/index.ts';
import type { Index } from './card.ts';
import { wordsOf } from './fold.ts';
import { isExplainer } from './explainers.ts';
import { sketchOf, type Sketch } from './sketch.ts';
import { keyOf, termsOf, type Term } from './terms.ts';
import { keysOf, strengthOf, strengthsOf, vectorOf, type Vector } from './vector.ts';
import { lengthOf, rarity } from './weight.ts';

/** What the room reads of an article. */
export interface Text {
  readonly title: string;
  /** Without markup, paragraphs on lines of their own. */
  readonly body: string;
  readonly kind: Kind;
}

/** What an article speaks of: what its card needs, and under which keys the keeper of the index stores it. */
export interface Profile {
  readonly title: string;
  readonly explains: boolean;
  readonly words: number;
  /** The terms in the vector, the most telling first, as the article writes them. */
  readonly terms: readonly Term[];
  readonly vector: Vector;
  readonly length: number;
  readonly sketch: Sketch;
  /** Keys whose frequency grows by one with this article. */
  readonly counted: readonly number[];
  /** Keys under which the article is found, and how strongly it speaks of each. */
  readonly posted: readonly { readonly key: number; readonly strength: number }[];
}

/** Terms that a vector holds at most: more than an article of 400 words has. */
const most = 160;
/** Terms by which an article is found. The others count when it is compared. */
const leading = 32;

/** Returns the profile of an article. The index tells how rare its terms are; it need not be in the index yet. */
export function profileOf({ title, body, kind }: Text, index: Index): Profile {
  const words = wordsOf(body);
  const all = termsOf(wordsOf(title), words);
  const titleKeys = titleWords(title).map(titleWordKey);
  const counted = [...new Set([...all.map(({ key }) => key), ...titleKeys])];
  const terms = telling(all, index);
  const vector = vectorOf(terms);
  const explains = kind === 'backgrounder' || isExplainer(title, body);
  return {
    title,
    explains,
    words: words.length,
    terms,
    vector,
    length: lengthOf(vector, index),
    sketch: sketchOf(words),
    counted,
    posted: [...postedTerms(terms, vector, explains), ...titleKeys.map((key) => ({ key, strength: 0 }))],
  };
}

/** Returns the terms that tell the most, the most telling first. */
function telling(terms: readonly Term[], index: Index): readonly Term[] {
  const frequencies = index.frequencies(terms.map(({ key }) => key));
  const articles = index.articles();
  return terms
    .map((term, place) => ({ term, weight: strengthOf(term) * rarity(frequencies[place] ?? 0, articles) }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, most)
    .map(({ term }) => term);
}

function postedTerms(terms: readonly Term[], vector: Vector, explains: boolean): Profile['posted'] {
  const keys = keysOf(vector);
  const strengths = strengthsOf(vector);
  const strength = new Map(Array.from(keys, (key, place) => [key, strengths[place] ?? 0]));
  const posted = terms.map(({ key }) => ({ key, strength: strength.get(key) ?? 0 }));
  const twins = explains ? posted.map(({ key, strength }) => ({ key: explainerKey(key), strength })) : [];
  return [...posted.slice(0, leading), ...twins];
}

/** Returns the key under which explainers alone are posted for a term: they are few, and would drown among the news. They are
 * posted for all their terms, since a guide of many pages speaks of much. */
export function explainerKey(key: number): number {
  return (key ^ 0x9e3779b9) >>> 0;
}

/** Returns the different words of a title as they are compared, 24 at most. */
export function titleWords(title: string): readonly string[] {
  return [...new Set(titleKey(title).split(' '))].filter((word) => word !== '').slice(0, 24);
}

/** Returns the key under which articles are posted that have the word in their title. */
export function titleWordKey(word: string): number {
  return keyOf(`t:${word}`);
}
