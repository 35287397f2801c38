import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/news/index.ts';
import { asked, everything, fed, folder, keepFeed, now, open, titles } from './shelf.ts';

/** Opens a library, and has a thread beside it that files in changes which each last until somebody waits. */
function beside(stopsAfter = Infinity) {
  const at = folder();
  const library = open(at);
  const counted = new SharedArrayBuffer(8);
  const count = new Int32Array(counted);
  const workerData = { at, turns: library.turns, counted, stopsAfter };
  const worker = new Worker(new URL('./filer.worker.ts', import.meta.url), { workerData });
  const end = async (): Promise<void> => {
    Atomics.store(count, 1, 1);
    await once(worker, 'message');
    await worker.terminate();
  };
  return { library, worker, changes: () => Atomics.load(count, 0), end };
}

test('a mark waits for the end of one change of a thread that files, which comes at once, and not for the next', async () => {
  const { library, changes, end } = beside();
  let marks = 0;
  while (changes() < 30) {
    library.mark([`${marks}` as ArticleId], { bookmarked: true }, now);
    marks += 1;
    expect(changes()).toBeLessThanOrEqual(marks);
    // With nothing to do, this thread would leave the other no time at all.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await end();
  expect(titles(library, everything).length).toBeGreaterThanOrEqual(30);
});

test('a thread that was ended in the middle of its turn takes the turns of others with it for a moment only', async () => {
  const { library, worker } = beside(3);
  await once(worker, 'message');
  await worker.terminate();
  expect(library.mark(['a' as ArticleId], { bookmarked: true }, now)).not.toBeNull();
  expect(titles(library, everything)).toEqual([]);
});

test('words are found whatever the order of the dates in which articles are filed together, and gone with their article', () => {
  const library = open();
  const { id } = keepFeed(library);
  const told = (title: string, published: number, body: string) => fed({ guid: title, title, published, body });
  library.together(() => {
    library.file(id, [told('One', 3, 'harbour'), told('Two', 2, 'harbour'), told('Three', 9, 'ferry')], now);
    library.file(id, [told('Four', 1, 'harbour'), told('Two', 5, 'lighthouse')], now);
  });
  const found = (words: string) => library.search(asked(words), [id], 10).map(({ headline }): string => headline.title);
  expect(found('harbour').toSorted()).toEqual(['Four', 'One']);
  expect(found('lighthouse')).toEqual(['Two']);
  expect(() =>
    library.together(() => {
      library.file(id, [told('Five', 4, 'harbour')], now);
      throw new Error('not after all');
    }),
  ).toThrow('not after all');
  library.file(id, [told('Six', 4, 'ferry')], now);
  expect(found('harbour').toSorted()).toEqual(['Four', 'One']);
  expect(found('ferry').toSorted()).toEqual(['Six', 'Three']);
});
