/**
 * Returns the text as it is compared: without case, accents and marks. One folding serves queries, the full-text index and the
 * marks in a snippet, so that what one finds the others find.
 */
export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ς/g, 'σ');
}

const wordPattern = /[\p{L}\p{N}]+/gu;

/** Scripts that put no spaces between words: each of their letters is indexed as a word, and a word is found as a phrase. */
const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
let made: { readonly unspaced: RegExp; readonly token: RegExp } | undefined;

/** Made when they are first needed: they take more than a millisecond, which the start of the program can do without. */
function patterns(): NonNullable<typeof made> {
  const unspaced = unspacedScripts.map((script) => `\\p{Script=${script}}`).join('');
  made ??= {
    unspaced: new RegExp(`[${unspaced}]`, 'gu'),
    token: new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu'),
  };
  return made;
}

/** Returns folded text for the full-text index, letters of unspaced scripts set apart. */
export function forIndex(text: string): string {
  const folded = fold(text);
  return /[^\x00-\x7f]/.test(folded) ? folded.replace(patterns().unspaced, ' $& ') : folded;
}

/** Returns the words of a text as the full-text index counts them. */
export function wordsOf(text: string): readonly string[] {
  return forIndex(text).match(wordPattern) ?? [];
}

/** Returns whether the word is a letter of a script without spaces, which is a word in itself. */
export function isUnspaced(word: string): boolean {
  return /[^\x00-\x7f]/.test(word) && word.search(patterns().unspaced) === 0;
}

/** A word where it stands in a text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** As it is compared. */
  readonly word: string;
}

/** Returns the words of a text with their places, the same words as the full-text index counts. */
export function tokens(text: string): readonly Token[] {
  const plain = /^[\x00-\x7f]*$/.test(text);
  // Plain text keeps its length when it is folded, so it is folded at once; an accent may be a letter of its own.
  const found = plain ? text.toLowerCase().matchAll(/[a-z0-9]+/g) : text.matchAll(patterns().token);
  return Array.from(found, ({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
    word: plain ? token : fold(token),
  }));
}
