import { spawn, type IPty } from '@lydell/node-pty';
import { command, environment } from './alsosee.ts';
import { Home } from './home.ts';
import { bytesOf } from './keys.ts';
import { programOf, restOf } from './rest.ts';
import { Screen, type Cell } from './screen.ts';

export interface TerminalOptions {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly columns?: number;
  readonly rows?: number;
  readonly home?: Home;
  /** What to run instead of the built program. */
  readonly command?: string;
  /** Longest time to wait for anything, in milliseconds. It is only reached when something is wrong. */
  readonly patience?: number;
  /** Sees the bytes as they come, such as to show them to a person too. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

/** How the program ended: the exit code, or the number of the signal. */
export interface Ending {
  readonly code: number;
  readonly signal: number;
}

/** A program that has drawn nothing for this long, and sleeps, has answered. In milliseconds. */
const quiet = 40;
/** The same after a lone escape: for a moment a program cannot know whether it is the key or begins another one. */
const quietAfterEscape = 150;
/** The same where the kernel does not tell whether it sleeps. */
const quietUnseen = 250;

/** A real pseudo-terminal with a program in it and an emulator at the other end. */
export class Terminal {
  readonly home: Home;
  readonly #screen: Screen;
  readonly #pty: IPty;
  readonly #patience: number;
  readonly #received: Uint8Array[] = [];
  readonly #ended: Promise<Ending>;
  #ending: Ending | null = null;
  #lastEvent = performance.now();
  #lastBytes = 0;
  #lastKey = 0;
  #quiet = quiet;
  #readBefore = 0;
  #sent = 0;

