import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Home } from './home.ts';

/** The built program. */
export const command = join(import.meta.dirname, '../../dist/alsosee');

/** How a verb of the command line ended, and what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a verb without a terminal. */
export async function alsosee(
  args: readonly string[],
  { home, input = '', env = {} }: { home: Home; input?: string | Uint8Array; env?: NodeJS.ProcessEnv },
): Promise<Outcome> {
  const child = spawn(command, args, { env: { ...environment(home), ...env }, cwd: home.folder });
  const stdout = child.stdout.setEncoding('utf8').toArray() as Promise<string[]>;
  const stderr = child.stderr.setEncoding('utf8').toArray() as Promise<string[]>;
  // A verb that does not read its input may be gone before it is written.
  child.stdin.on('error', () => undefined).end(input);
  const { promise: ended, resolve, reject } = Promise.withResolvers<[number | null, NodeJS.Signals | null]>();
  child.on('error', reject).on('close', (code, signal) => resolve([code, signal]));
  const [[code, signal], out, errors] = await Promise.all([ended, stdout, stderr]);
  return { code, signal, stdout: out.join(''), stderr: errors.join('') };
}

/** Returns an environment in which nothing of the machine shows: its own home, a fixed time zone and language, a good terminal. */
export function environment(home: Home): NodeJS.ProcessEnv {
  return {
    PATH: dirname(process.execPath) + delimiter + process.env['PATH'],
    HOME: home.folder,
    ALSOSEE_HOME: join(home.folder, 'alsosee'),
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    TZ: 'UTC',
    LANG: 'en_GB.UTF-8',
    // Compiled once for all tests: each has a home of its own.
    NODE_COMPILE_CACHE: join(tmpdir(), 'alsosee-compiled'),
  };
}
