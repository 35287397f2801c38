import { expect, test } from 'vitest';
import { widthOf } from '../../src/text/index.ts';
import { pretty } from '../../src/cli/pretty.ts';
import type { Paint } from '../../src/cli/verb.ts';

/** Shows styles as letters around the words: a test can be read, and a style that runs over a line's end is seen. */
const lettered: Paint = (style, text) => `${style[0]}‹${text}›`;
const plain: Paint = (_, text) => text;

function drawn(markdown: string, columns = 30, paint: Paint = plain): string {
  return pretty(markdown, { columns, unicode: true, paint }).join('\n');
}

test.each([
  {
    name: 'styles in a list entry',
    markdown: '- one **two** `three: 3` [four](https://a.example/b+c)',
    columns: 60,
    lines: '• one s‹two› q‹three: 3› u‹four› q‹(https://a.example/b+c)›',
  },
  { name: 'a heading', markdown: '## One *two*', lines: 's‹One e‹two››' },
  { name: 'entities stay what they are', markdown: 'a \\&mdash; b', lines: 'a &mdash; b' },
  { name: 'colons make no pictures', markdown: 'at 10:30:15 :smile:', lines: 'at 10:30:15 :smile:' },
])('$name', ({ markdown, columns, lines }) => {
  expect(drawn(markdown, columns ?? 40, lettered)).toBe(lines);
});

test('lists: boxes once, numbers from their start, gaps where they are loose, words hang under words', () => {
  expect(
    drawn(`- [x] done with a good deal of words
- [ ] open
  - nested with a good deal of words

9. nine

   more of nine

10. ten`),
  ).toBe(`• ☑ done with a good deal of
  words
• ☐ open
  • nested with a good deal of
    words

9. nine

   more of nine

10. ten`);
});

test('quotes keep their bar on every line', () => {
  expect(drawn('> one two three four five six seven\n>\n> - eight', 20)).toBe(`│ one two three four
│ five six seven
│
│ • eight`);
});

test.each([20, 27, 40, 80])('no line is wider than %i columns', (columns) => {
  const markdown = `# A title with 日本語の題名 and words

一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十 https://a.example/${'long/'.repeat(30)}

> - quoted **bold that goes on and on** and on 👩‍👩‍👧‍👦

| one column | another column that is wide |
|---|---|
| cell | some more words in a cell |

---
`;
  const wide = pretty(markdown, { columns, unicode: true, paint: plain }).filter((line) => widthOf(line) > columns);
  expect(wide).toEqual([]);
});

test('a table is as wide as its words, and narrows to fit', () => {
  const table = '| a | b |\n|---|--:|\n| words of a cell | 12 |';
  expect(drawn(table, 40)).toBe(`┌─────────────────┬─────┐
│ a               │   b │
├─────────────────┼─────┤
│ words of a cell │  12 │
└─────────────────┴─────┘`);
  expect(drawn(table, 20)).toBe(`┌────────────┬─────┐
│ a          │   b │
├────────────┼─────┤
│ words of a │  12 │
│ cell       │     │
└────────────┴─────┘`);
});
