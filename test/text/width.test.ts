import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clean, graphemes, isNarrow, widthOf } from '../../src/text/index.ts';

describe('the width of text is what Ink takes it to be', () => {
  test.each([
    ['Latin', 'Islamabad', 9],
    ['typographic quotes and dashes', '“a – b…”', 8],
    ['no-break spaces', '«\u00a0oui\u202f»', 7],
    ['Cyrillic and Greek', 'Мир Αθήνα', 9],
    ['Arabic and Hebrew', 'سلام שלום', 9],
    ['Arabic with vowel marks', 'سَلَام', 4],
    ['a combining accent', 'cafe\u0301', 4],
    ['Han and full-width punctuation', '北京，上海。', 12],
    ['kana with a voiced mark of its own', 'か\u3099', 2],
    ['half-width kana with a voiced mark', 'ｶﾞ', 2],
    ['Hangul syllables', '한국어', 6],
    ['Hangul jamo that make one syllable', '\u1112\u1161\u11ab', 2],
    ['Devanagari, where letters join', 'नमस्ते', 3],
    ['Thai', 'ภาษาไทย', 7],
    ['a family of one glyph', '👨‍👩‍👧', 2],
    ['a flag', '🇵🇰🇷🇼', 4],
    ['a keycap', '1️⃣', 2],
    ['a soft hyphen and a zero-width space', 'a\u00adb\u200bc', 3],
  ])('%s', (_, text, columns) => {
    expect(widthOf(text)).toBe(columns);
    expect(stringWidth(text)).toBe(columns);
  });

  test('every character of the first plane', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0xd800; code++) {
      const character = String.fromCharCode(code);
      if (widthOf(character) !== stringWidth(character)) wrong.push(code.toString(16));
      if (isNarrow(character) && stringWidth(character) !== 1) wrong.push(`narrow ${code.toString(16)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('characters of every kind, mixed at random', () => {
    const segmenter = new Intl.Segmenter();
    for (const text of mixtures(4000)) {
      expect([text, widthOf(text)]).toEqual([text, stringWidth(text)]);
      const safe = clean(text);
      expect(graphemes(safe)).toEqual(Array.from(segmenter.segment(safe), (part) => part.segment));
    }
  });
});

/** Ranges of code points that join, stack, double or vanish, and plain ones between them. */
const ranges = (
  '20-7e a0-24f 300-36f 370-58f 590-6ff 900-97f e00-e7f 1100-11ff 1b00-1b7f 2000-206f 20d0-20ff 2190-27ff ' +
  '3000-30ff 4e00-4eff ac00-acff fe00-fe0f ff00-ffef 1f1e6-1f1ff 1f300-1f64f'
)
  .split(' ')
  .map((range) => range.split('-').map((code) => Number.parseInt(code, 16)) as [number, number]);

function* mixtures(count: number): Generator<string> {
  let seed = 7;
  const roll = (sides: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % sides;
  };
  for (let made = 0; made < count; made++) {
    let text = '';
    for (let length = 1 + roll(12); length > 0; length--) {
      const [first, last] = ranges[roll(ranges.length)]!;
      text += String.fromCodePoint(first + roll(last - first + 1));
    }
    yield text;
  }
}
