import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSettings } from '../../app/index.ts';
import { openLibrary } from '../../library/index.ts';
import { twoAtOnce } from './at-once.ts';
import { programCalled } from './programs.ts';
import type { Report } from './report.ts';
import { shimIn } from './shims.ts';

/** In which manners a write fails, in turn. */
const manners = ['full', 'error', 'short'] as const;
/** Rounds of changes that take some more than 300 writes. */
const rounds = 30;

/**
 * Has each of the first writes of a program fail in turn, and holds after each that what was done before is there, that every failure was
 * told in a sentence, and that all works again once the disk does. `first` is the first of them.
 */
export async function failingWrites(times: number, report: Report, first = 1): Promise<void> {
  const bench = mkdtempSync(join(tmpdir(), 'torture-'));
  try {
    const shim = shimIn(bench, 'failing-writes');
    if (!shim) return report.figure('failing writes', 'not tried: there is no C compiler');
    const { writes } = await attempt(bench, shim, 0, 'full');
    if (writes < times) report.wrong(`there are only ${writes} writes to fail`);
    let done = 0;
    const numbers = Array.from({ length: times + 1 - first }, (_, index) => first + index);
    await twoAtOnce(numbers, async (at) => {
      const manner = manners[at % manners.length]!;
      const tried = await attempt(bench, shim, at, manner);
      done += tried.done;
      report.wrong(...tried.wrong.map((what) => `write ${at} (${manner}): ${what}`));
      report.at(`write ${at} of ${times}`);
    });
    report.figure(
      'failing writes',
      `${numbers.length} of ${writes} writes made to fail, ${done} steps acknowledged all the same`,
    );
  } finally {
    rmSync(bench, { recursive: true, force: true });
  }
}

interface Attempt {
  readonly writes: number;
  readonly done: number;
  readonly wrong: readonly string[];
}

async function attempt(bench: string, shim: string, at: number, how: string): Promise<Attempt> {
  const folder = mkdtempSync(join(bench, 'home-'));
  const counted = `${folder}.counted`;
  const env = {
    ...process.env,
    LD_PRELOAD: shim,
    FAIL_BELOW: folder,
    FAIL_AT: String(at),
    FAIL_HOW: how,
    FAIL_COUNT: counted,
  };
  const { stdout, ended } = await run([await programCalled('writer'), folder, String(rounds)], env);
  const lines = stdout.split('\n').slice(0, -1);
  const wrong = [
    ...(ended === null ? [] : [ended]),
    ...lines.filter((line) => /^(fault|problem) /.test(line)),
    ...lines.filter((line) => line.startsWith('told ') && !line.endsWith('.')).map((line) => `no sentence: ${line}`),
    ...wrongAfter(folder, lines),
  ];
  const writes = Number(readFileSync(counted, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return { writes, done: lines.filter((line) => line.startsWith('done ')).length, wrong };
}

/** What a program said, and how it ended when that was not well. */
interface Run {
  readonly stdout: string;
  readonly ended: string | null;
}

function run(program: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env, timeout: 120_000 }, (error, stdout, stderr) => {
      const ended = error && `ended with ${error.code ?? error.signal}: ${stderr.slice(0, 600)}`;
      resolve({ stdout, ended });
    });
  });
}

/** Now that the disk works again: all that was done is there, and more can be done. */
function wrongAfter(folder: string, lines: readonly string[]): readonly string[] {
  const { library, problems } = openLibrary(folder, 0);
  library.saveSession('again', true);
  const again = library.session('again') === true;
  const { sound } = library.examine();
  library.close();
  const done = lines.flatMap((line) => /^done (keep|file|mark|note)-(\d+)$/.exec(line)?.slice(1, 3).join('-') ?? []);
  const kept = new Set(keptIn(folder));
  const lost = done.filter((name) => !kept.has(name));
  return [
    ...problems.map(({ detail }): string => `the next start said: ${detail}`),
    ...(again && sound ? [] : ['the library is not as before']),
    ...lost.map((name) => `${name} was acknowledged and is not there`),
    ...settingWrong(folder, lines),
  ];
}

function keptIn(folder: string): readonly string[] {
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  const rows = db
    .prepare(
      `SELECT substr(location, 9, length(location) - 17) AS name FROM sources UNION ALL SELECT id FROM articles
       UNION ALL SELECT article FROM statuses UNION ALL SELECT name FROM session`,
    )
    .all();
  db.close();
  return rows.map(({ name }) => String(name));
}

function settingWrong(folder: string, lines: readonly string[]): readonly string[] {
  const last = lines.findLast((line) => line.startsWith('done set '))?.slice('done set '.length);
  const { value, problems } = readSettings(folder);
  if (problems.length > 0) return problems.map(({ detail }): string => `settings: ${detail}`);
  return last === undefined || value.keepTexts === Number(last) ? [] : [`keepTexts is ${value.keepTexts}, not ${last}`];
}
