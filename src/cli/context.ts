import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanLine } from '../text/index.ts';
import type { Instant, Problem } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';
import type { Web } from '../web/index.ts';
import { homeOf, readSettings } from '../app/index.ts';
import { listenForInterrupt } from './interrupt.ts';
import { inputOf, terminalOf, type Machine } from './machine.ts';
import { progressOn } from './progress.ts';
import type { Context } from './verb.ts';

/** A context whose library, desk and scratch folder are given back by `close`. */
export interface OpenContext extends Context {
  /** Whether the reader pressed Ctrl-C while somebody listened for it. */
  wasInterrupted(): boolean;
  close(): Promise<void>;
}

/** Returns what the verbs work with on this machine. Opens nothing yet but the settings. */
export async function openContext(machine: Machine): Promise<OpenContext> {
  const home = homeOf(machine.env, machine.platform, machine.userHome);
  const settings = readSettings(home.settings);
  const closers: (() => unknown)[] = [];
  const now = () => Date.now();
  const found: Problem[] = [];
  const openAt = async (folder: string, looks?: 'closely') => {
    const { openLibrary } = await import('./rooms.ts');
    const migrating = (step: number, steps: number) => machine.stderr.write(`${bringingUpToDate(step, steps)}\n`);
    const { library, problems } = openLibrary(folder, now(), { migrating, ...(looks ? { looks } : {}) });
    found.push(...problems);
    closers.push(() => library.close());
    return library;
  };
  let opened: Promise<Library> | null = null;
  const library = (looks?: 'closely') => (opened ??= openAt(home.library, looks));
  const web = once(() => webOf(machine, now));
  const desk = once(async () => deskOf(await library(), now, web, closers));
  const { interrupt, wasInterrupted, deafen } = listenForInterrupt();
  const progress = progressOn(machine.stderr, machine.env);
  closers.push(deafen, () => progress(null));
  return {
    home,
    settings,
    found,
    env: machine.env,
    folder: machine.folder,
    terminal: terminalOf(machine, settings.value.signs),
    now,
    day: (instant, form) => cleanLine(form === 'short' ? shortDay(instant) : longDay(instant)),
    input: () => inputOf(machine.stdin),
    lines: () => linesOf(machine.stdin),
    library,
    desk,
    web,
    interrupt,
    wasInterrupted,
    progress,
    scratch: once(async () => {
      const folder = mkdtempSync(join(machine.scratch, 'alsosee-'));
      closers.push(() => rmSync(folder, { recursive: true, force: true }));
      const scratch = await openAt(folder);
      return { library: scratch, desk: await deskOf(scratch, now, web, closers) };
    }),
    commands: async () => (await import('./key-table.ts')).commandTable(settings.value.keys),
    async close() {
      while (closers.length > 0) await closers.pop()!();
    },
  };
}

/** It is said before the screen is drawn, and whoever reads it may be waiting for minutes. */
function bringingUpToDate(step: number, steps: number): string {
  return `Bringing the library up to date, step ${step} of ${steps}. It may be interrupted (Ctrl-C): nothing is lost, and the next start goes on.`;
}

async function deskOf(
  library: Library,
  now: () => Instant,
  web: () => Promise<Web>,
  closers: (() => unknown)[],
): Promise<Desk> {
  const { openDesk } = await import('../desk/index.ts');
  const { guideFolder } = await import('./scope.ts');
  const desk = openDesk(library, now, { apart: [guideFolder()], web });
  closers.push(() => desk.close());
  return desk;
}

async function webOf({ version, env: environment }: Machine, now: () => Instant): Promise<Web> {
  const { openWeb } = await import('../web/index.ts');
  return openWeb({ userAgent: `alsosee/${version} (news reader for the terminal)`, now, environment });
}

async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  yield* createInterface({ input, crlfDelay: Infinity });
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => (opened ??= open());
}

function shortDay(instant: Instant): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function longDay(instant: Instant): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instant);
}
