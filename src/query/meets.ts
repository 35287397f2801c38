import { addressKey, titleKey, type ArticleId, type Condition, type Headline, type StoryId } from '../news/index.ts';
import { inflections } from './inflections.ts';
import { readPattern } from './pattern.ts';
import { fold, wordsOf, type Token } from './words.ts';

/** All that a query can ask of an article. */
export interface Asked extends Omit<Headline, 'alsoSee' | 'linkedFrom'> {
  /** The name and location of the source that it belongs to, and the words that this is filed under. */
  readonly sourceName: string;
  readonly sourceLocation: string;
  readonly sourceTags: readonly string[];
  readonly body: string;
  readonly language: string | null;
  readonly hasImage: boolean;
  readonly links: readonly { readonly target: ArticleId | null; readonly address: string | null }[];
  readonly story: StoryId | null;
  readonly followed: boolean;
}

/**
 * Returns whether the article meets the condition. This is what a query means; the library gives the same answers by its
 * indexes, which a test holds against these.
 */
export function meets(article: Asked, condition: Condition): boolean {
  switch (condition.type) {
    case 'any':
      return condition.conditions.some((one) => meets(article, one));
    case 'all':
      return condition.conditions.every((one) => meets(article, one));
    case 'not':
      return !meets(article, condition.condition);
    case 'text':
      return partsOf(article, condition.within).some((text) => stands(text, condition));
    case 'pattern':
      return fits(article, condition);
    case 'from':
      return isFrom(article, condition);
    case 'tag':
      return tagsOf(article).some((tag) => isTag(fold(tag), condition));
    case 'links-to':
      return article.links.some(({ target }) => target === condition.target);
    case 'link':
      return article.links.some(({ target, address }) => target === condition.to || leadsTo(address, condition.to));
    default:
      return is(article, condition);
  }
}

/** What an article is, not what is in it. */
function is(article: Asked, condition: Exclude<Condition, { type: 'any' | 'all' | 'not' }>): boolean {
  const { status, published, words, language } = article;
  switch (condition.type) {
    case 'read':
      return condition.states.includes(status.read);
    case 'bookmarked':
      return status.bookmarked;
    case 'opened':
      return status.readAt !== null;
    case 'kind':
      return article.kind === condition.kind;
    case 'source':
      return article.source === condition.source;
    case 'story':
      return article.story === condition.story;
    case 'followed':
      return article.followed;
    case 'corrected':
      return article.corrected;
    case 'language':
      return language !== null && isOfLanguage(language.toLowerCase(), condition.language.toLowerCase());
    case 'has':
      return { image: article.hasImage, links: article.links.length > 0, background: article.background > 0 }[
        condition.what
      ];
    case 'published':
      return (
        published !== null && published >= (condition.from ?? -Infinity) && published < (condition.until ?? Infinity)
      );
    case 'length':
      return words >= (condition.least ?? 0) && words <= (condition.most ?? Infinity);
    default:
      return false;
  }
}

function partsOf({ title, summary, byline, tags, body }: Asked, within?: string): readonly string[] {
  if (within === 'title') return [title];
  if (within === 'body') return [body];
  if (within === 'author') return [byline ?? ''];
  return [title, [summary ?? '', byline ?? '', ...tags].join('\n'), body];
}

/** Returns whether the words of the condition stand side by side in the text. */
function stands(text: string, condition: Extract<Condition, { type: 'text' }>): boolean {
  const likes = likesOf(condition);
  const there = wordsOf(text);
  if (likes.length === 0) return false;
  return there.some((_, at) => likes.every((like, index) => isLike(there[at + index], like)));
}

/** What one word of a text must be: one of these, or begin with it. */
export type Like = readonly string[] | { readonly begins: string };

/** Returns what the words in a row must be. A word alone stands for its inflections, unless it is meant exactly. */
export function likesOf({ words, begins, exactly }: Extract<Condition, { type: 'text' }>): readonly Like[] {
  const wanted = wordsOf(words);
  return wanted.map((word, index): Like => {
    const isLast = index === wanted.length - 1;
    // Korean hangs its particles on the word.
    const isKorean =
      wanted.length === 1 && !exactly && word.length > 1 && /^\p{Script=Hangul}+$/u.test(word.normalize('NFC'));
    if (isLast && (begins || isKorean)) return { begins: word };
    return wanted.length === 1 && !exactly ? inflections(word) : [word];
  });
}

/** Returns where what is looked for stands among the words of a text: each a word, or several in a row. */
export function placesOf(
  words: readonly Token[],
  looked: readonly Extract<Condition, { type: 'text' }>[],
): readonly Token[] {
  const wanted = looked.map(likesOf).filter((likes) => likes.length > 0);
  // Nearly every word of a text begins nothing that is looked for: that is found out by one look.
  const first = new Set(wanted.flatMap(([like]) => (like && !('begins' in like) ? like : [])));
  const beginnings = wanted.flatMap(([like]) => (like && 'begins' in like ? like.begins : []));
  const found: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { word } = words[at]!;
    if (!first.has(word) && !beginnings.some((beginning) => word.startsWith(beginning))) continue;
    const index = wanted.findIndex((likes) => likes.every((like, next) => isLike(words[at + next]?.word, like)));
    if (index === -1) continue;
    const last = at + wanted[index]!.length - 1;
    found.push({ start: words[at]!.start, end: words[last]!.end, word: String(index) });
    at = last;
  }
  return found;
}

/** Returns whether a word, as it is compared, is what is asked for. */
function isLike(word: string | undefined, like: Like): boolean {
  if (word === undefined) return false;
  return 'begins' in like ? word.startsWith(like.begins) : like.includes(word);
}

function fits(article: Asked, { pattern, within }: Extract<Condition, { type: 'pattern' }>): boolean {
  const read = readPattern(pattern);
  if (!('fits' in read)) return false;
  if (within === 'title') return read.fits(article.title);
  if (within === 'body') return read.fits(article.body);
  const { publisher, title, summary, tags } = article;
  return read.fits([publisher, title, summary ?? '', ...tags].join('\n'));
}

function isTag(tag: string, { tag: wanted, begins }: Extract<Condition, { type: 'tag' }>): boolean {
  return begins ? tag.startsWith(fold(wanted)) : tag === fold(wanted);
}

function isFrom(
  { source, sourceName, sourceLocation, publisher }: Asked,
  condition: Extract<Condition, { type: 'from' }>,
): boolean {
  return (
    source === condition.name ||
    sourceLocation === condition.name ||
    isCalled(sourceName, condition) ||
    isCalled(publisher, condition)
  );
}

/** Returns whether the words of the condition stand side by side in the name of a source or publisher. */
export function isCalled(name: string, { name: wanted, begins }: Extract<Condition, { type: 'from' }>): boolean {
  const words = { type: 'text', words: titleKey(wanted), exactly: true, ...(begins && { begins }) } as const;
  return stands(titleKey(name), words);
}

function tagsOf({ tags, status, sourceTags }: Asked): readonly string[] {
  return [...tags, ...status.tags, ...sourceTags];
}

function isOfLanguage(language: string, wanted: string): boolean {
  return language === wanted || language.startsWith(`${wanted}-`);
}

function leadsTo(address: string | null, wanted: string): boolean {
  const key = address === null ? null : addressKey(address.startsWith('//') ? `https:${address}` : address);
  return key !== null && key.startsWith(wanted);
}
