import { expect, test } from 'vitest';
import { parseMarkdown, plainText, typeset } from '../../src/prose/index.ts';
import { say } from '../../src/text/index.ts';
import { shown } from './drawing.ts';

/** Documents on which a parser without bounds takes minutes, overflows its stack or hides text; each ends in END. */
const documents: Readonly<Record<string, string>> = {
  'opening brackets': `${'['.repeat(50_000)}END`,
  'opening images': `${'!['.repeat(50_000)}END`,
  'opening links': `${'[a]('.repeat(20_000)}END`,
  'links in links': `${'['.repeat(5000)}a${'](b)'.repeat(5000)}END`,
  'stars without an end': `${'*a '.repeat(50_000)}END`,
  'stars inside words': `${'a**b'.repeat(50_000)}END`,
  'underscores inside words': `${'a_b'.repeat(50_000)}END`,
  'mixed emphasis': `${'*a_ '.repeat(50_000)}END`,
  'emphasis in emphasis': `${'**a *b '.repeat(20_000)}${'c* d**'.repeat(20_000)}END`,
  tildes: `${'~~a'.repeat(50_000)}END`,
  'runs of backticks': `${Array.from({ length: 800 }, (_, length) => '`'.repeat(length + 1)).join(' ')} END`,
  'less-than signs': `${'<'.repeat(50_000)}END`,
  'open tags': `${'<a b="'.repeat(30_000)}END`,
  'open comments': `${'<!--'.repeat(30_000)}END`,
  'open comments in a block of HTML': `<div>${'<!--'.repeat(30_000)}END`,
  'bold without an end': `${'<b>'.repeat(50_000)}END`,
  'an e-mail address without an end': `${'a.'.repeat(50_000)}END`,
  'an address with a tail': `http://a.example/${')'.repeat(30_000)} END`,
  'quotes in quotes': `${'>'.repeat(50_000)}END`,
  'lists in a line': `${'- '.repeat(50_000)}END`,
  'lists in lists': `${Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')}\n\nEND`,
  'quotes with lazy lines': `${'> a\nb\n'.repeat(20_000)}END`,
  underlines: `${'a\n-\n'.repeat(20_000)}END`,
  'footnotes before broken tags': `${'[^a]: b\n<b\n'.repeat(20_000)}END`,
  'a wide table': `${'|a'.repeat(3000)}\n${'|-'.repeat(3000)}\n${'|b'.repeat(3000)}\n\nEND`,
  'a long table': `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(20_000)}\nEND`,
  definitions: `${Array.from({ length: 20_000 }, (_, index) => `[r${index}]: /u\n`).join('')}\nEND`,
  'spaces and tabs': `a${' '.repeat(50_000)}b\n${'\t'.repeat(50_000)}END`,
  'one long line of code': `\`\`\`js\n${'let x = 1; '.repeat(50_000)}\n\`\`\`\n\nEND`,
  'one long word': `${'A'.repeat(200_000)} END`,
  'one character of many letters': `${'\u1100'.repeat(20_000)} END`,
  'a tower of marks': `e${'\u0301'.repeat(50_000)} END`,
  'emoji joined without end': `${'👨\u200d'.repeat(20_000)} END`,
  'references without a name': `${'&#'.repeat(50_000)}END`,
};

test.each(Object.entries(documents))('%s are read and set to the end', (_, markdown) => {
  const { prose } = parseMarkdown(markdown, say`a test`);
  expect(plainText(prose)).toContain('END');
  for (const columns of [20, 72]) {
    const lines = typeset(prose, { columns });
    expect(lines.filter((line) => line.columns > columns && !line.wide)).toEqual([]);
    expect(shown(lines).join('')).toMatch(/E-?N-?D/);
  }
});

test('a document that is too entangled is shown as plain text, and says so', () => {
  const { prose, problems } = parseMarkdown('> a\nb\n'.repeat(20_000), say`the file`);
  expect(prose[0]).toMatchObject({ type: 'notice' });
  expect(problems).toEqual([{ kind: 'markup', where: 'the file', detail: expect.stringContaining('plain text') }]);
});

test('one entangled paragraph costs the others nothing', () => {
  const { prose, problems } = parseMarkdown(`${'**a *b '.repeat(20_000)}\n\n*kept*`, say`the file`);
  expect(prose.at(-1)).toMatchObject({ type: 'paragraph', spans: [{ text: 'kept', emphasis: true }] });
  expect(problems).toHaveLength(1);
});

test('what is longer than a million characters is cut at a line, and says so', () => {
  const { prose, problems } = parseMarkdown('A line of text.\n'.repeat(70_000), say`the file`);
  expect(prose.at(-1)).toMatchObject({ type: 'notice' });
  expect(plainText(prose.slice(0, -1)).endsWith('A line of text.')).toBe(true);
  expect(problems).toMatchObject([{ kind: 'too-large', where: 'the file' }]);
});

test('a table is cut at five thousand cells, and says how much of it is shown', () => {
  const { prose } = parseMarkdown(`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(9000)}`, say`the file`);
  expect(prose).toMatchObject([
    { type: 'table' },
    { type: 'notice', text: 'The table is cut: 2499 of 9000 rows and 2 of 2 columns are shown.' },
  ]);
});

test('no control, bidi or tag character comes through, however it is written', () => {
  const payload = '\u001b]0;x\u0007 \u009b31m \u202e \u2066 \u{e0041} &#27;[2J &#x202e; &#917569;';
  const contexts = [
    '# %',
    '%',
    '**%**',
    '`%`',
    '[%](%)',
    '![%](% "%")',
    '- %',
    '> %',
    '|%|\n|-|\n|%|',
    '```%\n%\n```',
    '<b title="%">%</b>',
    '<div>%</div>',
    'a[^1]\n\n[^1]: %',
    'Also see: %',
    '[[%|%]]',
  ];
  for (const context of contexts) {
    const { prose, links } = parseMarkdown(context.replaceAll('%', payload), say`a test`);
    const text = [
      plainText(prose),
      JSON.stringify(prose),
      JSON.stringify(links),
      ...shown(typeset(prose, { columns: 40 })),
    ].join('');
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
    expect(JSON.stringify(prose)).not.toMatch(/\\u(?:00[01]|007f|202|206)/);
  }
});
