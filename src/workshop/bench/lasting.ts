import { readFileSync } from 'node:fs';
import { command, environment } from '../../../test/rig/alsosee.ts';
import { keyTimes, median, opened, told, wander } from './ground.ts';
import { memoryOf, taken } from './refreshing.ts';
import type { Row } from './row.ts';

/** Clock ticks a second of /proc: USER_HZ is 100 on Linux. */
const tick = 10;

/** What the reader holds and does while it is open, and what marks and lists cost. */
export const lasting: readonly Row[] = [
  {
    what: '12 Memory with the largest list open after 200 keys, against newsboat; work while idle for 5 s',
    goal: '≤ 0.12 of newsboat; ≤ 1 ms a second, 0 bytes, ≤ 1 wake-up',
    async measure(ground) {
      await using reader = await opened(await ground.reader(ground.largest));
      for (const key of wander(200)) await reader.press(key);
      const memory = memoryOf(reader.program);
      const [bytes, work, woken] = [reader.bytes.length, workOf(reader.program), wakings(reader.program)];
      await new Promise((resolve) => void setTimeout(resolve, 5000));
      const wakes = (wakings(reader.program) - woken) / 5;
      const idle = `${told((workOf(reader.program) - work) / 5)} ms a second, ${reader.bytes.length - bytes} bytes, ${told(wakes)} wake-ups a second`;
      const rival = ground.newsboat?.on(ground.largest, ground.home());
      if (!rival) return `${told(memory)} MB; idle ${idle}; newsboat is not installed`;
      await using other = await opened(rival);
      await other.press('enter');
      return `${told(memory / memoryOf(other.program))} of newsboat (${told(memory)} MB); idle ${idle}`;
    },
  },
  {
    what: '13 An article marked read or unread, against newsboat; all of the largest library marked read',
    goal: '≤ 2.5 of newsboat; painted in ≤ 100 ms',
    async measure(ground) {
      await using reader = await opened(await ground.reader(ground.largest));
      const marks = median(
        await keyTimes(
          reader,
          Array.from({ length: 20 }, () => 'm'),
        ),
      );
      const rival = ground.newsboat?.on(Math.min(ground.largest, 100_000), ground.home());
      const against = rival ? await marksOf(rival) : null;
      await reader.press('1', 'G');
      const begun = performance.now();
      const [all = NaN] = await keyTimes(reader, ['M']);
      await reader.seesNoMore(/Unread \d/);
      const whole = `all painted in ${told(all)} ms, done in ${told((performance.now() - begun) / 1000)} s`;
      return `${against === null ? `${told(marks)} ms` : `${told(marks / against)} of newsboat (${told(marks)} ms)`}; ${whole}`;
    },
  },
  {
    what: '14 alsosee list of the largest library, against Node alone',
    goal: '≤ 3',
    async measure(ground) {
      const { home } = await ground.reader(ground.largest);
      const env = environment(home!);
      const list: number[] = [];
      const node: number[] = [];
      for (let run = 0; run < 7; run += 1) {
        list.push(await taken([command, 'list', '--limit', '20'], env));
        node.push(await taken([process.execPath, '-e', '0'], env));
      }
      return told(median(list) / median(node));
    },
  },
];

async function marksOf(rival: Parameters<typeof opened>[0]): Promise<number> {
  await using other = await opened(rival);
  other.send('enter');
  await other.settled();
  return median(
    await keyTimes(
      other,
      Array.from({ length: 20 }, () => 'N'),
    ),
  );
}

/** Returns the milliseconds that a process has worked. */
function workOf(process: number): number {
  const fields = readFileSync(`/proc/${process}/stat`, 'latin1').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** Returns how often the thread that draws was woken. */
function wakings(process: number): number {
  return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'latin1'))?.[1]);
}
