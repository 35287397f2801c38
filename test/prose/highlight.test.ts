import { expect, test, vi } from 'vitest';
import type { Span } from '../../src/news/index.ts';
import { highlight, parseMarkdown, plainText } from '../../src/prose/index.ts';
import { say } from '../../src/text/index.ts';

// The highlighter colours nothing where its output has no colours, and looks once, when it is loaded.
vi.stubEnv('FORCE_COLOR', '1');

async function tokens(markdown: string): Promise<readonly string[]> {
  const { prose } = parseMarkdown(markdown, say`a test`);
  const coloured = await highlight(prose);
  expect(plainText(coloured)).toBe(plainText(prose));
  const spans = coloured.flatMap((block): readonly Span[] => (block.type === 'code' ? block.spans : []));
  return spans.flatMap((span) => (span.token ? [`${span.token} ${span.text}`] : []));
}

test.each([
  ['js', 'const a = "b"; // c', ['keyword const', 'string "b"', 'comment // c']],
  ['JSON', '{"a": 1}', ['name "a"', 'number 1']],
  ['diff', '+a\n-b', ['added +a', 'removed -b']],
  ['html', '<p id="x">a &amp; b</p>', ['keyword p', 'name id', 'string "x"', 'keyword p']],
  ['nonsense', 'const a', []],
  ['', 'const a', []],
])('code in %j', async (language, code, expected) => {
  const found = await tokens(`\`\`\`${language}\n${code}\n\`\`\``);
  expect(found).toEqual(expect.arrayContaining(expected));
  expect(found.length > 0).toBe(expected.length > 0);
});

test('code that is too long stays plain', async () => {
  expect(await tokens(`\`\`\`js\n${'let a;\n'.repeat(10_000)}\`\`\``)).toEqual([]);
});

test('code in lists and quotes is coloured too', async () => {
  const { prose } = parseMarkdown('- ```js\n  let a;\n  ```\n\n> ```js\n> let a;\n> ```', say`a test`);
  expect(JSON.stringify(await highlight(prose)).match(/"token":"keyword"/g)).toHaveLength(2);
});
