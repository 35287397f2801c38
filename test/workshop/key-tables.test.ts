import { expect, test } from 'vitest';
import { keyTables, withTables, type CommandRow } from '../../src/workshop/key-tables.ts';

const row = (id: string, keys: string[], more: Partial<CommandRow> = {}): CommandRow => ({
  screen: 'reading',
  id,
  keys,
  title: `Do ${id}`,
  hint: id,
  group: 'links',
  ...more,
});

test('commands stand in a table for each group, in the order they are told', () => {
  const rows = [row('follow', ['enter']), row('mark', ['m', 'M'], { group: 'state' }), row('peek', ['p'])];
  expect(keyTables(rows)).toBe(
    [
      '### Links',
      '',
      '| Keys | What happens | Command |',
      '|---|---|---|',
      '| `enter` | Do follow | `follow` |',
      '| `p` | Do peek | `peek` |',
      '',
      '### State',
      '',
      '| Keys | What happens | Command |',
      '|---|---|---|',
      '| `m` `M` | Do mark | `mark` |',
    ].join('\n'),
  );
});

test.each([
  ['a command of several screens stands once', [row('quit', ['q']), row('quit', ['q'], { screen: 'headlines' })], 1],
  ['a command without keys is left to the palette', [row('quit', ['q']), row('export', [])], 1],
])('%s', (_, rows, expected) => {
  expect(
    keyTables(rows)
      .split('\n')
      .filter((line) => line.startsWith('| `')),
  ).toHaveLength(expected);
});

test.each([
  ['a bar', '|', '| `\\|` |'],
  ['a backtick', '`', '| `` ` `` |'],
  ['a backslash', '\\', '| `\\` |'],
])('%s as a key does not break the table', (_, key, expected) => {
  expect(keyTables([row('odd', [key])])).toContain(expected);
});

test('a document keeps what stands around the tables', () => {
  const once = withTables('Before\n<!-- keys -->old<!-- /keys -->\nAfter', 'NEW', 'README.md');
  expect(once).toBe('Before\n<!-- keys -->\n\nNEW\n\n<!-- /keys -->\nAfter');
  expect(withTables(once, 'NEW', 'README.md')).toBe(once);
});

test('a document without a place for the tables is told by name', () => {
  expect(() => withTables('Nothing here', 'NEW', 'README.md')).toThrow('README.md has no <!-- keys -->');
});
