import { isUnspaced, pairs, type Word } from './fold.ts';
import { namesIn } from './names.ts';
import { stem } from './stem.ts';
import { english, isStopWord, languageOf, type Language } from './stop-words.ts';

/** Something that an article speaks of: a word by its stem, or a name of several words. */
export interface Term {
  /** 32 bits that stand for it everywhere; two terms share one about once in a library of 100,000 articles. */
  readonly key: number;
  /** As the article writes it, for a reader. */
  readonly written: string;
  /** A name of several words. */
  readonly name: boolean;
  /** Written with a capital in the middle of a sentence. */
  readonly capital: boolean;
  readonly inTitle: number;
  readonly inBody: number;
  /** How many words stand before it, the title's among them. */
  readonly place: number;
}

type Growing = { -readonly [Part in keyof Term]: Term[Part] };

/** Returns the terms of an article by the words of its title and its body, in the order in which they first stand there. */
export function termsOf(head: readonly Word[], rest: readonly Word[]): readonly Term[] {
  const language = languageOf([...head, ...rest].map(({ folded }) => folded));
  const terms = new Map<string, Growing>();
  const shouts = isTitleCase(head, language, 1);
  gather(terms, head, { language, inTitle: true, shouts, before: 0 });
  gather(terms, rest, {
    language,
    inTitle: false,
    shouts: isTitleCase(rest.slice(0, 60), language, 10),
    before: head.length,
  });
  return [...terms.values()];
}

interface Part {
  readonly language: Language;
  readonly inTitle: boolean;
  /** Whether its capitals say nothing. */
  readonly shouts: boolean;
  /** Words before it. */
  readonly before: number;
}

function gather(terms: Map<string, Growing>, words: readonly Word[], part: Part): void {
  for (const [index, word] of words.entries()) {
    const capital = word.capital && !word.opens && !part.shouts;
    if (isUnspaced(word.folded)) {
      for (const pair of pairs(word.folded)) count(terms, pair, pair, { part, index, capital: false, name: false });
    } else if (isTerm(word, part)) {
      count(terms, stemIn(word.folded, part.language), word.written, { part, index, capital, name: false });
    }
  }
  if (part.shouts) return;
  for (const { folded, written, index } of namesIn(words))
    count(terms, `_${folded}`, written, { part, index, capital: true, name: true });
}

/** A capital abbreviation such as US or IT is a term, though its small letters make a stop word. */
function isTerm({ folded, written }: Word, { language, shouts }: Part): boolean {
  if (folded.length < 2 && !/\p{N}/u.test(folded)) return false;
  if (!isStopWord(folded, language)) return true;
  return !shouts && written.length > 1 && /^(\p{Lu}\.?)+$/u.test(written);
}

/** Of languages other than English the first seven letters serve as stem: most endings lie behind them. */
function stemIn(folded: string, language: Language): string {
  return language === english ? stem(folded) : folded.slice(0, 7);
}

interface Find {
  readonly part: Part;
  readonly index: number;
  readonly capital: boolean;
  readonly name: boolean;
}

function count(
  terms: Map<string, Growing>,
  spelling: string,
  written: string,
  { part, index, capital, name }: Find,
): void {
  const known = terms.get(spelling);
  if (known) {
    if (part.inTitle) known.inTitle++;
    else known.inBody++;
    if (capital && !known.capital) {
      known.capital = true;
      known.written = written;
    }
    return;
  }
  terms.set(spelling, {
    key: keyOf(spelling),
    written,
    name,
    capital,
    inTitle: part.inTitle ? 1 : 0,
    inBody: part.inTitle ? 0 : 1,
    place: part.before + index,
  });
}

/** Whether most of the words, at least so many, carry a capital, as in an English headline: then a capital names nothing. */
function isTitleCase(words: readonly Word[], language: Language, least: number): boolean {
  const telling = words.filter(({ folded, opens }) => !opens && folded.length > 3 && !isStopWord(folded, language));
  const capitals = telling.filter(({ capital }) => capital).length;
  return telling.length >= least && capitals / telling.length > 0.7;
}

/** Returns 32 bits for a spelling: the FNV-1a hash (Fowler, Noll, Vo) of its UTF-16 units, well mixed (MurmurHash3's end). */
export function keyOf(spelling: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < spelling.length; index++) {
    hash = Math.imul(hash ^ spelling.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
