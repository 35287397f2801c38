import { expect, test } from 'vitest';
import { seeded } from '../../src/workshop/torture/child.ts';
import { Disk, type Loss } from '../../src/workshop/torture/disk.ts';
import type { Written } from '../../src/workshop/torture/write-log.ts';

const wrote = (file: number, at: number, text: string): Written => ({
  type: 'wrote',
  file,
  at,
  bytes: Buffer.from(text),
});
const made = (file: number, name: string): Written => ({ type: 'made', file, name });
const cut = (file: number, at: number): Written => ({ type: 'cut', file, at });
const waits = (file: number, who = 1): Written => ({ type: 'waits', file, who });
const waited = (file: number, who = 1): Written => ({ type: 'waited', file, who });
const waitedFor = (file: number): Written[] => [waits(file), waited(file)];
const renamed = (name: string, to: string): Written => ({ type: 'renamed', name, to });
const names: Written = { type: 'names waited' };

/** A disk on which a file called "old" lies, with the number 1. */
function afterwards(written: readonly Written[], loss: Loss = 'all'): Readonly<Record<string, string>> {
  const disk = new Disk();
  disk.put('old', 1, Buffer.from('as it was'));
  for (const record of written) disk.take(record);
  return Object.fromEntries([...disk.afterCut(loss, seeded(1))].map(([name, bytes]) => [name, bytes.toString()]));
}

test.each<[string, readonly Written[], Readonly<Record<string, string>>]>([
  ['a write that was not waited for is lost', [wrote(1, 0, 'AS')], { old: 'as it was' }],
  ['one that was waited for is there', [wrote(1, 0, 'AS'), ...waitedFor(1)], { old: 'AS it was' }],
  ['one that came while somebody waited is lost', [waits(1), wrote(1, 0, 'AS'), waited(1)], { old: 'as it was' }],
  [
    'two wait at once, each for what was there when it began',
    [wrote(1, 0, 'A'), waits(1), wrote(1, 1, 'S'), waits(1, 2), waited(1), wrote(1, 3, 'I'), waited(1, 2)],
    { old: 'AS it was' },
  ],
  ['a file is cut, and grows over a gap', [cut(1, 2), wrote(1, 4, 'on'), ...waitedFor(1)], { old: 'as\0\0on' }],
  ['a new file that nobody waited for is lost', [made(2, 'new'), wrote(2, 0, 'new')], { old: 'as it was' }],
  [
    'a new file that was waited for is there by its name',
    [made(2, 'new'), wrote(2, 0, 'new'), ...waitedFor(2)],
    { old: 'as it was', new: 'new' },
  ],
  [
    'a name that was not waited for is the old one',
    [made(2, 'new'), wrote(2, 0, 'new'), ...waitedFor(2), renamed('new', 'old')],
    { old: 'as it was', new: 'new' },
  ],
  [
    'a name that was waited for is the new one',
    [made(2, 'new'), wrote(2, 0, 'new'), ...waitedFor(2), renamed('new', 'old'), names],
    { old: 'new' },
  ],
  [
    'a name may be kept where the text is lost',
    [made(2, 'new'), wrote(2, 0, 'new'), renamed('new', 'old'), names],
    { old: '' },
  ],
  [
    'a file that is gone is not the next one of its number',
    [{ type: 'removed', name: 'old' }, made(1, 'next'), wrote(1, 0, 'next'), ...waitedFor(1)],
    { next: 'next' },
  ],
])('%s', (_, written, left) => {
  expect(afterwards(written)).toEqual(left);
});

test('what was not waited for may be there by any part', () => {
  const disk = new Disk();
  disk.put('old', 1, Buffer.alloc(4096, '.'));
  for (let at = 0; at < 4096; at += 1024) disk.take(wrote(1, at, 'x'.repeat(1024)));
  const random = seeded(3);
  const shapes = Array.from({ length: 200 }, () =>
    disk
      .afterCut('any', random)
      .get('old')!
      .toString()
      .replaceAll(/x+|\.+/g, (run) => `${run[0]}${run.length} `),
  );
  expect(shapes).toContain('x1024 .1024 x2048 ');
  expect(shapes).toContain('x4096 ');
  expect(shapes).toContain('.4096 ');
  expect(shapes.some((shape) => shape.includes('512'))).toBe(true);
});
