/**
 * Returns the word and its common inflections, as they are compared: what a reader who typed the one would be surprised not to
 * find. They are endings of English, German, Dutch, French, Spanish, Portuguese, Italian and of the Slavic languages in
 * Cyrillic; which language a word is of need not be known, as most of what is made here exists in none. What is made is looked
 * up instead of its stem, so the index holds the words as they are, phrases stay exact, and no text is indexed for it.
 */
export function inflections(word: string): readonly string[] {
  if (word.length < 3) return [word];
  if (/^[a-z]+$/.test(word)) return of(word, stem, latinForms(stem(word)));
  if (/^\p{Script=Cyrillic}+$/u.test(word)) {
    const bare = cyrillicStem(word);
    return of(
      word,
      cyrillicStem,
      ['', ...cyrillicEndings].map((ending) => bare + ending),
    );
  }
  return [word];
}

/** Returns the word first, and then those of the forms that come back to the same stem. */
function of(word: string, stemOf: (word: string) => string, forms: readonly string[]): readonly string[] {
  const own = stemOf(word);
  return [...new Set([word, ...forms.filter((form) => stemOf(form) === own)])];
}

function latinForms(stem: string): readonly string[] {
  const doubled = stem + stem.at(-1);
  const withoutE = stem.replace(/e$/, '');
  const bare = stem.slice(0, -1);
  const nouns = ['', 'e', 'a', 'o', 'i'].flatMap((vowel) => [stem + vowel, `${stem}${vowel}s`]);
  const roots = /[^aeiou][aeiouy][^aeiouwxy]$/.test(stem) ? [withoutE, doubled] : [withoutE];
  const verbs = roots.flatMap((root) => [`${root}ing`, `${root}ed`, `${root}ings`]);
  const others = [
    `${stem}es`,
    `${stem}en`,
    `${stem}n`,
    `${stem}ens`,
    `${stem}ingen`,
    `${bare}ies`,
    `${bare}ied`,
    `${bare}ie`,
  ];
  return [...nouns, ...verbs, ...others, `${bare}ux`, `${bare}oes`, `${stem}l`, `${stem}ls`, `${stem}led`];
}

/** What has no letter s to lose. */
const notPlural = /(?:ss|us|is|^news)$/;

/** Returns what the inflections of a word in small Latin letters share; it need not be a word. */
function stem(word: string): string {
  return withoutVowel(withoutVerbal(withoutCase(singular(word))));
}

/** countries → country, elecciones → eleccione, generaux → general, eleicoes → eleicao. */
function singular(word: string): string {
  if (word.length >= 5 && /(?:ies|ied)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.length >= 5 && word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (word.length >= 6 && word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  if (word.length >= 7 && /[cs]oes$/.test(word)) return `${word.slice(0, -3)}ao`;
  if (word.length >= 5 && /(?:ss|sh|x)es$/.test(word)) return word.slice(0, -2);
  return word.length >= 4 && word.endsWith('s') && !notPlural.test(word) ? word.slice(0, -1) : word;
}

/** wahlen → wahl, regierungen → regierung, ministern → minister. */
function withoutCase(word: string): string {
  if (word.length >= 6 && word.endsWith('en')) return word.slice(0, -2);
  return word.length >= 7 && /e[rl]n$/.test(word) ? word.slice(0, -1) : word;
}

/** hopping → hop, hoping → hope, created → create: as M. F. Porter's step 1b, Program 14 (1980). */
function withoutVerbal(word: string): string {
  const bare = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : word;
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word;
  if (/(?:at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (/([^aeiouylsz])\1$/.test(bare)) return bare.slice(0, -1);
  return isShort(bare) ? `${bare}e` : bare;
}

/** ministra → ministr, change → chang; plane stays, as it is not plan. */
function withoutVowel(word: string): string {
  const bare = word.slice(0, -1);
  if (/[aoi]$/.test(word) && bare.length >= 5) return bare;
  if (word.endsWith('e') && bare.length >= 4 && !isShort(bare)) return bare;
  return word.length >= 7 && word.endsWith('ll') ? bare : word;
}

/** One syllable that ends in consonant, vowel, consonant, the last not w, x or y. */
function isShort(bare: string): boolean {
  return /^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(bare) && /[^aeiou][aeiouy][^aeiou]$/.test(bare);
}

/** Endings of nouns and adjectives in Russian, Ukrainian and their kin, as they are compared: й is folded to и. */
const cyrillicEndings =
  'ами ями ого его ому ему ыми ими иях ах ях ов ев еи ии ыи ои ая яя ое ее ые ие ую юю ам ям ом ем ию ью и ы а я о е у ю ь'.split(
    ' ',
  );

function cyrillicStem(word: string): string {
  const ending = cyrillicEndings.find((ending) => word.endsWith(ending) && word.length - ending.length >= 4);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
