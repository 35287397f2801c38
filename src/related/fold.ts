/** A word where it stands in a text. */
export interface Word {
  /** As it is compared: small letters, no accents, no possessive. */
  readonly folded: string;
  readonly written: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** First word of a sentence, a line or a quotation, where a capital says nothing. */
  readonly opens: boolean;
  /** Whether only a space, a hyphen or an apostrophe stands between it and the word before. */
  readonly joined: boolean;
}

/** Letters in a row that one text is read to: what comes later says nothing new of its subject. */
const longest = 60_000;
const wordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’](?=\p{L})[\p{L}\p{M}]+)*/gu;
const opening = /[.!?:;\n"“”«»„–—|•]|^$/;

/**
 * Returns the words of a text. Letters with dots between ("U.S.") are one word; hyphens part words; of scripts that are
 * written without spaces a whole run is one word here, and {@link pairs} takes it apart.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  const read = text.length > longest ? text.slice(0, longest) : text;
  for (const { 0: written, index } of read.matchAll(wordPattern)) {
    const between = read.slice(end, index);
    const opens = end === 0 || opening.test(between);
    words.push({
      folded: fold(written),
      written,
      capital: isCapital(written),
      opens,
      joined: !opens && between.length === 1 && / |-|’|'|\u00a0/.test(between),
    });
    end = index + written.length;
  }
  return words;
}

/** Returns the word in small letters, without accents, dots between letters, and the English possessive. */
export function fold(written: string): string {
  const small = /^[\x00-\x7f]*$/.test(written)
    ? written.toLowerCase()
    : written
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .normalize('NFC')
        .toLowerCase()
        .replaceAll('’', "'")
        .replaceAll('ς', 'σ');
  const bare = small.endsWith("'s") ? small.slice(0, -2) : small;
  return /['.]/.test(bare) ? bare.replace(/['.]/g, '') : bare;
}

function isCapital(written: string): boolean {
  const code = written.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(written);
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

/** Whether the word is of a script whose words are compared by pairs of letters, since no spaces or many endings hide them. */
export function isUnspaced(folded: string): boolean {
  return folded.charCodeAt(0) > 0x0dff && unspaced.test(folded);
}

/**
 * Returns the pairs of neighbouring letters of a run: 東京都 → 東京, 京都. Pairs are what search engines index of Chinese and
 * Japanese (Nie, Gao, Zhang, Zhou, "On the use of words and n-grams for Chinese information retrieval", IRAL 2000).
 */
export function pairs(run: string): readonly string[] {
  const letters = Array.from(run);
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => letters[index]! + letter);
}
