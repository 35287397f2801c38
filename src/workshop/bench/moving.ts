import { keyTimes, median, opened, quantile, told, wander } from './ground.ts';
import type { Row } from './row.ts';

const keys = 60;

/** What a key that moves the selection costs. */
export const moving: readonly Row[] = [
  {
    what: '4  j to its settled frame in the largest library, against newsboat on 100,000 articles',
    goal: '≤ 4.5 of newsboat; p95 ≤ 8 ms',
    async measure(ground) {
      await using reader = await opened(await ground.reader(ground.largest));
      const times = await keyTimes(reader, wander(keys));
      const size = Math.min(ground.largest, 100_000);
      const rival = ground.newsboat?.on(size, ground.home());
      if (!rival) return `${told(median(times))} ms, p95 ${told(quantile(times, 0.95))} ms; newsboat is not installed`;
      await using other = await opened(rival);
      other.send('enter');
      await other.settled();
      const others = await keyTimes(other, wander(keys));
      return `${told(median(times) / median(others))} of newsboat (${told(median(times))} ms, p95 ${told(quantile(times, 0.95))} ms)`;
    },
  },
  {
    what: '5  Bytes that a move sends, and screens cleared for it',
    goal: '≤ 500 bytes, 0 cleared',
    async measure(ground) {
      await using reader = await opened(await ground.reader(100));
      const before = reader.bytes.length;
      await keyTimes(reader, wander(keys));
      const moved = Buffer.from(reader.bytes.subarray(before)).toString('latin1');
      const cleared = ['\x1b[2J', '\x1b[3J', '\x1bc'].reduce((sum, clear) => sum + moved.split(clear).length - 1, 0);
      return `${told(moved.length / keys)} bytes, ${cleared} cleared`;
    },
  },
  {
    what: '6  The second of two keys that come 5 ms apart',
    goal: '≤ 15 ms',
    async measure(ground) {
      await using reader = await opened(await ground.reader(100));
      const times: number[] = [];
      for (let pair = 0; pair < keys / 4; pair += 1) {
        const key = pair % 2 === 0 ? 'j' : 'k';
        reader.send(key);
        await new Promise((resolve) => void setTimeout(resolve, 5));
        const sent = performance.now();
        reader.send(key);
        await reader.settled();
        times.push((await reader.nextBytes()) - sent);
      }
      return `${told(median(times))} ms`;
    },
  },
];
