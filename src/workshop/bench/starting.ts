import { Terminal } from '../../../test/rig/terminal.ts';
import { median, starts, told, type Ground } from './ground.ts';
import type { Row } from './row.ts';

const times = 7;

/** How long a start takes, and whether a key that is typed at once is obeyed. */
export const starting: readonly Row[] = [
  {
    what: '1  The first frame with real rows, against Node alone, and against newsboat on 100,000 articles',
    goal: '≤ 1.5 of Node; ≤ 0.10 of newsboat',
    async measure(ground) {
      const size = Math.min(ground.largest, 100_000);
      const rival = ground.newsboat?.on(size, ground.home());
      const [node = NaN, reader = NaN, other] = await starts(
        times,
        ground.node,
        await ground.reader(size),
        ...(rival ? [rival] : []),
      );
      const against = other === undefined ? 'newsboat is not installed' : `${told(reader / other)} of newsboat`;
      return `${told(reader / node)} of Node; ${against}, on ${size} articles`;
    },
  },
  {
    what: '2  The start on the largest library, against that on the smallest',
    goal: '≤ 1.15',
    async measure(ground) {
      const smallest = ground.sizes[0] ?? 100;
      const readers = [await ground.reader(smallest), await ground.reader(ground.largest)];
      const [small = NaN, large = NaN] = await starts(times, ...readers);
      return `${told(large / small)} (${ground.largest} against ${smallest} articles)`;
    },
  },
  {
    what: '3  A key that is typed at the first frame of the largest library is on the screen, against Node alone',
    goal: '≤ 5, none lost',
    async measure(ground) {
      const [node = NaN] = await starts(times, ground.node);
      const taken: number[] = [];
      const options = await ground.reader(ground.largest);
      for (let run = 0; run <= times; run += 1) taken.push(await firstKey(options));
      return `${told(median(taken.slice(1)) / node)}, none lost`;
    },
  },
];

/** Returns the milliseconds from the start to the frame in which the key shows. Fails when it never does. */
async function firstKey(options: Awaited<ReturnType<Ground['reader']>>): Promise<number> {
  const begun = performance.now();
  await using terminal = new Terminal(options);
  await terminal.firstSign();
  // It opens where it was left.
  const at = Number(/(\d+)\/\d/.exec(terminal.frame())?.[1] ?? 1);
  terminal.send('j');
  await terminal.sees(new RegExp(`\\b${at + 1}/\\d`));
  const took = performance.now() - begun;
  await terminal.settled();
  terminal.send('Q');
  await terminal.ended();
  return took;
}
