import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { neutral, readFeed } from '../../src/feeds/index.ts';

const folder = join(import.meta.dirname, '../fixtures/feeds');

/** Drops what a feed does not say, so that a golden shows what it does. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([name, part]) => [name, said(part)] as const);
  return Object.fromEntries(pairs.filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0)));
}

test.each([
  ['weekly.rss', 'https://weekly.example/feed.rss'],
  ['notes.atom', null],
  ['old.rdf', null],
  ['tides.json-feed', 'https://tides.example/feed.json'],
  ['talk.rss', 'https://pier.example/feed'],
  ['torn.rss', null],
])('%s reads as the golden beside it', (name, address) => {
  const { value, problems } = readFeed(readFileSync(join(folder, name)), { address });
  const golden: unknown = JSON.parse(readFileSync(join(folder, `${name}.golden.json`), 'utf8'));
  expect({ ...(said(neutral(value)) as object), problems: problems.map(({ detail }) => detail) }).toEqual(golden);
});
