/** What a character is to a line's break: the classes of Unicode's line breaking (UAX #14), as far as news needs them. */
export type Kind =
  | 'space'
  /** Holds its neighbours together: no-break spaces, the word joiner. */
  | 'glue'
  /** Invisible places for a break: the zero-width space and the soft hyphen. */
  | 'zero'
  | 'soft'
  /** Han, kana, full-width letters, emoji: a line may break on either side. */
  | 'wide'
  | 'openWide'
  | 'closeWide'
  | 'open'
  | 'close'
  | 'hyphen'
  | 'dash'
  | 'word';

const kinds = new Map<string, Kind>();
const fill = (kind: Kind, characters: string): void => {
  for (const character of characters) kinds.set(character, kind);
};
fill('space', ' \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\t\n');
fill('glue', '\u00a0\u202f\u2007\u2060\u2011\u034f');
fill('zero', '\u200b');
fill('soft', '\u00ad');
fill('hyphen', '-\u2010');
fill('dash', '–—―⸺');
fill('open', '([{“‘«‹¿¡„‚');
fill('close', '!?,.:;)]}%”’»›…‥°′″ๆฯ');
fill('openWide', '（［｛〔〈《「『【〘〖〝｟＄￥￡');
fill(
  'closeWide',
  '、。，．・：；？！）］｝〕〉》」』】〙〗〟｠ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゠〜～％‼⁇⁈⁉￠',
);

const hangul = /^[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;

/** Returns the kind of a character, given whole, that fills so many columns. */
export function kindOf(character: string, columns: number): Kind {
  const kind = kinds.get(character.length === 1 ? character : String.fromCodePoint(character.codePointAt(0)!));
  return kind ?? (columns === 2 && !hangul.test(character) ? 'wide' : 'word');
}

const isWide = (kind: Kind): boolean => kind === 'wide' || kind === 'openWide' || kind === 'closeWide';
const letter = /^\p{L}/u;

/** Returns whether a line may end between two characters that have no space between them; `first` stands before both. */
export function mayBreak(before: Kind, after: Kind, first: string, last: string): boolean {
  if (before === 'zero') return true;
  if (before === 'glue' || after === 'glue' || after === 'zero' || after === 'soft') return false;
  if (after === 'close' || after === 'closeWide' || before === 'open' || before === 'openWide') return false;
  if (before === 'soft') return true;
  if (before === 'hyphen') return (letter.test(first) && letter.test(last)) || isWide(after);
  if (before === 'dash') return after !== 'dash' && (after !== 'word' || letter.test(last));
  if (after === 'hyphen' || after === 'dash') return false;
  return isWide(before) || isWide(after);
}

const withoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
let segmenter: Intl.Segmenter | undefined;

/** Returns where words begin in scripts that set none apart: Thai, Lao, Burmese, Khmer. Elsewhere nothing. */
export function wordStarts(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!withoutSpaces.test(text)) return found;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { index, segment } of segmenter.segment(text)) {
    if (index > 0 && withoutSpaces.test(segment[0]!) && withoutSpaces.test(text[index - 1]!)) found.add(index);
  }
  return found;
}
