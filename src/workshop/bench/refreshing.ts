import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, environment } from '../../../test/rig/alsosee.ts';
import type { Home } from '../../../test/rig/home.ts';
import { serveFeeds } from './feed-server.ts';
import { keyTimes, median, opened, quantile, told, type Ground } from './ground.ts';
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
        const home = await subscribed(ground, server.sound);
        await using reader = await opened({ home, columns: 100, rows: 30, patience: 60_000 });
        const keys = Array.from({ length: 15 }, () => ['j', 'm', 'k', 'm']).flat();
        const idle = await keyTimes(reader, keys);
        reader.send('R');
        await reader.sees(/cancels/);
        const busy: number[] = [];
        while (reader.shows('cancels')) busy.push(...(await quickly(reader, ['j', 'm', 'k', 'm'])));
        const [calm, stirred] = [quantile(idle, 0.95), quantile(busy, 0.95)];
        const peak = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${reader.program}/status`, 'latin1'))?.[1]);
        return `p95 ${told(stirred / calm)} of idle (${told(stirred)} ms; median ${told(median(busy))}; ${busy.length} keys); ${told(peak / 1024)} MB`;
      } finally {
        server.close();
      }
    },
  },
];

type Server = Awaited<ReturnType<typeof serveFeeds>>;

/** While a refresh goes on the program never rests: the first bytes after a key are taken for its answer. */
async function quickly(reader: Awaited<ReturnType<typeof opened>>, keys: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const key of keys) {
    const sent = performance.now();
    reader.send(key);
    times.push((await reader.nextBytes()) - sent);
    await new Promise((resolve) => void setTimeout(resolve, 25));
  }
  return times;
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
