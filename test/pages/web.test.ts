import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/pages/index.ts';
import { told } from './web-shown.ts';

const folder = new URL('../fixtures/pages/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.startsWith('web-') && name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

describe('web pages of many makes', () => {
  test.each(names)('%s', (name) => {
    const html = readFileSync(new URL(`${name}.html`, folder));
    const { value, problems } = readPage(html, { address: 'https://tide.example/a/page' });
    expect(told(value!)).toBe(readFileSync(new URL(`${name}.golden`, folder), 'utf8'));
    expect(problems).toEqual([]);
  });
});
