import type { Terminal } from '../rig/terminal.ts';
import { endOf, openShell, readerStands, type ShellOptions } from './shell.ts';
import type { Trial } from './trial.ts';

interface Death {
  readonly happen: (terminal: Terminal) => void | Promise<void>;
  readonly code: number;
  /** Whether the reader must say why. What a person asked for by a key, or the kernel did, needs no reason. */
  readonly told: boolean;
  readonly options?: ShellOptions;
}

const bySignal = (signal: NodeJS.Signals, code: number): Death => ({
  happen: (terminal) => terminal.kill(signal),
  code,
  told: true,
});

const byDeed = (deed: string, code: number, flags: readonly string[] = []): Death => ({
  happen: async (terminal) => {
    terminal.kill('SIGUSR2');
    if (deed === 'throw-in-render') terminal.send('j');
  },
  code,
  told: true,
  options: { deed, flags },
});

const deaths: Record<string, Death> = {
  'ctrl-c': { happen: (terminal) => terminal.send('ctrl+c'), code: 0, told: false },
  SIGINT: bySignal('SIGINT', 130),
  SIGTERM: bySignal('SIGTERM', 143),
  SIGHUP: bySignal('SIGHUP', 129),
  SIGQUIT: bySignal('SIGQUIT', 131),
  SIGABRT: bySignal('SIGABRT', 134),
  SIGSEGV: bySignal('SIGSEGV', 139),
  SIGKILL: bySignal('SIGKILL', 137),
  'kernel-oom': bySignal('SIGKILL', 137),
  abort: byDeed('abort', 134),
  'heap-oom': byDeed('heap-oom', 134, ['--max-old-space-size=64']),
  'unhandled-rejection': byDeed('unhandled-rejection', 1),
  'throw-in-render': byDeed('throw-in-render', 1),
};

/** A way to die: afterwards the terminal is as it was, and the reason stands on it. */
export async function tryDying(trial: Trial): Promise<void> {
  const way = trial.hostile.input.die ?? '';
  if (way === 'worker-dies') return trySurviving(trial);
  const death = deaths[way];
  if (!death) return trial.must(false, `no such death: ${way}`);
  await using terminal = openShell(trial, death.options);
  await readerStands(terminal);
  await death.happen(terminal);
  const code = await endOf(terminal, trial);
  trial.must(code === death.code, `ended with ${code}, not ${death.code}`);
  if (death.told) trial.must(terminal.shows(/Also See/), `does not say why it ended:\n${terminal.frame()}`);
}

/** A worker that dies is no death of the reader. */
async function trySurviving(trial: Trial): Promise<void> {
  await using terminal = openShell(trial, { deed: 'worker-dies' });
  await readerStands(terminal);
  terminal.kill('SIGUSR2');
  await terminal.press('j', 'enter');
  await terminal.sees(/The first|UNHARMED/);
  terminal.send('Q');
  trial.must((await endOf(terminal, trial)) === 0, 'did not quit in peace');
}
