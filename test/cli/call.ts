import { cleanLine } from '../../src/text/index.ts';
import type { Library } from '../../src/library/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { checkSettings } from '../../src/app/index.ts';
import { runCommand } from '../../src/cli/index.ts';
import type { OpenContext } from '../../src/cli/context.ts';
import type { Context, Terminal } from '../../src/cli/verb.ts';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const piped: Terminal = { columns: null, rows: null, keyboard: false, colours: 'none', unicode: true };
export const screen: Terminal = { columns: 80, rows: 24, keyboard: true, colours: '256', unicode: true };

/** What a call stands in: a library and, if asked for, a desk, a terminal and other parts of the context. */
export interface Setting {
  readonly library?: Library;
  readonly desk?: Partial<Desk>;
  readonly terminal?: Terminal;
  readonly context?: Partial<Context>;
  /** Aborted when the reader of the test presses Ctrl-C. */
  readonly interrupted?: AbortSignal;
}

/** Calls the command line as `main` does, and returns what it printed and its exit code. */
export async function call(words: readonly string[], setting: Setting = {}): Promise<Called> {
  let out = '';
  let err = '';
  const terminal = setting.terminal ?? piped;
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const open = async () => contextOf(setting, terminal);
  const code = await runCommand(words, { output, terminal, version: () => '1.2.3', open });
  return { code, out, err };
}

/** Calls with `--json` and returns the envelope. */
export async function callJson(words: readonly string[], setting: Setting = {}) {
  const { code, out, err } = await call([...words, '--json'], setting);
  return {
    code,
    err,
    envelope: JSON.parse(out) as {
      ok: boolean;
      data: unknown;
      problems: { kind: string; where: string; detail: string }[];
    },
  };
}

/** What a desk does of which a test says nothing. */
const idle: Partial<Desk> = {
  connect: async () => 0,
  surroundings: () => ({ background: [], related: [], story: null }),
};

function contextOf(setting: Setting, terminal: Terminal): OpenContext {
  const interrupted = setting.interrupted ?? new AbortController().signal;
  const missing = async (): Promise<never> => {
    throw new Error('the verb asked for what this test has not given it');
  };
  return {
    home: { settings: '/home/settings', library: '/home/library', cache: '/home/cache', reports: '/home/reports' },
    env: { TERM: 'xterm-256color' },
    folder: '/nowhere',
    terminal,
    now: () => Date.parse('2025-05-01T12:00:00Z'),
    day: (instant, form) =>
      cleanLine(form === 'short' ? new Date(instant).toISOString().slice(0, 10) : longDay(instant)),
    input: missing,
    lines: () => {
      throw new Error('the verb asked for lines that this test has not given it');
    },
    web: missing,
    interrupt: () => interrupted,
    wasInterrupted: () => interrupted.aborted,
    progress: () => undefined,
    settings: checkSettings({}, cleanLine('settings.json')),
    found: [],
    library: setting.library ? async () => setting.library! : missing,
    desk: setting.desk ? async () => ({ ...idle, ...setting.desk }) as Desk : missing,
    scratch: missing,
    commands: missing,
    close: async () => undefined,
    ...setting.context,
  };
}

function longDay(instant: number): string {
  const form = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(instant);
}
