import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Home } from '../../../test/rig/home.ts';
import { Terminal, type TerminalOptions } from '../../../test/rig/terminal.ts';
import { libraryOf } from './libraries.ts';
import { findNewsboat, type Newsboat } from './newsboat.ts';

/** What every row is measured on: the floor of Node itself, the libraries, and the program that we are measured against. */
export class Ground {
  /** Sizes of the libraries, in articles, ascending. */
  readonly sizes: readonly number[];
  readonly newsboat: Newsboat | null;
  readonly scratch = mkdtempSync(join(tmpdir(), 'alsosee-bench-'));
  readonly #homes: Home[] = [];
  readonly #readers = new Map<number, Home>();

  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
    this.newsboat = findNewsboat(this.scratch);
  }

  get largest(): number {
    return this.sizes.at(-1) ?? 100;
  }

  /**
   * Returns how the reader is opened on a library of so many articles: on one copy throughout, since a copy of the largest takes its
   * time. It has its copy of the day already, which is no part of what is measured.
   */
  async reader(articles: number): Promise<TerminalOptions> {
    const home = this.#readers.get(articles) ?? this.home();
    if (!this.#readers.has(articles)) {
      const folder = join(home.folder, 'alsosee');
      libraryOf(articles, folder);
      mkdirSync(join(folder, 'library', 'backups'), { mode: 0o700 });
      writeFileSync(join(folder, 'library', 'backups', `${new Date().toISOString().slice(0, 10)}.db`), '');
      this.#readers.set(articles, home);
    }
    return { home, columns: 100, rows: 30, patience };
  }

  home(): Home {
    const home = new Home();
    this.#homes.push(home);
    return home;
  }

  /** How Node is started to do nothing, which is the floor of every start. */
  get node(): TerminalOptions {
    return { command: process.execPath, args: ['-e', 'console.log("ready")'], home: this.home(), patience };
  }

  [Symbol.dispose](): void {
    for (const home of this.#homes) home[Symbol.dispose]();
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/** Longest time to wait for anything, in milliseconds. A program that loads all articles takes its time over a million. */
const patience = 300_000;

/** What tells that rows stand on the screen: the word that Node says, the reader's place in its list, what newsboat counts in a feed. */
const rows = /ready|\b\d+\/\d{3,}|\(\d+\/\d+\)/;

/** Returns the times, in milliseconds, of some starts of each program up to its first rows, taken in turns: the machine has other work. */
export async function starts(times: number, ...programs: readonly TerminalOptions[]): Promise<number[]> {
  const taken = programs.map((): number[] => []);
  for (let run = 0; run <= times; run += 1) {
    for (const [index, options] of programs.entries()) {
      const begun = performance.now();
      await using terminal = new Terminal(options);
      const took = (await terminal.firstSign(rows)) - begun;
      // The first start of each fills the caches of the disk and of compiled code.
      if (run > 0) taken[index]!.push(took);
      else if (options.command === undefined) await leave(terminal);
    }
  }
  return taken.map(median);
}

async function leave(terminal: Terminal): Promise<void> {
  await terminal.settled();
  terminal.send('Q');
  await terminal.ended();
}

/** Opens a program and waits until it has drawn and rests. */
export async function opened(options: TerminalOptions): Promise<Terminal> {
  const terminal = new Terminal(options);
  await terminal.sees(/\S/);
  await terminal.settled();
  return terminal;
}

/** Returns the milliseconds from each key to the last byte of the frame that answers it. */
export async function keyTimes(terminal: Terminal, keys: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const key of keys) {
    const sent = performance.now();
    terminal.send(key);
    times.push((await terminal.nextBytes()) - sent);
    await terminal.settled();
  }
  return times;
}

/** Returns the milliseconds from each key to the last byte that it brings: a program may first say that it is at work. */
export async function restTimes(terminal: Terminal, keys: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const key of keys) {
    const sent = performance.now();
    terminal.send(key);
    await terminal.settled();
    times.push((await terminal.nextBytes()) - sent);
  }
  return times;
}

/** Down and up again, so many times: the shortest list is short. */
export function wander(keys: number): string[] {
  return Array.from({ length: keys }, (_, key) => (Math.floor(key / 8) % 2 === 0 ? 'j' : 'k'));
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? NaN;
}

/** Returns a number as it is read: two places below ten. */
export function told(number: number): string {
  return number.toFixed(number < 10 ? 2 : 0);
}
