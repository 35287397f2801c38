import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { seeded } from './child.ts';
import { Disk, type Loss } from './disk.ts';
import { programCalled } from './programs.ts';
import { fill } from './shelf.ts';
import { shimIn } from './shims.ts';
import { leftOf, wrongAfterCut } from './survived.ts';
import type { Report } from './report.ts';
import { readWriteLog, type Written } from './write-log.ts';

const articles = 300;

/**
 * Has a program's writes written down for so many rounds of changes, and cuts the power at so many moments: does the writes again up to
 * there, without those that nobody had waited for. Holds that each library so left opens, that its pages are sound, and that all is there
 * that the reader was told is done. `marking` is how the program marks: careless is to be found out.
 */
export async function powerCut(
  cuts: number,
  report: Report,
  { rounds = 60, marking = 'careful' }: { readonly rounds?: number; readonly marking?: 'careful' | 'careless' } = {},
): Promise<void> {
  const bench = mkdtempSync(join(tmpdir(), 'torture-'));
  try {
    const shim = shimIn(bench, 'power-cut');
    if (!shim) return report.figure('power cut', 'not tried: there is no C compiler');
    const folder = join(bench, 'home');
    fill(folder, articles, articles / 2);
    const disk = diskOf(folder);
    const log = await writtenIn(folder, bench, shim, [String(rounds), marking]);
    replay(log, disk, { folder, bench, cuts, report });
  } finally {
    rmSync(bench, { recursive: true, force: true });
  }
}

function diskOf(folder: string): Disk {
  const disk = new Disk();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) disk.put(path, statSync(path).ino, readFileSync(path));
  }
  return disk;
}

async function writtenIn(
  folder: string,
  bench: string,
  shim: string,
  how: readonly string[],
): Promise<readonly Written[]> {
  const log = join(bench, 'log');
  const env = { ...process.env, LD_PRELOAD: shim, LOG_BELOW: folder, LOG_TO: log };
  await promisify(execFile)(process.execPath, [await programCalled('day'), folder, ...how], { env });
  return readWriteLog(readFileSync(log));
}

interface Replay {
  readonly folder: string;
  readonly bench: string;
  readonly cuts: number;
  readonly report: Report;
}

/** Half of the cuts come the moment after something was said to be done, with nothing left of what was not waited for. */
function replay(log: readonly Written[], disk: Disk, { folder, bench, cuts, report }: Replay): void {
  const random = seeded(23);
  const moments = momentsOf(log, cuts, random);
  const said: string[] = [];
  let filed = 0;
  let lost = 0;
  let tried = 0;
  for (const [at, record] of log.entries()) {
    disk.take(record);
    if (record.type === 'said') said.push(...record.text.split('\n').filter(Boolean));
    for (const loss of moments.get(at) ?? []) {
      const home = join(bench, 'after');
      lay(disk.afterCut(loss, random), folder, home);
      const left = leftOf(home);
      report.wrong(...wrongAfterCut(home, said, left).map((what) => `cut at ${at} of ${log.length}, ${loss}: ${what}`));
      filed += said.filter((deed) => deed.startsWith('file ')).length;
      lost += left.lost;
      rmSync(home, { recursive: true, force: true });
      report.at(`power cut ${(tried += 1)} of ${cuts}`);
    }
  }
  const waits = log.filter(({ type }) => type === 'waited').length;
  report.figure(
    'power cut',
    `at ${cuts} moments of ${log.length} writes, ${waits} of which were waited for; of what feeds brought, which need not be waited for, ${lost} of ${filed} deliveries were lost, none by half`,
  );
}

function momentsOf(log: readonly Written[], cuts: number, random: () => number): ReadonlyMap<number, readonly Loss[]> {
  const acknowledged = [...log.entries()].filter(([, { type }]) => type === 'said').map(([at]) => at);
  const moments = new Map<number, Loss[]>();
  for (let cut = 0; cut < cuts; cut += 1) {
    const among = cut % 2 === 0 ? acknowledged : log;
    const chosen = Math.floor(random() * among.length);
    const at = cut % 2 === 0 ? acknowledged[chosen]! : chosen;
    moments.set(at, [...(moments.get(at) ?? []), cut % 4 < 2 ? 'all' : 'any']);
  }
  return moments;
}

/** Lays the files out in a folder. What programs share in memory alone is gone with the power. */
function lay(files: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  for (const [name, bytes] of files) {
    if (name.endsWith('-shm')) continue;
    const path = join(to, name.slice(from.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { mode: 0o600 });
  }
}
