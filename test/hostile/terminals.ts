import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mouse } from '../rig/keys.ts';
import type { Terminal } from '../rig/terminal.ts';
import { endOf, openShell, readerStands, type ShellOptions } from './shell.ts';
import type { Trial } from './trial.ts';

/** What a terminal does to the reader while it is open. */
interface Trouble {
  readonly options?: ShellOptions;
  readonly happen?: (terminal: Terminal) => void | Promise<void>;
}

/** Troubles through which the reader stays open, and obeys. */
const troubles: Record<string, Trouble> = {
  'sigstop-cont': {
    happen: (terminal) => {
      terminal.kill('SIGSTOP');
      terminal.kill('SIGCONT');
    },
  },
  'resize-1x1': { happen: (terminal) => resizeAndBack(terminal, 1, 1) },
  'resize-1000x500': { happen: (terminal) => resizeAndBack(terminal, 1000, 500) },
  'rows-1': { happen: (terminal) => resizeAndBack(terminal, 80, 1) },
  'TERM-xterm': { options: { env: { TERM: 'xterm', COLORTERM: '' } } },
  NO_COLOR: { options: { env: { NO_COLOR: '1' } } },
  'CI-set': { options: { env: { CI: 'true' } } },
  'stderr-closed': { options: { script: 'alsosee 2>&-' } },
  'flow-control-ctrl-s': { happen: (terminal) => terminal.press('ctrl+s', 'ctrl+q') },
  'paste-unterminated': { happen: (terminal) => terminal.type(`\x1b[200~${'pasted '.repeat(500)}\x1b[201~`) },
  'mouse-flood': { happen: (terminal) => terminal.type(mouse('wheeldown', 9, 9).repeat(2000)) },
  'split-escape-input': {
    happen: async (terminal) => {
      terminal.sendBytes('\x1b');
      terminal.sendBytes('[');
      await terminal.type('B');
    },
  },
  'SIGUSR1-inspector': { happen: (terminal) => terminal.kill('SIGUSR1') },
  SIGPIPE: { happen: (terminal) => terminal.kill('SIGPIPE') },
  'clock-jump-back': { options: { deed: 'clock-jump-back' }, happen: (terminal) => terminal.kill('SIGUSR2') },
  'tz-invalid': { options: { env: { TZ: 'Nowhere/Nothing' } } },
  'cwd-removed': { options: { script: 'mkdir gone; cd gone; rmdir ../gone; alsosee' } },
  // The terminal is as it was while a shell stands in it, whatever size it takes then.
  'SIGWINCH-after-exit': { options: { script: 'alsosee; kill -WINCH $$' } },
  'nproc-limit': { options: { script: 'ulimit -u 4000; alsosee' } },
  'editor-child': { happen: (terminal) => terminal.press('?', 'esc') },
};

async function resizeAndBack(terminal: Terminal, columns: number, rows: number): Promise<void> {
  terminal.resize(columns, rows);
  await terminal.settled();
  terminal.resize(80, 24);
  await terminal.sees('One');
}

/** Circumstances in which no screen can be drawn: it ends by itself, in words or with the list. */
const refusals: Record<string, ShellOptions> = {
  'TERM-unset': { script: 'unset TERM; alsosee' },
  'stdin-null': { script: 'alsosee </dev/null' },
  'stdin-pipe': { script: 'echo jq | alsosee' },
  'stdout-closed': { script: 'alsosee >&-' },
  'stdout-pipe': { script: 'alsosee | cat' },
  'stdout-broken-pipe': { script: 'alsosee | true' },
  'stdout-file': { script: 'alsosee >out.txt' },
  'fd-limit-16': { script: '(ulimit -n 16; alsosee)' },
};

/** Terminals that go away: nothing stays behind. */
const goings: Record<string, ShellOptions> = {
  'tty-gone': {},
  'tty-gone-nohup': { script: "trap '' HUP; alsosee" },
  'tty-gone-hup-ignored': { script: "trap '' HUP; alsosee" },
};

export async function tryTerminal(trial: Trial): Promise<void> {
  const name = trial.hostile.input.term ?? '';
  mkdirSync(join(trial.home.folder, 'content'), { recursive: true });
  if (troubles[name]) return tryTrouble(trial, troubles[name]);
  if (refusals[name]) return tryRefusal(trial, refusals[name]);
  if (goings[name]) return tryGoing(trial, goings[name]);
  if (name === 'ctrl-z-during-fetch') return tryAside(trial);
  trial.must(false, `no such trouble: ${name}`);
}

async function tryTrouble(trial: Trial, { options, happen }: Trouble): Promise<void> {
  await using terminal = openShell(trial, options);
  await readerStands(terminal);
  await happen?.(terminal);
  await terminal.settled();
  await idles(trial, terminal);
  await terminal.press('esc', 'esc');
  terminal.send('Q');
  const code = await endOf(terminal, trial);
  trial.must(code === 0, `ended with ${code}:\n${terminal.frame()}`);
  trial.must(!Buffer.from(terminal.bytes).includes('Debugger listening'), 'opened its debugger');
  trial.judge('the reader', withoutShell(terminal), 'tui');
}

/** The program wants nothing of the processor while nothing happens. */
async function idles(trial: Trial, { program }: Terminal): Promise<void> {
  const before = ticks(program);
  await new Promise((resolve) => void setTimeout(resolve, 600));
  const used = ticks(program) - before;
  trial.must(used <= 3, `uses ${used * 10} ms of 600 while idle`);
}

/** Returns the time that a process has had, in hundredths of a second. */
function ticks(program: number): number {
  const fields = readFileSync(`/proc/${program}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

async function tryRefusal(trial: Trial, options: ShellOptions): Promise<void> {
  await using terminal = openShell(trial, options);
  const code = await endOf(terminal, trial);
  trial.must(code <= 2 || terminal.shows('Also See ended'), `ended with ${code}, without a word`);
  trial.must(!terminal.shows(/\.js:\d+/), `shows its insides:\n${terminal.frame()}`);
  // What the program ends with a line feed, the terminal ends with a carriage return too.
  trial.judge('the program', withoutShell(terminal).replaceAll('\r\n', '\n'), code <= 2 ? 'dump' : 'tui');
}

async function tryGoing(trial: Trial, options: ShellOptions): Promise<void> {
  await using terminal = openShell(trial, options);
  await readerStands(terminal);
  const { program } = terminal;
  terminal.closeWindow();
  const deadline = performance.now() + 2000;
  while (isAlive(program) && performance.now() < deadline) await new Promise((resolve) => void setTimeout(resolve, 20));
  trial.must(!isAlive(program), 'stays behind when its terminal is gone');
  if (isAlive(program)) process.kill(program, 'SIGKILL');
}

function isAlive(program: number): boolean {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${program}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** Ctrl-Z gives the terminal back to the shell, and `fg` the reader its screen. */
async function tryAside(trial: Trial): Promise<void> {
  await using terminal = openShell(trial, { interactive: true, script: 'alsosee; echo "put aside"; read line; fg' });
  await readerStands(terminal);
  terminal.send('ctrl+z');
  await terminal.sees('put aside');
  trial.must(!terminal.screen.alternate, 'the alternate screen stays when it is put aside');
  terminal.send('enter');
  await readerStands(terminal);
  await terminal.press('j');
  terminal.send('Q');
  await endOf(terminal, trial);
}

/** Returns the bytes but for the settings that the shell tells, which are no output of the program. */
const withoutShell = ({ bytes }: Terminal): string =>
  Buffer.from(bytes)
    .toString('utf8')
    .replaceAll(/^[\da-f]+(:[\da-f]+)+\r$/gm, '');
