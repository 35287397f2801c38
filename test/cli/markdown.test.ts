import { expect, test } from 'vitest';
import { cleanLine, say } from '../../src/text/index.ts';
import type { Block, Span } from '../../src/news/index.ts';
import { markdownOf } from '../../src/cli/markdown.ts';

const paragraph = (...spans: readonly Span[]): Block => ({ type: 'paragraph', spans });
const text = (words: string): Span => ({ text: cleanLine(words) });
const links = [
  { relation: 'inline' as const, text: say`x`, address: say`https://a.example/b+c` },
  { relation: 'inline' as const, text: say`x`, address: say`notes/two words.md` },
  { relation: 'also-see' as const, text: say`x`, address: null },
];

test.each<{ name: string; block: Block; markdown: string }>([
  {
    name: 'styles inside styles',
    block: paragraph(
      { text: say`a `, strong: true },
      { text: say`b`, strong: true, emphasis: true },
      { text: say` c` },
    ),
    markdown: '**a *b*** c',
  },
  {
    name: 'a style ends before a space',
    block: paragraph({ text: say` a `, emphasis: true }, { text: say`b` }),
    markdown: ' *a* b',
  },
  {
    name: 'code with ticks in it',
    block: paragraph({ text: say`a\`\`b`, code: true }, { text: say` ` }, { text: say`\`c`, code: true }),
    markdown: '```a``b``` `` `c ``',
  },
  {
    name: 'a link over several styles',
    block: paragraph({ text: say`one `, link: 0 }, { text: say`two`, link: 0, struck: true }, { text: say`.` }),
    markdown: '[one ~~two~~](https://a.example/b+c).',
  },
  {
    name: 'an address with a space',
    block: paragraph({ text: say`two`, link: 1 }),
    markdown: '[two](<notes/two words.md>)',
  },
  { name: 'a link that has only a title', block: paragraph({ text: say`Why`, link: 2 }), markdown: 'Why' },
  { name: 'a break', block: paragraph({ text: say`one`, breaks: true }, { text: say`two` }), markdown: 'one\\\ntwo' },
  {
    name: 'markup that is none',
    block: paragraph(text('*a* _b_ snake_case [c] `d` <e> &amp; R&D ~~f~~ \\')),
    markdown: '\\*a\\* \\_b\\_ snake_case \\[c\\] \\`d\\` \\<e> \\&amp; R&D \\~\\~f\\~\\~ \\\\',
  },
  { name: 'a hash that is no heading', block: paragraph(text('# one')), markdown: '\\# one' },
  { name: 'a number that is no list', block: paragraph(text('1990. A year')), markdown: '1990\\. A year' },
  { name: 'a dash that is no list', block: paragraph(text('- he said')), markdown: '\\- he said' },
  {
    name: 'a heading',
    block: { type: 'heading', level: 3, spans: [text('One'), { text: say` two`, emphasis: true }] },
    markdown: '### One *two*',
  },
  {
    name: 'a quote of two paragraphs',
    block: { type: 'quote', blocks: [paragraph(text('a')), paragraph(text('b'))] },
    markdown: '> a\n>\n> b',
  },
  {
    name: 'code that holds a fence',
    block: { type: 'code', language: say`js`, spans: [{ text: say`let a;\n\`\`\`\n` }] },
    markdown: '````js\nlet a;\n```\n````',
  },
  {
    name: 'a figure',
    block: {
      type: 'figure',
      alt: say`Two hands`,
      caption: [text('They "agree"')],
      credit: say`Post`,
      address: say`a b.png`,
    },
    markdown: '![Two hands](<a b.png> "They \\"agree\\" (Image: Post)")',
  },
  {
    name: 'a figure that has no address',
    block: { type: 'figure', alt: say`Hands`, caption: [], credit: null, address: null },
    markdown: '![Hands]()',
  },
  {
    name: 'a table',
    block: {
      type: 'table',
      aligns: ['left', 'right', null],
      head: [[text('a')], [text('b')], [text('c')]],
      rows: [[[text('1|2')], [text('3')]]],
    },
    markdown: '| a | b | c |\n| :-- | --: | --- |\n| 1\\|2 | 3 |  |',
  },
  {
    name: 'an also-see line',
    block: { type: 'alsoSee', wording: say`Also see:`, spans: [{ text: say`That`, link: 0 }] },
    markdown: 'Also see: [That](https://a.example/b+c)',
  },
  {
    name: 'footnotes',
    block: { type: 'footnotes', notes: [{ label: say`1`, blocks: [paragraph(text('a')), paragraph(text('b'))] }] },
    markdown: '[^1]: a\n\n    b',
  },
  { name: 'a notice', block: { type: 'notice', text: say`Shown as plain text.` }, markdown: '> Shown as plain text.' },
  { name: 'a rule', block: { type: 'rule' }, markdown: '---' },
])('$name', ({ block, markdown }) => {
  expect(markdownOf([block], links)).toBe(markdown);
});

test('lists: nested, numbered from anywhere, done and not, loose and tight', () => {
  const inner: Block = {
    type: 'list',
    start: 9,
    loose: false,
    entries: [{ blocks: [paragraph(text('nine'))] }, { blocks: [paragraph(text('ten'))] }],
  };
  const list: Block = {
    type: 'list',
    start: null,
    loose: false,
    entries: [
      { blocks: [paragraph(text('one')), inner] },
      { done: true, blocks: [paragraph(text('done'))] },
      { done: false, blocks: [paragraph(text('open'))] },
    ],
  };
  const loose: Block = {
    type: 'list',
    start: 1,
    loose: true,
    entries: [{ blocks: [paragraph(text('a')), paragraph(text('b'))] }, { blocks: [] }],
  };
  expect(markdownOf([list, loose], [])).toBe(`- one
  9. nine
  10. ten
- [x] done
- [ ] open

1. a

   b

2. `);
});
