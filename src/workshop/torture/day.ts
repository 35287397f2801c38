// A program whose power is cut: does what a reader does in a day, while beside it articles are filed as the desk's worker files them.
// Says of each deed when it is done.
import { writeSync } from 'node:fs';
import { changeSetting } from '../../app/index.ts';
import { openLibrary } from '../../library/index.ts';
import type { ArticleId } from '../../news/index.ts';
import { cleanLine, say } from '../../text/index.ts';
import { bulk } from './bulk.ts';
import { entryCalled } from './shelf.ts';

const [folder = '', rounds = '0', marking = ''] = process.argv.slice(2);
const day = 24 * 60 * 60 * 1000;

const { library } = openLibrary(folder, 0);
const worker = openLibrary(folder, 0, { beside: library.turns }).library;
/** Marks that are made without waiting for the disk are lost: by that it is known that a cut is noticed. */
const marker = marking === 'careless' ? worker : library;
const source = worker.keepSource({ kind: 'feed', name: say`Feed`, location: say`https://a.example/`, kept: true });
const done = (deed: string): void => void writeSync(1, `${deed}\n`);

for (let round = 0; round < Number(rounds); round += 1) {
  const named = (letter: string) => Array.from({ length: bulk }, (_, index) => `${letter}${round}-${index}`);
  worker.file(source.id, named('f').map(entryCalled), round);
  done(`file f${round}`);
  marker.mark([`m${round}` as ArticleId], { read: 'read', bookmarked: true }, round);
  done(`mark m${round}`);
  marker.mark(named('b') as ArticleId[], { bookmarked: true }, round);
  done(`bulk b${round}`);
  library.saveSession(`n${round}`, { round });
  done(`note n${round}`);
  library.notePlace(`p${round}` as ArticleId, { block: 1, offset: 2 }, 0.5, round);
  done(`place p${round}`);
  const location = cleanLine(`https://k${round}.example/`);
  library.keepSource({ kind: 'feed', name: say`Kept`, location, kept: true });
  done(`keep k${round}`);
  if (round % 4 === 0) await set(round + 1);
  if (round % 16 === 8) await library.backUp(Date.now() + round * day);
  if (round % 32 === 20) library.repair(() => undefined);
}
worker.close();
library.close();

async function set(number: number): Promise<void> {
  const problem = await changeSetting(folder, 'keepTexts', number);
  if (problem) throw new Error(problem.detail);
  done(`set ${number}`);
}
