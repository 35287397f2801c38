import { cleanLine } from '../../text/index.ts';
import { firstFrame } from '../drawn.ts';
import { frameOf } from '../frame.ts';
import type { Program } from '../program.ts';
import { KeyStream } from './keyStream.ts';
import { clipboard, modesOff, modesOn, windowTitle } from './modes.ts';
import type { Mount, Suspend } from './mount.tsx';
import { allowed, ScreenWriter } from './writer.ts';

/** Exit codes of the signals that end the program: 128 and the signal's number, as a shell has them. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/**
 * Takes the terminal over until the reader is left. The first frame is written at once. Then Ink is loaded, which takes longer than
 * all before it, and draws from there on. Up to then nobody reads what is typed, so it waits in its order.
 */
export function takeScreen(program: Program, withMouse: boolean): Screen {
  return new Screen(program, withMouse);
}

/** The terminal while the reader has it. */
export class Screen {
  /** Resolves to the exit code once the reader is left, with the terminal as it was. */
  readonly left: Promise<number>;
  /** Resolves when keys are answered, or when the reader was left before. */
  readonly ready: Promise<void>;
  #program: Program;
  #withMouse: boolean;
  #writer: ScreenWriter;
  #ink: { clear(): void; unmount(): void; waitUntilExit(): Promise<unknown> } | null = null;
  #isSpoken = process.env['INK_SCREEN_READER'] === 'true';
  #isOver = false;
  #suspend: Suspend | undefined;
  #resolve!: (code: number) => void;
  #reject!: (error: Error) => void;
  #undo: (() => void)[] = [];
  #title = '';

  constructor(program: Program, withMouse: boolean) {
    this.#program = program;
    this.#withMouse = withMouse;
    this.left = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#writer = new ScreenWriter(process.stdout, () => this.#end(129));
    this.#listen();
    this.#lendDeeds();
    this.#write(modesOn(withMouse));
    this.#drawFirst();
    this.#retitle();
    this.ready = import('./mount.tsx').then(({ mount }) => this.#handOver(mount)).catch(this.#fail);
  }

  /** Whether the reader was left. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Draws the screen without Ink. */
  #drawFirst(): void {
    const root = this.#program.store.state();
    const frame = this.#isSpoken ? null : firstFrame(frameOf(root), root, this.#program.look());
    if (frame !== null) this.#writer.draw(frame);
  }

  /** Has Ink draw from now on. */
  #handOver(mount: Mount): void {
    if (this.#isOver) return;
    this.#ink = mount({
      store: this.#program.store,
      look: this.#program.look,
      keys: this.#keys(),
      writer: this.#writer,
      isSpoken: this.#isSpoken,
      onSuspend: (suspend) => (this.#suspend = suspend),
    });
    this.#ink.waitUntilExit().catch(this.#fail);
  }

  /** What the program may ask of the terminal. */
  #lendDeeds(): void {
    const { terminal } = this.#program;
    terminal.copy = (text) => this.#write(clipboard(text));
    terminal.redraw = () => this.#redraw();
    terminal.quit = () => this.#end(0);
    terminal.suspend = () =>
      void this.#suspend?.(async () => {
        this.#write(modesOff());
        await stopped();
        this.#write(modesOn(this.#withMouse));
      });
  }

  #keys(): KeyStream {
    const { store, setBackground } = this.#program;
    return new KeyStream(process.stdin, {
      mouse: ({ button, column, row, isDown }) => {
        if (button === 64 || button === 65) store.send({ type: 'wheeled', rows: button === 64 ? -3 : 3 });
        else if (button === 0 && isDown) store.send({ type: 'clicked', row, column });
      },
      pasted: (text) => store.send({ type: 'pasted', text: cleanLine(text) }),
      background: (isDark) => {
        setBackground(isDark);
        this.#redrawn();
      },
      gone: () => this.#end(129),
    });
  }

  #listen(): void {
    const { store } = this.#program;
    this.#undo.push(store.subscribe(() => this.#retitle()));
    this.#on(process.stdout, 'resize', () => {
      const size = { columns: this.#writer.columns, rows: this.#writer.rows };
      store.change((root) => ({ ...root, size }), { type: 'resized' });
      if (this.#ink) this.#writer.resized();
      else this.#drawFirst();
    });
    for (const [signal, code] of Object.entries(signals)) this.#on(process, signal, () => this.#end(code));
    this.#on(process, 'SIGCONT', () => this.#takeBack());
    // Without a listener this signal would open a debugger on this machine.
    this.#on(process, 'SIGUSR1', () => {});
    this.#on(process, 'uncaughtException', this.#fail);
    this.#on(process, 'unhandledRejection', this.#fail);
  }

  #on(emitter: NodeJS.EventEmitter, event: string, listener: (...args: never[]) => void): void {
    emitter.on(event, listener as (...args: unknown[]) => void);
    this.#undo.push(() => emitter.off(event, listener as (...args: unknown[]) => void));
  }

  /** After a stop that came from outside, the shell has had the terminal meanwhile. */
  #takeBack(): void {
    process.stdin.setRawMode(true);
    this.#write(`\x1b[?1049h\x1b[H${modesOn(this.#withMouse)}`);
    this.#redraw();
  }

  #redraw(): void {
    this.#ink?.clear();
    this.#redrawn();
  }

  #redrawn(): void {
    if (this.#ink) this.#program.store.change((root) => ({ ...root }));
    else this.#drawFirst();
  }

  /** The window has the name of the open article. */
  #retitle(): void {
    const reading = this.#program.store.state().stack.findLast((state) => state.screen === 'reading');
    const title = reading ? `Also See · ${reading.article.title}` : 'Also See';
    if (title === this.#title) return;
    this.#title = title;
    this.#write(allowed(windowTitle(title)));
  }

  #write(bytes: string): void {
    process.stdout.write(bytes);
  }

  #restore(): void {
    this.#isOver = true;
    for (const undo of this.#undo) undo();
    if (this.#ink) this.#ink.unmount();
    else this.#writer.leave();
    this.#write(windowTitle('') + modesOff());
    process.stdin.pause();
  }

  #end(code: number): void {
    this.#program.store.keep();
    this.#restore();
    this.#resolve(code);
  }

  #fail = (error: unknown): void => {
    this.#restore();
    this.#reject(error instanceof Error ? error : new Error(String(error)));
  };
}

/** Stops this program and whatever started it in the same terminal, as `ctrl+z` does; resolves when they go on. */
async function stopped(): Promise<void> {
  const goesOn = new Promise<void>((resolve) => process.once('SIGCONT', () => resolve()));
  process.kill(0, 'SIGTSTP');
  await goesOn;
}
