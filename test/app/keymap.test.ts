import { expect, test } from 'vitest';
import { bindingsOf, commandTable } from '../../src/app/keymap.ts';
import { programCommands } from '../../src/app/commands.ts';
import { allScreens } from '../../src/screens/index.ts';

test.each(allScreens.map((screen) => [screen.name, screen] as const))(
  'no two commands of %s share a key',
  (_, screen) => {
    const keys = screen.commands.flatMap((command) => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  },
);

test('no two commands of the program share a key', () => {
  const keys = programCommands.flatMap((command) => command.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('no key is at once a command and the beginning of another', () => {
  const keys = new Set(commandTable().flatMap((row) => row.keys));
  expect([...keys].filter((key) => [...keys].some((other) => other.startsWith(`${key} `)))).toEqual([]);
});

/** Keys that mean the same to a reader, though it is another command in another view. */
const sameSense: Readonly<Record<string, string>> = {
  enter: 'open, follow or take what is chosen',
  l: 'open, follow or take what is chosen',
  right: 'open or take what is chosen; in an article, to the right',
  left: 'out one level; in an article, to the left',
  q: 'out one level',
  '/': 'find or filter here',
  '#': 'tags of one’s own, of an article or a source',
  esc: 'out one level; while something is fetched, out of that',
  o: 'the browser',
  w: 'whole texts, of an article or a source',
  y: 'copy the address',
  p: 'peek, and end the peek',
};

test('one key means one thing in every view, but for the digits and n', () => {
  const meanings = Map.groupBy(
    commandTable().flatMap((row) => row.keys.map((key) => ({ key, id: row.id }))),
    ({ key }) => key,
  );
  const several = [...meanings].filter(([key, ids]) => !/^\d$/.test(key) && new Set(ids.map(({ id }) => id)).size > 1);
  expect(several.map(([key]) => key).sort()).toEqual(Object.keys(sameSense).sort());
});

test('every command has words for help', () => {
  expect(commandTable().filter((row) => row.title === '' || !row.hint.endsWith('.'))).toEqual([]);
});

test('a key of the settings takes the place of the command’s own', () => {
  const reading = { screen: 'trail', selected: 0 } as const;
  const chords = (rebound: Record<string, readonly string[]>) =>
    bindingsOf(reading, rebound)
      .filter(({ command }) => command === 'program.quit')
      .map(({ chord }) => chord);
  expect(chords({})).toEqual(['Q', 'ctrl+c']);
  expect(chords({ 'program.quit': ['ctrl+q'] })).toEqual(['ctrl+q']);
});
