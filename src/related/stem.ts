/**
 * Returns the stem of an English word in small letters: "connected", "connecting" and "connections" share one.
 * The rules are those of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130–137, with the two changes
 * that he published later (-logi, and -bli for -abli). Words of one or two letters, and with anything but a–z, stay.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return last(longer(derived(adjective(withY(past(plural(word)))))));
}

/** Step 1a: caresses → caress, ponies → poni, cats → cat. */
function plural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('sses') || word.endsWith('ies') ? word.slice(0, -2) : word.slice(0, -1);
}

/** Step 1b: agreed → agree, plastered → plaster, hopping → hop, filing → file. */
function past(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const bare = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : null;
  if (bare === null || !hasVowel(bare)) return word;
  if (/(at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (isDouble(bare) && !/[lsz]$/.test(bare)) return bare.slice(0, -1);
  return measure(bare) === 1 && isShort(bare) ? `${bare}e` : bare;
}

/** Step 1c: happy → happi, sky → sky. */
function withY(word: string): string {
  const bare = word.slice(0, -1);
  return word.endsWith('y') && hasVowel(bare) ? `${bare}i` : word;
}

/** Rules of steps 2, 3 and 4, found by the end of the word: the ending, and what replaces it. The first that fits decides. */
type Rules = readonly (readonly [ending: string, instead: string])[];

const step2 =
  rules(`ational ate, tional tion, enci ence, anci ance, izer ize, bli ble, alli al, entli ent, eli e, ousli ous,
  ization ize, ation ate, ator ate, alism al, iveness ive, fulness ful, ousness ous, aliti al, iviti ive, biliti ble, logi log`);
const step3 = rules('icate ic, ative, alize al, iciti ic, ical ic, ful, ness');
const step4 = rules('al, ance, ence, er, ic, able, ible, ant, ement, ment, ent, ion, ou, ism, ate, iti, ous, ive, ize');

function rules(rows: string): Rules {
  return rows.split(',').map((row) => {
    const [ending = '', instead = ''] = row.trim().split(' ');
    return [ending, instead];
  });
}

/** Step 2: relational → relate. */
const adjective = (word: string): string => replaced(word, step2, 0);
/** Step 3: triplicate → triplic, hopeful → hope. */
const derived = (word: string): string => replaced(word, step3, 0);
/** Step 4: revival → reviv, adoption → adopt. */
const longer = (word: string): string => replaced(word, step4, 1);

function replaced(word: string, step: Rules, least: number): string {
  const rule = step.find(([ending]) => word.endsWith(ending));
  if (!rule) return word;
  const bare = word.slice(0, word.length - rule[0].length);
  if (measure(bare) <= least || (rule[0] === 'ion' && !/[st]$/.test(bare))) return word;
  return bare + rule[1];
}

/** Step 5: probate → probat, controll → control. */
function last(word: string): string {
  const bare = word.slice(0, -1);
  if (word.endsWith('e')) {
    const long = measure(bare);
    return long > 1 || (long === 1 && !isShort(bare)) ? bare : word;
  }
  return word.endsWith('ll') && measure(bare) > 1 ? bare : word;
}

/** Porter's m: how often vowels are followed by consonants. */
function measure(word: string): number {
  let count = 0;
  let afterVowel = false;
  for (let index = 0; index < word.length; index++) {
    const vowel = isVowel(word, index);
    if (afterVowel && !vowel) count++;
    afterVowel = vowel;
  }
  return count;
}

function isVowel(word: string, index: number): boolean {
  const letter = word[index]!;
  if ('aeiou'.includes(letter)) return true;
  return letter === 'y' && index > 0 && !isVowel(word, index - 1);
}

function hasVowel(word: string): boolean {
  for (let index = 0; index < word.length; index++) if (isVowel(word, index)) return true;
  return false;
}

const isDouble = (word: string): boolean => word.at(-1) === word.at(-2) && !isVowel(word, word.length - 1);

/** Consonant, vowel, consonant at the end, the last not w, x or y: hop, fil. */
function isShort(word: string): boolean {
  const end = word.length - 1;
  if (end < 2 || /[wxy]$/.test(word)) return false;
  return !isVowel(word, end) && isVowel(word, end - 1) && !isVowel(word, end - 2);
}
