import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { feed, openNewsstand } from './newsstand.ts';

const feeds = 30;
const entries = 60;
const titlesOf = (number: number) => Array.from({ length: entries }, (_, n) => `F${number} E${n}`);

test.each([1, 7, 20])(
  'killed after %i feeds, a refresh has lost nothing, and the next one completes it',
  async (after) => {
    const answers = Object.fromEntries(Array.from({ length: feeds }, (_, n) => [`/${n}`, feed(titlesOf(n))]));
    const { keep, library, home, refresh, titles, paths } = await openNewsstand({
      '/before': feed(['Before']),
      ...answers,
    });
    keep('/before');
    await refresh();
    for (let n = 0; n < feeds; n++) keep(`/${n}`);
    await killed(home, after);
    expect(titles().length).toBeGreaterThan((after - 1) * entries);
    const marked = library.headlines(
      { conditions: [], sort: 'newest' },
      library.sources().map(({ id }) => id),
      { from: 'start', limit: 1 },
    ).rows[0]!;
    library.mark([marked.id], { bookmarked: true }, 0);
    const { failed, done } = await refresh();
    expect({ failed, done }).toEqual({ failed: 0, done: feeds + 1 });
    expect(titles()).toHaveLength(feeds * entries + 1);
    expect(new Set(titles()).size).toBe(feeds * entries + 1);
    expect(library.headlinesOf([marked.id])[0]!.status.bookmarked).toBe(true);
    expect(paths().length).toBeLessThanOrEqual(2 * feeds + 3);
  },
);

/** Runs a refresh in a program of its own, and kills that once so many feeds are done. */
async function killed(home: string, after: number): Promise<void> {
  const child = spawn(process.execPath, [new URL('./refresher.ts', import.meta.url).pathname, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let done = 0;
  child.stdout.on('data', (dots: Buffer) => {
    done += dots.length;
    if (done >= after) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}
