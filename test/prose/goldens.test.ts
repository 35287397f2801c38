import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parseMarkdown, typeset } from '../../src/prose/index.ts';
import { say } from '../../src/text/index.ts';
import { drawn } from './drawing.ts';

const folder = 'test/fixtures/prose';

test.each(globSync(`${folder}/*.md`).map((path) => basename(path, '.md')))('%s, at 40 and 80 columns', async (name) => {
  const { prose, links } = parseMarkdown(readFileSync(`${folder}/${name}.md`, 'utf8'), say`a test`);
  const pages = [40, 80].map((columns) => `${'='.repeat(9 + columns)}\n${drawn(typeset(prose, { columns }))}\n`);
  const targets = links.map((link, index) => `${index} ${link.relation} ${link.address ?? '–'} (${link.text})\n`);
  await expect([...pages, '='.repeat(9), '\n', ...targets].join('')).toMatchFileSnapshot(
    `../fixtures/prose/${name}.txt`,
  );
});