  constructor(options: TerminalOptions = {}) {
    const { args = [], columns = 80, rows = 24 } = options;
    this.home = options.home ?? new Home();
    this.#patience = options.patience ?? 15_000;
    const env = { ...environment(this.home), ...options.env };
    this.#pty = spawn(options.command ?? command, [...args], {
      cols: columns,
      rows,
      cwd: this.home.folder,
      env,
      encoding: null,
    });
    this.#screen = new Screen(columns, rows, (answer) => this.#pty.write(answer));
    // Without an encoding the bytes come as they are, whatever the package's types say.
    this.#pty.onData((bytes) => this.#receive(bytes as unknown as Uint8Array, options.onBytes));
    this.#ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal = 0 }) => resolve((this.#ending = { code: exitCode, signal })));
    });
  }

  #receive(bytes: Uint8Array, onBytes?: (bytes: Uint8Array) => void): void {
    this.#received.push(bytes);
    this.#lastEvent = this.#lastBytes = performance.now();
    this.#screen.write(bytes, () => (this.#lastEvent = performance.now()));
    onBytes?.(bytes);
  }

  /** Sends keys one by one, as quickly as a machine can, without waiting for an answer. */
  send(...keys: string[]): void {
    this.sendBytes(keys.map(bytesOf).join(''));
  }

  /** Sends bytes as they are: a paste, a click, keys in one read. */
  sendBytes(bytes: string): void {
    this.#readBefore = restOf(this.program)?.read ?? 0;
    this.#sent = Buffer.byteLength(bytes);
    this.#quiet = bytes.endsWith('\x1b') ? quietAfterEscape : quiet;
    this.#lastEvent = this.#lastKey = performance.now();
    this.#pty.write(bytes);
  }

  /** Presses keys, each when the program has answered the one before. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.send(key);
      await this.settled();
    }
  }

  /** Types words as a person does, and waits for the answer to the last letter. */
  async type(words: string): Promise<void> {
    this.sendBytes(words);
    await this.settled();
  }

  /**
   * Resolves when the program has answered: it has read what was sent, no thread of it works, and nothing was drawn for a
   * moment. So a key that changes nothing is answered too, and a busy machine only makes it later.
   */
  async settled(): Promise<void> {
    await this.#until(
      () => this.#ending !== null || this.#rests(),
      () => 'the program to come to rest',
    );
  }

  #rests(): boolean {
    const rest = restOf(this.program);
    const silent = performance.now() - this.#lastEvent;
    if (this.#screen.drawing) return false;
    if (!rest) return silent > quietUnseen;
    return silent > this.#quiet && !rest.working && rest.read >= this.#readBefore + this.#sent;
  }

  /** Resolves as soon as the screen shows the words, spaces and line ends being alike for a pattern. Fails with the frame. */
  async sees(words: string | RegExp): Promise<void> {
    await this.#until(
      () => this.shows(words),
      () => `the screen to show ${String(words)}`,
    );
  }

  /** Returns when the bytes came that first show anything, or the sign, by `performance.now`. */
  async firstSign(sign = /\S/): Promise<number> {
    await this.sees(sign);
    return this.#lastBytes;
  }

  /** Returns when the next bytes came after the last key, by `performance.now`. */
  async nextBytes(): Promise<number> {
    await this.#until(
      () => this.#lastBytes > this.#lastKey,
      () => 'the program to draw',
    );
    return this.#lastBytes;
  }

  /** Resolves when the words are gone from the screen. */
  async seesNoMore(words: string | RegExp): Promise<void> {
    await this.#until(
      () => !this.shows(words),
      () => `the screen to show ${String(words)} no more`,
    );
  }

  shows(words: string | RegExp): boolean {
    const frame = this.frame();
    return typeof words === 'string' ? frame.includes(words) : words.test(frame);
  }

  /** Resolves when the program has ended and all that it wrote is drawn. */
  async ended(): Promise<Ending> {
    await this.#until(
      () => this.#ending !== null && !this.#screen.drawing,
      () => 'the program to end',
    );
    return this.#ended;
  }

  async #until(condition: () => boolean, what: () => string): Promise<void> {
    const deadline = performance.now() + this.#patience;
    while (!condition()) {
      const over = this.#ending !== null && !this.#screen.drawing;
      if (over || performance.now() > deadline) throw new Error(`Waited in vain for ${what()}.\n${this.#portrait()}`);
      await new Promise((resolve) => void setTimeout(resolve, 4));
    }
  }

  #portrait(): string {
    const rule = '─'.repeat(this.#pty.cols);
    const ending = this.#ending ? `\nThe program had ended: ${JSON.stringify(this.#ending)}` : '';
    return `┌${rule}┐\n${this.lines()
      .map((line) => `│${line}`)
      .join('\n')}\n└${rule}┘${ending}`;
  }

  /** The screen as text, its rows without the blanks at their ends. */
  frame(): string {
    return this.lines().join('\n');
  }

  lines(): string[] {
    return this.#screen.lines();
  }

  cells(): Cell[][] {
    return this.#screen.cells();
  }

  get screen(): Omit<Screen, 'write' | 'resize'> {
    return this.#screen;
  }

  get columns(): number {
    return this.#pty.cols;
  }

  get rows(): number {
    return this.#pty.rows;
  }

  /** All bytes that the program wrote. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.#received);
  }

  resize(columns: number, rows: number): void {
    this.#lastEvent = performance.now();
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** The number of the process that draws: the child of the launcher. */
  get program(): number {
    return programOf(this.#pty.pid);
  }

  get launcher(): number {
    return this.#pty.pid;
  }

  kill(signal: NodeJS.Signals, whom: number = this.program): void {
    process.kill(whom, signal);
  }

  /** Closes the terminal's window: the program has lost its terminal. */
  closeWindow(): void {
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#ending) return;
    const { program, launcher } = this;
    this.#pty.kill('SIGKILL');
    if (program !== launcher) endIfThere(program);
    await this.#ended;
  }
}

/** Ends a process. One that ended by itself in the meantime has done what was wanted. */
function endIfThere(program: number): void {
  try {
    process.kill(program, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
