// A thread that files beside the reader, in changes that each last until somebody waits. What is shared counts the changes.
import { parentPort, workerData } from 'node:worker_threads';
import { openLibrary, type SharedTurns } from '../../src/library/index.ts';
import { cleanLine } from '../../src/text/index.ts';
import { fed } from './shelf.ts';

interface Task {
  readonly at: string;
  readonly turns: SharedTurns;
  readonly counted: SharedArrayBuffer;
  /** After so many articles the thread stops for ever, in the middle of a change. */
  readonly stopsAfter: number;
}

const { at, turns, counted, stopsAfter } = workerData as Task;
const count = new Int32Array(counted);
const { library } = openLibrary(at, 0, { beside: turns });
const { id } = library.keepSource({
  kind: 'feed',
  name: cleanLine('A'),
  location: 'https://a.example/feed',
  kept: true,
});
let number = 0;
const isOver = (): boolean => Atomics.load(count, 1) !== 0;
while (!isOver()) {
  library.together(() => {
    do {
      library.file(id, [fed({ guid: `${number}`, title: `Article ${number}` })], number);
      number += 1;
      if (number === stopsAfter) stop();
    } while (!library.isWanted() && !isOver());
  });
  Atomics.add(count, 0, 1);
}
library.close();
parentPort?.postMessage('done', []);

function stop(): void {
  parentPort?.postMessage('stopped', []);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
