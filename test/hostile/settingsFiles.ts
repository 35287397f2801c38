import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { changeSetting, readSettings } from '../../src/app/index.ts';
import { start } from '../../src/workshop/torture/child.ts';
import type { Trial } from './trial.ts';

/** The system's program that puts a disk into the place of a folder; with a letter before it, takes it away again. */
const mounting = 'mount';
const good = '{"theme":"dark","mine":true}';
/** A larger file is copied without comparing every byte of it. */
const small = 1_000_000;

/** Settings: a file as somebody or something left it, or a place on the disk that does not do as it should. */
export async function trySettings(trial: Trial): Promise<void> {
  const { hostile, home } = trial;
  const folder = join(home.folder, 'alsosee');
  mkdirSync(folder, { recursive: true });
  home.write('content/one.md', '# UNHARMED\n\nWords.\n');
  const [name] = hostile.input.args ?? [];
  if (hostile.id.startsWith('conf-fs-')) return tryPlace(trial, folder, String(name));
  const path = join(folder, 'settings.json');
  renameSync(await trial.corpus.materialise(hostile, join(home.folder, 'made')), path);
  const before = readFileSync(path);
  await starts(trial, hostile.id.startsWith('conf-') ? /settings\.json/ : /^/);
  mustBeKept(trial, folder, before);
  await mustTakeChanges(trial, folder, before);
}

/** The command line and the reader start, and tell what they must on one line each. */
async function starts(trial: Trial, telling: RegExp): Promise<void> {
  const content = join(trial.home.folder, 'content');
  const { code, stderr, stdout } = await trial.runs([content]);
  trial.must(code === 0 && stdout.includes('UNHARMED'), `does not start: ${stderr}`);
  trial.must(isGood(trial) || telling.test(stderr), `nothing is told: ${stderr}`);
  await trial.reads([content], (terminal) => terminal.press('enter', 'q'));
  trial.must(!trial.hasFile('PWN'), 'a command ran');
}

/** Whether nothing in the file needs to be told of. */
function isGood(trial: Trial): boolean {
  return readSettings(join(trial.home.folder, 'alsosee')).problems.length === 0;
}

/** What was found is there, under its own name or set aside. */
function mustBeKept(trial: Trial, folder: string, before: Buffer): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('settings.json'));
  const copies = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  const isKept = copies.some((path) =>
    before.length > small ? statSync(path).size === before.length : readFileSync(path).equals(before),
  );
  trial.must(isKept, `the file as it was found is gone: ${names.join(', ')}`);
  trial.must(!names.some((name) => /\.tmp-|\.new$|\.lock$/.test(name)), `left behind: ${names.join(', ')}`);
}

