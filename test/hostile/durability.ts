import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { openLibrary } from '../../src/library/index.ts';
import type { ArticleId } from '../../src/news/index.ts';
import { start } from '../../src/workshop/torture/child.ts';
import { failingWrites } from '../../src/workshop/torture/failing-writes.ts';
import { killed } from '../../src/workshop/torture/killed.ts';
import { powerCut } from '../../src/workshop/torture/power-cut.ts';
import { wrongWith } from '../../src/workshop/torture/kept.ts';
import { reportTo } from '../../src/workshop/torture/report.ts';
import { fill, shelved } from '../../src/workshop/torture/shelf.ts';
import { sideBySide } from '../../src/workshop/torture/side-by-side.ts';
import { makeFirstVersion } from '../library/first-version.ts';
import { command, environment } from '../rig/alsosee.ts';
import type { Trial } from './trial.ts';

const scenarios: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  'kill9-random-1000': (trial) => tortured(trial, (report) => killed(1000, report)),
  'kill9-two-instances': (trial) => tortured(trial, (report) => killed(60, report)),
  'kill9-during-fetch': (trial) => killedAt(trial, 'file'),
  'kill9-during-import': (trial) => killedAt(trial, 'keep'),
  'kill9-during-vacuum': (trial) => killedAt(trial, 'pack'),
  'kill9-during-config-save': (trial) => killedAt(trial, 'set'),
  'undo-after-crash': (trial) => killedAt(trial, 'bulk'),
  'kill9-during-migration': killedInMigration,
  'two-instances-mark': (trial) => tortured(trial, (report) => sideBySide(1000, report)),
  'two-instances-settings': (trial) => tortured(trial, (report) => sideBySide(500, report)),
  'two-instances-import': (trial) => atOnce(trial, 'keep', 300),
  'two-instances-migrate': twoMigrate,
  'disk-full-mid-write': (trial) => tortured(trial, (report) => failingWrites(60, report)),
  'disk-full-then-space': (trial) => tortured(trial, (report) => failingWrites(30, report)),
  'power-cut-image': (trial) => tortured(trial, (report) => powerCut(60, report, { rounds: 16 })),
  'backup-restore': copyRestored,
  'downgrade-upgrade': downgraded,
  'export-interrupted': exportInterrupted,
};

/** What befalls a library while it is used. Of a sync with a server there is none, so nothing can go wrong with it. */
export async function tryDurability(trial: Trial): Promise<void> {
  const name = trial.hostile.input.scenario ?? '';
  if (name.includes('sync')) return;
  const scenario = scenarios[name];
  if (!scenario) return trial.must(false, `no such scenario: ${name}`);
  await scenario(trial);
}

async function tortured(trial: Trial, torture: (report: ReturnType<typeof reportTo>) => Promise<void>): Promise<void> {
  const report = reportTo(() => undefined);
  await torture(report);
  for (const fault of report.faults) trial.must(false, fault);
}

function shelf(articles = 300): string {
  const folder = mkdtempSync(join(tmpdir(), 'durable-'));
  fill(folder, articles, articles / 2);
  return folder;
}

function mustStand(trial: Trial, folder: string, marks: number): void {
  const { library, problems } = openLibrary(folder, Date.now());
  for (const { detail } of problems) trial.must(false, `the next start said: ${detail}`);
  trial.must(library.examine().sound, 'a page is damaged');
  const { bookmarked } = shelved(library);
  trial.must(bookmarked >= marks, `${bookmarked} of ${marks} marks`);
  library.close();
}

/** Kills a program at one kind of deed a dozen times. */
async function killedAt(trial: Trial, kind: string): Promise<void> {
  const folder = shelf();
  for (let round = 0; round < 12; round += 1) {
    const name = `r${round}`;
    const ended = await start({ folder, kind, name, times: 100_000 }, (child, done) => {
      if (done >= round % 4) setTimeout(() => child.kill('SIGKILL'), (round * 5) % 23);
    });
    trial.must(ended.complained === '', ended.complained);
    for (const what of wrongWith(folder, kind, name, ended.acknowledged)) trial.must(false, what);
    mustStand(trial, folder, 150);
  }
  rmSync(folder, { recursive: true });
}

