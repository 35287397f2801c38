// A program whose writes fail: makes a library, fills it and changes it, and tells of each step whether it was done. A step that fails must
// say so in a sentence, and leave all that was done before it.
import { writeSync } from 'node:fs';
import { changeSetting } from '../../app/index.ts';
import { LibraryProblem, openLibrary } from '../../library/index.ts';
import type { ArticleId } from '../../news/index.ts';
import { cleanLine, say } from '../../text/index.ts';
import { entryCalled } from './shelf.ts';

const [folder = '', rounds = '0'] = process.argv.slice(2);

/** Tells of a step: done, or why not in words; what is no sentence is a fault of the program. */
async function step(name: string, deed: () => unknown): Promise<void> {
  try {
    await deed();
    writeSync(1, `done ${name}\n`);
  } catch (error) {
    const isTold = error instanceof LibraryProblem;
    writeSync(1, `${isTold ? 'told' : 'fault'} ${name} ${isTold ? error.message : String((error as Error).stack)}\n`);
  }
}

async function set(number: number): Promise<void> {
  const problem = await changeSetting(folder, 'keepTexts', number);
  if (!problem) return void writeSync(1, `done set ${number}\n`);
  writeSync(1, `told set ${number} ${problem.detail}\n`);
}

let library: ReturnType<typeof openLibrary>['library'] | null = null;
await step('open', () => {
  const opened = openLibrary(folder, 0);
  library = opened.library;
  for (const { detail } of opened.problems) writeSync(1, `problem ${detail}\n`);
});
const open = library as ReturnType<typeof openLibrary>['library'] | null;
const planned = open ? Number(rounds) : 0;
for (let round = 0; round < planned; round += 1) await changes(open!, round);
open?.close();

/** One round of changes, each of them acknowledged by itself. */
async function changes(open: ReturnType<typeof openLibrary>['library'], round: number): Promise<void> {
  await step(`keep-${round}`, () =>
    open.keepSource({
      kind: 'feed',
      name: say`Feed`,
      location: cleanLine(`https://keep-${round}.example/`),
      kept: true,
    }),
  );
  const [source] = open.sources();
  // Where no source could be kept, nothing can be filed.
  if (source) await step(`file-${round}`, () => open.file(source.id, [entryCalled(`file-${round}`)], round));
  await step(`mark-${round}`, () =>
    open.mark([`mark-${round}` as ArticleId], { read: 'read', bookmarked: true }, round),
  );
  await step(`note-${round}`, () => open.saveSession(`note-${round}`, { round }));
  if (round % 5 === 0) await set(round + 1);
  if (round === 10) await step('copy', () => open.backUp(Date.now()));
  if (round === 20) await step('pack', () => open.repair(() => undefined));
}
