import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, environment } from '../../../test/rig/alsosee.ts';
import type { Home } from '../../../test/rig/home.ts';
import type { Terminal } from '../../../test/rig/terminal.ts';
import { openLibrary } from '../../library/index.ts';
import { serveFeeds } from './feed-server.ts';
import { median, opened, quantile, told, type Ground } from './ground.ts';
import type { Row } from './row.ts';

/** Asking 500 feeds of 20 articles for news, each of which takes 50 ms to answer. */
export const refreshing: readonly Row[] = [
  {
    what: '10 500 feeds asked for news, against newsboat: all new; nothing new; a tenth of them faulty',
    goal: '≤ 0.40; ≤ 0.25; ≤ 0.35 of newsboat',
    async measure(ground) {
      const server = await serveFeeds();
      try {
        const ours = await passes(ground, server);
        const theirs = ground.newsboat ? await passesOf(ground, ground.newsboat, server) : null;
        return ours
          .map((time, pass) => (theirs ? `${told(time / theirs[pass]!)} (${told(time)} ms)` : `${told(time)} ms`))
          .join('; ');
      } finally {
        server.close();
      }
    },
  },
  {
    what: '11 j and m while 500 feeds are asked, against the same when idle; memory meanwhile',
    goal: 'p95 ≤ 2 of idle and ≤ 16 ms; ≤ 180 MB',
    async measure(ground) {
      const server = await serveFeeds();
      try {
        const home = await subscribed(ground, server.growing);
        await home.alsosee('refresh');
        await using reader = await opened({ home, columns: 100, rows: 30, patience: 120_000 });
        using round = openLibraryBeside(home);
        while (round.isConnecting()) await sleep(500);
        await reader.press('j', 'j');
        const idle: number[] = [];
        for (let times = 0; times < 25; times += 1) idle.push(...(await answersTo(reader)));
        const [before, work] = [memoryOf(reader.program, 'VmRSS'), performance.now()];
        server.grow();
        reader.send('R');
        const busy: number[] = [];
        while (round.isAsking()) busy.push(...(await answersTo(reader)));
        const took = (performance.now() - work) / 1000;
        const [calm, stirred] = [quantile(idle, 0.95), quantile(busy, 0.95)];
        const keys = `p95 ${told(stirred / calm)} of idle (${told(stirred)} ms), median ${told(median(busy) / median(idle))} (${told(median(busy))} ms)`;
        return `${keys}; ${busy.length} keys in ${told(took)} s; at most ${told(memoryOf(reader.program, 'VmHWM'))} MB, ${told(before)} before`;
      } finally {
        server.close();
      }
    },
  },
];

type Server = Awaited<ReturnType<typeof serveFeeds>>;

/** Milliseconds between two keys: quicker than anybody presses them for long. */
const pace = 40;

/**
 * Returns the milliseconds from each of some keys to the sight of what it does. While a refresh goes on the program draws
 * of itself, too, so its next bytes need not be the answer: a move is seen by the row that is selected, a mark by the sign in it.
 */
async function answersTo(reader: Terminal): Promise<number[]> {
  const times: number[] = [];
  for (const key of ['j', 'm', 'k', 'm']) {
    const before = selectedIn(reader);
    const sent = performance.now();
    reader.send(key);
    while (selectedIn(reader) === before && performance.now() - sent < 10_000) await sleep(1);
    times.push(performance.now() - sent);
    await sleep(pace);
  }
  return times;
}

function selectedIn(reader: Terminal): string {
  return reader.lines().find((line) => line.startsWith('▌')) ?? '';
}

/** Longest time for what a row waits for, in milliseconds. */
const patience = 300_000;

/** Looks into a reader's library from outside: what its screen shows of a refresh gives way to what it says of a mark. */
function openLibraryBeside(home: Home) {
  const { library } = openLibrary(join(home.folder, 'alsosee', 'library'), Date.now());
  const begun = Date.now();
  return {
    isConnecting: (): boolean => library.connections.waiting(1).length > 0,
    isAsking: (): boolean =>
      Date.now() - begun < patience && library.health().some(({ tried }) => (tried ?? 0) < begun),
    [Symbol.dispose]: () => library.close(),
  };
}

/** Returns the memory that a process has, or had at most, in megabytes. */
export function memoryOf(process: number, which: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const status = readFileSync(`/proc/${process}/status`, 'latin1');
  return Number(new RegExp(`^${which}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
}

async function passes(ground: Ground, server: Server): Promise<number[]> {
  const home = await subscribed(ground, server.sound);
  const faulty = await subscribed(ground, server.faulty);
  const refresh = (at: Home) => taken([command, 'refresh'], environment(at));
  return [await refresh(home), await refresh(home), await refresh(faulty)];
}

async function passesOf(ground: Ground, newsboat: NonNullable<Ground['newsboat']>, server: Server): Promise<number[]> {
  const home = environment(ground.home());
  const sound = newsboat.refresh(server.sound, join(ground.scratch, 'sound'));
  const faulty = newsboat.refresh(server.faulty, join(ground.scratch, 'faulty'));
  return [await taken(sound, home), await taken(sound, home), await taken(faulty, home)];
}

async function subscribed(ground: Ground, addresses: readonly string[]): Promise<Home> {
  const home = ground.home();
  const outlines = addresses.map((address) => `<outline type="rss" text="A feed" xmlUrl="${address}"/>`).join('');
  await home.alsosee('import', home.write('feeds.opml', `<opml version="2.0"><body>${outlines}</body></opml>`));
  return home;
}

/** Returns the milliseconds that a command takes. */
export async function taken([file = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const begun = performance.now();
  await once(spawn(file, args, { env, stdio: 'ignore' }), 'exit');
  return performance.now() - begun;
}