async function killedInMigration(trial: Trial): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'durable-'));
    makeFirstVersion(folder, 20_000);
    await start({ folder, kind: 'none', name: 'a', times: 0 }, (child) => {
      setTimeout(() => child.kill('SIGKILL'), 150 + round * 60);
    });
    mustStand(trial, folder, 20_000);
    rmSync(folder, { recursive: true });
  }
}

async function atOnce(trial: Trial, kind: string, times: number): Promise<void> {
  const folder = shelf();
  const names = ['a', 'b'];
  const all = await Promise.all(names.map((name) => start({ folder, kind, name, times })));
  for (const [index, { acknowledged, complained }] of all.entries()) {
    trial.must(complained === '' && acknowledged.length === times, `${acknowledged.length} of ${times}: ${complained}`);
    for (const what of wrongWith(folder, kind, names[index]!, acknowledged)) trial.must(false, what);
  }
  mustStand(trial, folder, 150);
  rmSync(folder, { recursive: true });
}

async function twoMigrate(trial: Trial): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'durable-'));
  makeFirstVersion(folder, 20_000);
  const all = await Promise.all(['a', 'b'].map((name) => start({ folder, kind: 'mark', name, times: 20 })));
  for (const { acknowledged, complained } of all)
    trial.must(complained === '' && acknowledged.length === 20, `${acknowledged.length}: ${complained}`);
  mustStand(trial, folder, 20_000);
  rmSync(folder, { recursive: true });
}

async function copyRestored(trial: Trial): Promise<void> {
  const folder = shelf();
  const { library } = openLibrary(folder, Date.now());
  await library.backUp(Date.now());
  library.mark(['late' as ArticleId], { bookmarked: true }, Date.now());
  library.close();
  const bytes = readFileSync(join(folder, 'library.db'));
  bytes.fill(0, 4096, 5 * 4096);
  writeFileSync(join(folder, 'library.db'), bytes);
  const { library: restored, problems } = openLibrary(folder, Date.now());
  trial.must(problems.length === 1, 'nothing is told');
  trial.must(shelved(restored).bookmarked >= 150, 'marks are gone');
  restored.close();
  trial.must(readdirSync(folder).includes('library.db.damaged-1'), 'the damaged file is gone');
  rmSync(folder, { recursive: true });
}

/** A library that a newer version has used is left as it is by this one, and opens again with that. */
async function downgraded(trial: Trial): Promise<void> {
  const folder = join(trial.home.folder, 'alsosee', 'library');
  fill(folder, 300, 150);
  const file = join(folder, 'library.db');
  const version = pragma(file, 'user_version');
  pragma(file, 'user_version = 999');
  const before = statSync(file).size;
  const { code, stderr } = await trial.runs(['list']);
  trial.must(code === 1 && /newer version/.test(stderr), `not refused in words: ${code} ${stderr}`);
  trial.must(statSync(file).size === before, 'it was touched');
  pragma(file, `user_version = ${version}`);
  mustStand(trial, folder, 150);
}

function pragma(file: string, words: string): number {
  const db = new DatabaseSync(file);
  const row = db.prepare(`PRAGMA ${words}`).get();
  db.close();
  return Number(Object.values(row ?? {})[0]);
}

/** An export that cannot be written to its end says so, or is killed, and changes nothing. */
async function exportInterrupted(trial: Trial): Promise<void> {
  const folder = join(trial.home.folder, 'alsosee', 'library');
  fill(folder, 300, 150);
  const { stdout, code } = await trial.runs(['export', 'state']);
  trial.must(code === 0 && stdout.trim().endsWith('}'), 'an export is not whole');
  const shell = (script: string) =>
    promisify(execFile)('/bin/sh', ['-c', script, 'sh', command], { env: environment(trial.home) }).then(
      () => '',
      (error: { readonly stderr: string }) => error.stderr,
    );
  const complaint = await shell('"$1" export state > /dev/full');
  trial.must(/^\S[^\n]{20,}\n$/.test(complaint), `a full disk is not told of: ${complaint}`);
  await shell('"$1" export state | head -c 10; exit 0');
  await shell('timeout -s KILL 0.3 "$1" export state > /dev/null; exit 0');
  mustStand(trial, folder, 150);
}
