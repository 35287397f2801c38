import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readQuery } from '../../src/query/index.ts';
import { day, entry, keep, now, open, titles } from '../library/shelf.ts';
import { cleanLine } from '../../src/text/index.ts';

const page = readFileSync(new URL('../../content/guide/queries.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

/** The query of each row, and those that the words beside it name. */
const examples = rows.flatMap((row) => [...row.replaceAll('\\|', '|').matchAll(/`([^`]+)`/g)].map(([, code]) => code!));

const isQuery = (code: string): boolean => !/^(?:OR|[hdwmy]|today|yesterday|body:)$/.test(code);

test.each(examples.filter(isQuery))('the guide’s %j is a query', (text) => {
  expect(readQuery(text, { now }).mistake).toBeNull();
});

const shelf = [
  { title: 'Rwanda sells tea', body: 'The foreign ministers met.', tags: ['trade'], published: day(4, 21), words: 400 },
  {
    title: 'Kenya sells coffee',
    body: 'A foreign minister spoke of a trade corridor.',
    published: day(4, 2),
    words: 2000,
  },
  { title: 'Why a pact is signed', body: 'Diplomats explain.', kind: 'backgrounder', published: day(1, 5), words: 100 },
  { title: 'Thé de Chine', body: 'Nduhungirehe a parlé.', summary: 'Nduhungirehe', published: null, words: 50 },
] as const;

test.each([
  ['rwanda OR kenya', ['Rwanda sells tea', 'Kenya sells coffee']],
  ['"foreign minister"', ['Kenya sells coffee']],
  ['"foreign minister" OR minister', ['Rwanda sells tea', 'Kenya sells coffee']],
  ['diplo*', ['Why a pact is signed']],
  ['(tea OR coffee) -kenya', ['Rwanda sells tea']],
  ['/nduh\\w+/', ['Thé de Chine']],
  ['title:pact', ['Why a pact is signed']],
  ['body:"trade corridor"', ['Kenya sells coffee']],
  ['title:/^why /', ['Why a pact is signed']],
  ['tag:trade', ['Rwanda sells tea']],
  ['lang:fr', ['Thé de Chine']],
  ['kind:backgrounder', ['Why a pact is signed']],
  ['after:2025-04-01', ['Rwanda sells tea', 'Kenya sells coffee']],
  ['before:2025-05 after:2025-04-10', ['Rwanda sells tea']],
  ['age:<7d', []],
  ['words:>1500', ['Kenya sells coffee']],
  ['words:300..900', ['Rwanda sells tea']],
  ['is:unread sort:longest', ['Kenya sells coffee', 'Rwanda sells tea', 'Why a pact is signed', 'Thé de Chine']],
])('%s finds %j', (text, expected) => {
  const library = open();
  const entries = shelf.map((told) => ({
    ...entry(told),
    language: cleanLine(told.title.startsWith('Thé') ? 'fr-FR' : 'en'),
  }));
  library.file(keep(library).id, entries, now);
  expect(titles(library, readQuery(text, { now }).value)).toEqual(expected);
});
