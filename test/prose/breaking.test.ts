import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/news/index.ts';
import { typeset } from '../../src/prose/index.ts';
import { clean } from '../../src/text/index.ts';
import { shown } from './drawing.ts';

function set(text: string, columns: number): readonly string[] {
  return shown(typeset([{ type: 'paragraph', spans: [{ text: clean(text) }] }], { columns }));
}

test.each([
  ['between words, as even as can be', 'aaa bb cc ddddd', 6, ['aaa', 'bb cc', 'ddddd']],
  ['after a hyphen in a word', 'a well-known fact', 10, ['a well-', 'known fact']],
  ['not before figures', 'the COVID-19 rule', 12, ['the COVID-19', 'rule']],
  ['after a dash without spaces', 'talks—brief—ended', 12, ['talks—brief—', 'ended']],
  ['not before a dash with spaces', 'He came at noon — late', 16, ['He came at', 'noon — late']],
  ['not at a no-break space', 'it is 25\u00a0km off', 9, ['it is', '25\u00a0km off']],
  ['not before French punctuation', 'il a dit oui !', 12, ['il a dit', 'oui !']],
  ['not inside French quotation marks', 'dit « oui » ici', 9, ['dit', '« oui »', 'ici']],
  ['at a soft hyphen, which then shows', 'a co\u00adoperative', 9, ['a co-', 'operative']],
  ['at a soft hyphen only if it is needed', 'a co\u00adoperative', 20, ['a cooperative']],
  ['at a zero-width space', 'aaaa\u200bbbbb', 6, ['aaaa', 'bbbb']],
  ['in a word longer than a line', 'Kapitänskajüte', 10, ['Kapitänska', 'jüte']],
  ['in an address after its signs', 'https://a.example/bb/cc?d=e', 20, ['https://a.example/', 'bb/cc?d=e']],
  ['between Han, which fill the line', '一二三四五六七', 6, ['一二三', '四五六', '七']],
  ['not before Han punctuation', '一二三，四五', 6, ['一二', '三，四', '五']],
  ['not after an opening bracket', '一二「三四」', 6, ['一二', '「三', '四」']],
  ['not before small kana', 'あいうっえ', 6, ['あい', 'うっえ']],
  ['between Han and Latin', '一二abc三', 6, ['一二', 'abc三']],
  ['not between the two of an ellipsis', '一二三……四', 7, ['一二', '三……四']],
  ['between Korean words alone', '한국어 문장', 8, ['한국어', '문장']],
  ['between Thai words', 'ภาษาไทยสวยงาม', 8, ['ภาษาไทย', 'สวยงาม']],
  ['never inside a flag or a family', '🇵🇰🇷🇼👨‍👩‍👧👍🏽', 4, ['🇵🇰🇷🇼', '👨‍👩‍👧👍🏽']],
  ['never between a letter and its marks', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
])('a line breaks %s', (_, text, columns, lines) => {
  expect(set(text, columns)).toEqual(lines);
});

describe('runs', () => {
  const spans: readonly Span[] = [
    { text: clean('one '), strong: true },
    { text: clean('two three'), link: 4 },
    { text: clean(' four') },
  ];

  test('keep their styles and links over a break', () => {
    const lines = typeset([{ type: 'paragraph', spans }], { columns: 9 });
    expect(lines.map((line) => line.runs)).toEqual([
      [
        { text: 'one ', strong: true },
        { text: 'two', link: 4 },
      ],
      [{ text: 'three', link: 4 }],
      [{ text: 'four' }],
    ]);
    expect(lines.map((line) => line.place.offset)).toEqual([0, 8, 14]);
  });
});

test('a terminal without Unicode gets ASCII signs', () => {
  const text = clean('a');
  const paragraph = { type: 'paragraph', spans: [{ text }] } as const;
  const lines = typeset(
    [
      {
        type: 'list',
        start: null,
        loose: false,
        entries: [{ blocks: [paragraph] }, { blocks: [paragraph], done: true }],
      },
      { type: 'quote', blocks: [paragraph] },
      { type: 'alsoSee', wording: clean('Also see'), spans: [{ text, link: 0 }] },
      { type: 'figure', alt: text, caption: [], credit: clean('The Tribune'), address: null },
      { type: 'table', aligns: [null, null], head: [[{ text }], [{ text }]], rows: [] },
      { type: 'notice', text },
      { type: 'rule' },
    ],
    { columns: 20, ascii: true },
  );
  expect(shown(lines)).toEqual([
    '* a',
    '[x] a',
    '',
    '| a',
    '',
    '| Also see\u00a0> a',
    '',
    '### a',
    '    Image: The',
    '    Tribune',
    '',
    'a | a',
    '--+--',
    '',
    '! a',
    '',
    '--------------------',
  ]);
});
