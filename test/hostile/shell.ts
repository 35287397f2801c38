import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { command } from '../rig/alsosee.ts';
import { modesLeft } from '../rig/modes.ts';
import { Terminal } from '../rig/terminal.ts';
import type { Trial } from './trial.ts';

const deeds = pathToFileURL(join(import.meta.dirname, '../fixtures/hostile/deeds.js')).href;

export interface ShellOptions {
  /** The shell's command; `alsosee` in it is the built program, on a folder with two articles. */
  readonly script?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What the program does on SIGUSR2. */
  readonly deed?: string;
  /** More of Node's own options. */
  readonly flags?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly interactive?: boolean;
}

/** Opens a shell in a terminal that runs a command, and tells the terminal's settings before and after. */
export function openShell(trial: Trial, options: ShellOptions = {}): Terminal {
  const { home, hostile } = trial;
  const { script = 'alsosee', deed, flags = [], interactive = false, env, columns, rows } = options;
  home.write('content/one.md', '# One\n\nThe first.\n\nAlso see: Two\n');
  home.write('content/two.md', '# Two\n\nUNHARMED\n');
  const program = `alsosee() { ${quoted(command)} ${quoted(join(home.folder, 'content'))}; }`;
  const whole = `${program}; stty -g; ${script}; code=$?; stty -g; echo "ended with $code"; exec cat`;
  return new Terminal({
    home,
    command: interactive ? '/bin/bash' : '/bin/sh',
    args: interactive ? ['--norc', '-c', `set -m; ${whole}`] : ['-c', whole],
    env: {
      ...(deed === undefined ? {} : { NODE_OPTIONS: [`--import=${deeds}`, ...flags].join(' '), DEED: deed }),
      ...env,
    },
    patience: hostile.limits.wallMs + 8000,
    ...(columns === undefined || rows === undefined ? {} : { columns, rows }),
  });
}

/** Resolves when the reader is open and at rest. */
export async function readerStands(terminal: Terminal): Promise<void> {
  await terminal.sees(/One[^]*Two|Two[^]*One/);
  await terminal.settled();
}

/** Waits for the command's end, and returns its exit code. The terminal must be as it was. */
export async function endOf(terminal: Terminal, trial: Trial): Promise<number> {
  await terminal.sees(/ended with \d+/);
  const settings = terminal.lines().filter((line) => /^[\da-f]+(:[\da-f]+)+/.test(line));
  trial.must(new Set(settings).size === 1, 'the settings of the terminal are not as they were');
  const left = modesLeft(terminal.bytes);
  trial.must(left.length === 0, `left otherwise than it was: ${left.join(', ')}`);
  return Number(/ended with (\d+)/.exec(terminal.frame())?.[1]);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
