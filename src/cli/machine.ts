import type { Environment, Settings } from '../app/index.ts';
import type { Terminal } from './verb.ts';

/** The process that the program runs in, as far as the command line looks at it. */
export interface Machine {
  /** The program's own version. */
  readonly version: string;
  readonly env: Environment;
  readonly platform: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly userHome: string;
  /** The system's folder for what is soon thrown away. */
  readonly scratch: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
    getColorDepth?(env?: object): number;
  };
  readonly stderr: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
}

/** Bytes that are taken from standard input at most. */
const largestInput = 20_000_000;

/** Returns what the terminal can do. `signs` is the setting of that name. */
export function terminalOf(machine: Machine, signs: Settings['signs']): Terminal {
  const { stdin, stdout, env } = machine;
  const isTerminal = stdout.isTTY === true;
  return {
    columns: isTerminal ? stdout.columns || 80 : null,
    rows: isTerminal ? stdout.rows || 24 : null,
    keyboard: stdin.isTTY === true,
    colours: isTerminal ? coloursOf(machine) : 'none',
    unicode: signs === 'auto' ? isUnicode(env) : signs === 'unicode',
  };
}

/** Tells whether the reader can be drawn and played: a terminal on both sides, and one that knows where its cursor is. */
export function drawsScreens(terminal: Terminal, env: Environment): boolean {
  return terminal.columns !== null && terminal.keyboard && Boolean(env['TERM']) && env['TERM'] !== 'dumb';
}

function coloursOf({ env, stdout }: Machine): Terminal['colours'] {
  if (env['NO_COLOR'] || !env['TERM'] || env['TERM'] === 'dumb') return 'none';
  const bits = stdout.getColorDepth?.(env) ?? 1;
  if (bits >= 24) return 'true';
  if (bits >= 8) return '256';
  return bits >= 4 ? '16' : 'none';
}

/** A locale that is set decides; without one, all but the oldest terminals know UTF-8. */
function isUnicode(env: Environment): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale ? /utf-?8/i.test(locale) : env['TERM'] !== 'linux';
}

/** Reads standard input to its end, or to the largest size. */
export async function inputOf(stdin: NodeJS.ReadableStream): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stdin) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    size += bytes.length;
    if (size >= largestInput) break;
  }
  return Buffer.concat(pieces).subarray(0, largestInput);
}
