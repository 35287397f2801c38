import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { alsosee, type Outcome } from '../rig/alsosee.ts';
import { Home } from '../rig/home.ts';
import { modesLeft } from '../rig/modes.ts';
import { Terminal, type TerminalOptions } from '../rig/terminal.ts';
import { joined, type Case, type Corpus, type Mode } from './corpus.ts';
import { outward } from './outward.ts';
import type { Stand } from './stand.ts';

/** How long `node -e 0` takes on a machine that has nothing else to do. In milliseconds. */
const usualStart = 45;

/** What all trials of a run share. */
export interface Ground {
  readonly corpus: Corpus;
  /** A server on this machine. */
  readonly stand: Stand;
}

/** Cases being tried together, mostly one: a home for them, and what was found wrong. */
export class Trial {
  readonly home = new Home();
  readonly wrong: string[] = [];
  readonly cases: readonly Case[];
  /** The case, or all of them as one. */
  readonly hostile: Case;
  readonly corpus: Corpus;
  readonly stand: Stand;
  /** How often longer things take here than on a machine of its own, for which the corpus gives times. */
  readonly slowness: number;

  private constructor(cases: readonly Case[], { corpus, stand }: Ground, slowness: number) {
    this.cases = cases;
    this.hostile = joined(cases);
    this.corpus = corpus;
    this.stand = stand;
    this.slowness = slowness;
  }

  static async of(cases: readonly Case[], ground: Ground): Promise<Trial> {
    return new Trial(cases, ground, await slowness());
  }

  /** Milliseconds that something may take. */
  get limit(): number {
    return this.hostile.limits.wallMs * this.slowness;
  }

  /** Notes what is wrong unless the condition holds. */
  must(holds: boolean, what: string): void {
    if (!holds) this.wrong.push(what);
  }

  /** Judges bytes of a terminal, or of what takes its place. */
  judge(what: string, bytes: Uint8Array | string, mode: Mode, expect: readonly string[] = []): void {
    const { violations } = this.corpus.judge(bytes, { mode, tell: this.hostile.tell, expect });
    for (const { what: violation, ctx } of violations.slice(0, 3)) this.wrong.push(`${what}: ${violation} ${ctx}`);
  }

  /** Runs a verb without a terminal, and judges what it prints, how it ends and how long it takes. */
  async runs(
    args: readonly string[],
    expect: readonly string[] = [],
    home = this.home,
    input = '',
    env: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    const name = `alsosee ${args[0]}`;
    const begun = performance.now();
    const outcome = await alsosee(args, { home, input, env: { ...outward(home).env, ...env } });
    const took = Math.round(performance.now() - begun);
    this.must(outcome.code !== null && outcome.code <= 2, `${name}: ended with ${outcome.signal ?? outcome.code}`);
    this.must(took <= this.limit, `${name}: took ${took} ms of ${Math.round(this.limit)}`);
    this.must(!/\n\s+at .*:\d+:\d+/.test(outcome.stderr), `${name}: prints a stack: ${outcome.stderr.slice(0, 200)}`);
    this.judge(name, outcome.stdout, 'plain', expect);
    this.judge(`${name}, stderr`, outcome.stderr, 'plain');
    return outcome;
  }

  /** Opens the reader, lets the script use it, quits, and judges every byte that it wrote. */
  async reads(
    args: readonly string[],
    script: (terminal: Terminal) => Promise<void>,
    options: TerminalOptions = {},
  ): Promise<void> {
    await using terminal = new Terminal({
      patience: this.limit,
      home: this.home,
      ...options,
      env: { ...outward(options.home ?? this.home).env, ...options.env },
      args,
    });
    try {
      await terminal.sees(/\S/);
      await terminal.settled();
      await script(terminal);
      const memory = peakMemory(terminal.program);
      this.must(memory <= this.hostile.limits.rssMB, `the reader: took ${memory} MB`);
      terminal.send('Q');
      const { code } = await terminal.ended();
      this.must(code === 0, `the reader: quit with ${code}: ${terminal.frame().trim()} ${this.#faults()}`);
      this.must(modesLeft(terminal.bytes).length === 0, `the reader: left on: ${modesLeft(terminal.bytes).join(', ')}`);
    } catch (error) {
      this.wrong.push(`the reader: ${(error as Error).message}`);
    }
    this.judge('the reader', terminal.bytes, 'tui');
  }

  /** Tells whether a file of that name was made anywhere at home, as code that got executed would. */
  hasFile(name: string): boolean {
    return filesBelow(this.home.folder).some((file) => file.endsWith(name));
  }

  /** What the program reported of faults of its own. */
  #faults(): string {
    const reports = filesBelow(this.home.folder).filter((file) => /\/fault-[^/]*\.txt$/.test(file));
    return reports.map((file) => readFileSync(file, 'utf8')).join('\n');
  }

  [Symbol.dispose](): void {
    this.home[Symbol.dispose]();
  }
}

/** Returns how often longer a bare Node takes to start than usual: at least 1. */
export async function slowness(): Promise<number> {
  const begun = performance.now();
  await promisify(execFile)(process.execPath, ['-e', '0']);
  return Math.max(1, (performance.now() - begun) / usualStart);
}

/** Returns the most memory that a program ever held, in MB, or 0 where the kernel does not tell. */
function peakMemory(program: number): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${program}/status`, 'latin1')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

/** Returns the paths below a folder. Where a link leads, such as to a folder of the system, is not walked. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