/** A setting is changed: the change is there, what was valid stays, and what was found is still somewhere. */
async function mustTakeChanges(trial: Trial, folder: string, before: Buffer): Promise<void> {
  const { theme } = readSettings(folder).value;
  const problem = await changeSetting(folder, 'width', 61);
  trial.must(problem === null, `cannot be changed: ${problem?.detail}`);
  const { value } = readSettings(folder);
  trial.must(value.width === 61 && value.theme === theme, 'the change is not there, or took something else with it');
  const isWhole = before.length <= small && isObject(before);
  if (!isWhole) mustBeKept(trial, folder, before);
  else trial.must(hasAll(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')), before), 'a key is lost');
}

function isObject(bytes: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function hasAll(now: object, before: Buffer): boolean {
  const then = JSON.parse(before.toString('utf8').replace(/^\ufeff/, '')) as object;
  return Object.keys(then).every((key) => key === '__proto__' || Object.hasOwn(now, key));
}

type Prepare = (trial: Trial, folder: string, path: string) => Promise<void> | void;

/** How each place on the disk is made. What is not here is a plain folder with a good file in it. */
const places: Readonly<Record<string, Prepare>> = {
  'is-dir': (_, __, path) => mkdirSync(path),
  'is-fifo': (_, __, path) => void execFileSync('mkfifo', [path]),
  'is-symlink-loop': (_, __, path) => symlinkSync('settings.json', path),
  'is-dangling-symlink': (_, __, path) => symlinkSync('nowhere', path),
  'is-symlink-out': ({ home }, _, path) => symlinkSync(home.write('real.json', good), path),
  unreadable: (_, __, path) => writeFileSync(path, good, { mode: 0 }),
  'dir-readonly': (_, folder, path) => (writeFileSync(path, good), chmodSync(folder, 0o555)),
  'mode-0666': (_, __, path) => (writeFileSync(path, good), chmodSync(path, 0o666)),
  'tmpfiles-left': (_, __, path) => {
    writeFileSync(path, good);
    for (let number = 0; number < 40; number += 1) writeFileSync(`${path}.tmp-${number}abcdef`, 'x'.repeat(1000));
  },
};

/** What happens while a setting is changed, or after. Names are those of the corpus. */
const happenings: Readonly<Record<string, (trial: Trial, folder: string) => Promise<void>>> = {
  'changed-while-running': changedMeanwhile,
  'two-writers': twoWriters,
  'kill9-while-saving': killedWhileSaving,
  'short-write': (trial, folder) => onMount(trial, folder, 'size=12k'),
  'on-full-disk': (trial, folder) => onMount(trial, folder, 'size=12k'),
  'on-readonly-fs': (trial, folder) => onMount(trial, folder, 'ro'),
  'home-unset': homeless,
  'home-is-file': homeIsFile,
};

async function tryPlace(trial: Trial, folder: string, name: string): Promise<void> {
  const path = join(folder, 'settings.json');
  const prepare = places[name];
  if (prepare) await prepare(trial, folder, path);
  else writeFileSync(path, good);
  const happening = happenings[name];
  if (happening) return happening(trial, folder);
  const before = lstatSync(path);
  await starts(trial, /^/);
  trial.must(existsSync(path) || before.isSymbolicLink(), 'the settings are gone');
  const left = readdirSync(folder).filter((one) => /\.tmp-|\.new$|\.lock$/.test(one) && !one.startsWith('library'));
  trial.must(left.length === 0, `left behind: ${left.join(', ')}`);
  if (prepare === undefined) trial.must(readSettings(folder).value.theme === 'dark', 'the setting is lost');
}

async function changedMeanwhile(trial: Trial, folder: string): Promise<void> {
  const content = join(trial.home.folder, 'content');
  await trial.reads([content], async (terminal) => {
    writeFileSync(join(folder, 'settings.json'), '{"width":50,"mine":2}');
    await terminal.press('enter', 'q');
  });
  const kept = readFileSync(join(folder, 'settings.json'), 'utf8');
  trial.must(kept === '{"width":50,"mine":2}', `the change was written over: ${kept}`);
}

async function twoWriters(trial: Trial, folder: string): Promise<void> {
  const change = async (): Promise<void> => {
    for (let number = 0; number < 20; number += 1) await changeSetting(folder, 'width', 50 + number);
  };
  const [other] = await Promise.all([start({ folder, kind: 'set', name: 'a', times: 20 }), change()]);
  const { value } = readSettings(folder);
  trial.must(other.complained === '', other.complained);
  trial.must(value.width === 69 && value.keepTexts === 20 && value.theme === 'dark', JSON.stringify(value));
  await starts(trial, /^/);
}

async function killedWhileSaving(trial: Trial, folder: string): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    const { acknowledged } = await start({ folder, kind: 'set', name: 'a', times: 1000 }, (child, done) => {
      if (done >= round % 3) setTimeout(() => child.kill('SIGKILL'), (round * 7) % 25);
    });
    const { value, problems } = readSettings(folder);
    const kept = value.keepTexts;
    const may = acknowledged.length === 0 || [acknowledged.length, acknowledged.length + 1].includes(kept);
    const told = problems.filter(({ detail }) => !detail.includes('"mine"'));
    trial.must(may && told.length === 0, `${kept} after ${acknowledged.length}: ${told[0]?.detail}`);
    trial.must(value.theme === 'dark', 'another setting is lost');
  }
  await starts(trial, /^/);
}

/** The settings lie on a disk of their own, which has no room, or takes nothing. */
async function onMount(trial: Trial, folder: string, how: string): Promise<void> {
  const options = how === 'ro' ? 'size=64k' : how;
  execFileSync(mounting, ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  try {
    const path = join(folder, 'settings.json');
    writeFileSync(path, good);
    if (how === 'ro') execFileSync(mounting, ['-o', 'remount,ro', folder]);
    else fillUp(folder);
    const problem = await changeSetting(folder, 'width', 61);
    trial.must(
      problem !== null && problem.detail.endsWith('.'),
      'a change that cannot be kept is not told of in a sentence',
    );
    trial.must(readFileSync(path, 'utf8') === good, 'the settings are not as they were');
    const content = join(trial.home.folder, 'content');
    const { code, stderr } = await trial.runs([content]);
    trial.must(code === 0 || (stderr.includes(folder) && /^\S[^\n]{20,}\n$/.test(stderr)), `not a line: ${stderr}`);
    const left = readdirSync(folder).filter(
      (name) => /\.tmp-|\.new$|\.lock$/.test(name) && name.startsWith('settings'),
    );
    trial.must(left.length === 0, `left behind: ${left.join(', ')}`);
  } finally {
    execFileSync(`u${mounting}`, ['-l', folder]);
  }
}

function fillUp(folder: string): void {
  try {
    for (;;) writeFileSync(join(folder, 'ballast'), Buffer.alloc(1024), { flag: 'a' });
  } catch {
    // Now it is full.
  }
}

async function homeless(trial: Trial): Promise<void> {
  const places = Object.fromEntries(
    ['CONFIG', 'DATA', 'CACHE', 'STATE'].map((place) => [`XDG_${place}_HOME`, join(trial.home.folder, place)]),
  );
  const env = { HOME: '', ALSOSEE_HOME: '', ...places };
  const { code, stderr } = await trial.runs([join(trial.home.folder, 'content')], ['UNHARMED'], trial.home, '', env);
  trial.must(code === 0, `does not start without a home: ${stderr}`);
}

async function homeIsFile(trial: Trial): Promise<void> {
  const env = { ALSOSEE_HOME: trial.home.write('home', 'x') };
  const { code, stderr } = await trial.runs([join(trial.home.folder, 'content')], [], trial.home, '', env);
  trial.must(code === 0 || (code === 1 && /^\S[^\n]{20,}\n$/.test(stderr)), `not a line: ${code} ${stderr}`);
  trial.must(readFileSync(join(trial.home.folder, 'home'), 'utf8') === 'x', 'the file in the place of home is gone');
}
