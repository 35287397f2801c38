import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journey, travel, type Way } from './journey.ts';

const command = join(import.meta.dirname, '../fixtures/rig/program.js');
const trip = (script: Parameters<typeof journey>[2], way: Way = {}) =>
  travel(journey('a trip', { columns: 40, rows: 4 }, script), { command, ...way });

test('steps are made in order, and a chain is awaited as a whole', async () => {
  await trip((reader) => reader.sees('Count 0').press('j', 'j').sees('Count 2').seesNo('Count 1').quits('q'));
});

test('a screen that is as it was remembered is seen again, and another is not', async () => {
  await trip(async (reader) => {
    await reader.sees('Count 0').remembers('the start').press('n').seesAgain('the start');
    await expect(reader.press('j').seesAgain('the start')).rejects.toThrow(/rows 1 differ.*Count 0.*≠.*Count 1/s);
  });
});

test('the program can die and be started again in the same home', async () => {
  await trip((reader) =>
    reader.sees('Count 0').press('j').sees('Count 1').dies().startsAgain().sees('Count 0').quits('q'),
  );
});

test('an end with an error is not quitting', async () => {
  await expect(trip((reader) => reader.sees('Count 0').quits('x'))).rejects.toThrow('exit code 3');
});

test('pictures are taken where the script says', async () => {
  const taken: string[] = [];
  const words = (svg: string): string => svg.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ');
  const picture = (name: string, svg: string): void => void taken.push(`${name}: ${/Count \d/.exec(words(svg))?.[0]}`);
  await trip((reader) => reader.sees('Count 0').press('j').picture('one').quits('q'), { picture });
  expect(taken).toEqual(['one: Count 1']);
});

test('the home is readied before, and gone after', async () => {
  let folder = '';
  const setUp = (home: { folder: string; write(path: string, text: string): string }): void => {
    folder = home.folder;
    home.write('articles/one.md', '# One');
  };
  const script = journey('a trip', { setUp }, (reader) =>
    reader.sees('Count').looks((_, home) => expect(existsSync(join(home.folder, 'articles/one.md'))).toBe(true)),
  );
  await travel(script, { command });
  expect(existsSync(folder)).toBe(false);
});
