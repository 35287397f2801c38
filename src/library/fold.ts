/**
 * Returns the text as it is compared: without case, accents and marks. One folding serves the filter of a list, the full-text
 * index and the marks in a snippet, so that what one finds the others find.
 */
export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ς/g, 'σ');
}

/** Scripts that put no spaces between words: each of their letters is indexed as a word, and a word is found as a phrase. */
const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = unspacedScripts.map((script) => `\\p{Script=${script}}`).join('');
const unspacedLetter = new RegExp(`[${unspaced}]`, 'gu');
const wordPattern = /[\p{L}\p{N}]+/gu;
const tokenPattern = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Returns folded text for the full-text index, letters of unspaced scripts set apart. */
export function forIndex(text: string): string {
  const folded = fold(text);
  return /[^\x00-\x7f]/.test(folded) ? folded.replace(unspacedLetter, ' $& ') : folded;
}

/** Returns the words of a text as the full-text index counts them. */
function words(text: string): readonly string[] {
  return forIndex(text).match(wordPattern) ?? [];
}

/**
 * Returns what the reader typed as phrases of words: each word by itself, words in double quotes together. Nothing that is
 * typed has a meaning beyond that.
 */
export function phrases(typed: string): readonly (readonly string[])[] {
  const parts = typed.slice(0, 1000).match(/"[^"]*"?|[^\s"]+/g) ?? [];
  return parts
    .map(words)
    .filter((phrase) => phrase.length > 0)
    .slice(0, 20);
}

/** A word where it stands in a text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** As it is compared. */
  readonly word: string;
}

/** Returns the words of a text with their places, the same words as {@link words}. */
export function tokens(text: string): readonly Token[] {
  const plain = /^[\x00-\x7f]*$/.test(text);
  // Plain text keeps its length when it is folded, so it is folded at once; an accent may be a letter of its own.
  const found = plain ? text.toLowerCase().matchAll(/[a-z0-9]+/g) : text.matchAll(tokenPattern);
  return Array.from(found, ({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
    word: plain ? token : fold(token),
  }));
}
