import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeSetting } from '../../app/index.ts';
import { openLibrary } from '../../library/index.ts';
import { start } from './child.ts';
import { wrongWith } from './kept.ts';
import type { Report } from './report.ts';
import { fill } from './shelf.ts';

/** Programs that change the library at once, and another setting each a tenth as often. */
const programs = ['a', 'b'];
/** Longest time until another program's change is seen, in milliseconds. */
const soon = 1000;

/** Lets two programs make so many changes each, interleaved, while a third one looks on, and holds that none is lost and none failed. */
export async function sideBySide(changes: number, report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'torture-'));
  fill(folder, 100, 50);
  const watching = watchOver(folder);
  const [ended, settingsWrong] = await Promise.all([
    Promise.all(programs.map((name) => start({ folder, kind: 'mark', name, times: changes }, watching.made))),
    settings(folder, Math.ceil(Math.max(1, changes) / 50)),
  ]);
  const longest = watching.stop();
  for (const [index, { acknowledged, complained }] of ended.entries()) {
    const name = programs[index]!;
    report.wrong(...wrongWith(folder, 'mark', name, acknowledged));
    if (acknowledged.length !== changes) report.wrong(`${name} made ${acknowledged.length} of ${changes} changes`);
    if (complained !== '') report.wrong(`${name} said: ${complained}`);
  }
  report.wrong(...settingsWrong);
  if (longest > soon) report.wrong(`a change was seen after ${longest} ms`);
  report.figure('side by side', `2 x ${changes} changes, seen by a third program within ${longest} ms`);
  rmSync(folder, { recursive: true, force: true });
}

interface Watching {
  /** Is told that a change was made. */
  readonly made: () => void;
  /** Returns how long a change went unseen at most, in milliseconds. */
  readonly stop: () => number;
}

/** Looks on from a third program: from when a change is known to be made until the library tells of one. */
function watchOver(folder: string): Watching {
  const { library } = openLibrary(folder, Date.now());
  let longest = 0;
  let unseen: number | null = null;
  const stop = library.watch(() => {
    if (unseen !== null) longest = Math.max(longest, performance.now() - unseen);
    unseen = null;
  });
  return {
    made: () => void (unseen ??= performance.now()),
    stop() {
      stop();
      library.close();
      return Math.round(longest);
    },
  };
}

/** Changes two settings in turn from two sides at once, and returns what is wrong with the file in the end. */
async function settings(folder: string, times: number): Promise<readonly string[]> {
  const problems: string[] = [];
  const side = async (change: (number: number) => ReturnType<typeof changeSetting>): Promise<void> => {
    for (let number = 1; number <= times; number += 1) {
      const problem = await change(number);
      if (problem) problems.push(problem.detail);
    }
  };
  await Promise.all([
    side((number) => changeSetting(folder, 'keepTexts', number)),
    side((number) => changeSetting(folder, 'width', 40 + (number % 80))),
  ]);
  const kept = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const isWhole = kept['keepTexts'] === times && kept['width'] === 40 + (times % 80);
  return isWhole ? problems : [...problems, `the settings are ${JSON.stringify(kept)}`];
}
