import { keyTimes, median, opened, quantile, restTimes, told } from './ground.ts';
import { memoryOf } from './refreshing.ts';
import { typesettingOf } from './typesetting.ts';
import type { Row } from './row.ts';

/** What opening an article, a list and a search takes. */
export const opening: readonly Row[] = [
  {
    what: '7  An article of 300 words opened, against newsboat; a megabyte of Markdown to lines',
    goal: '≤ 4 of newsboat; 1 MB ≤ 0.3 of newsboat',
    async measure(ground) {
      await using reader = await opened(await ground.reader(100));
      const times = await timesOf(reader, 'enter', 'q');
      const typesetting = `1 MB ${told(await typesettingOf(1_000_000))} ms`;
      const rival = ground.newsboat?.on(100, ground.home());
      if (!rival) return `${told(median(times))} ms; ${typesetting}; newsboat is not installed`;
      await using other = await opened(rival);
      other.send('enter');
      await other.settled();
      return `${told(median(times) / median(await timesOf(other, 'enter', 'q')))} of newsboat; ${typesetting}`;
    },
  },
  {
    what: '8  The list of all articles of the largest library opened',
    goal: '≤ 0.05 of newsboat on 100,000; ≤ 10 MB more',
    async measure(ground) {
      await using reader = await opened(await ground.reader(ground.largest));
      await reader.press('3');
      const before = memoryOf(reader.program);
      const times = await timesOf(reader, '1', '2');
      const more = `${told(memoryOf(reader.program) - before)} MB more`;
      const rival = ground.newsboat?.on(Math.min(ground.largest, 100_000), ground.home());
      if (!rival) return `${told(median(times))} ms, ${more}; newsboat is not installed`;
      await using other = await opened(rival);
      const [theirs = NaN] = await restTimes(other, ['enter']);
      return `${told(median(times) / theirs)} of newsboat (${told(median(times))} ms), ${more}`;
    },
  },
  {
    what: '9  Letters of a full-text search as they are typed in the largest library, results painted; against newsboat on 100,000',
    goal: 'p95 ≤ 30 ms; ≤ 0.10 of newsboat, on 1,000,000 ≤ 0.2',
    async measure(ground) {
      await using reader = await opened(await ground.reader(ground.largest));
      const times: number[] = [];
      const last: number[] = [];
      for (const words of ['lighthouse', 'the report', 'which have', 'lighthouse']) {
        await reader.press('\\');
        const typed = await restTimes(reader, Array.from(words));
        times.push(...typed);
        last.push(typed.at(-1)!);
        await reader.press('esc');
      }
      const ours = `median ${told(median(times))} ms, p95 ${told(quantile(times, 0.95))} ms, ${ground.largest} articles`;
      const rival = ground.newsboat?.on(Math.min(ground.largest, 100_000), ground.home());
      if (!rival) return `${ours}; newsboat is not installed`;
      await using other = await opened(rival);
      await other.press('/');
      await other.type('lighthouse');
      const [theirs = NaN] = await restTimes(other, ['enter']);
      return `${told(median(last) / theirs)} of newsboat (${told(theirs)} ms); ${ours}`;
    },
  },
];

/** Returns the milliseconds that a key takes which another takes back, some times over. */
async function timesOf(terminal: Awaited<ReturnType<typeof opened>>, key: string, back: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    times.push(...(await keyTimes(terminal, [key])));
    terminal.send(back);
    await terminal.settled();
  }
  return times;
}
