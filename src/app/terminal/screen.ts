import { cleanLine } from '../../text/index.ts';
import type { Program } from '../program.ts';
import { KeyStream } from './keyStream.ts';
import { clipboard, modesOff, modesOn, windowTitle } from './modes.ts';
import { allowed, ScreenWriter } from './writer.ts';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/** Takes the terminal over until the reader is left; resolves to the exit code, with the terminal as it was. */
export async function takeScreen(program: Program, withMouse: boolean): Promise<number> {
  const { store, terminal } = program;
  const { stdin, stdout } = process;
  const [{ render }, { createElement }, { App }] = await Promise.all([
    import('ink'),
    import('react'),
    import('../App.tsx'),
  ]);
  const isSpoken = process.env['INK_SCREEN_READER'] === 'true';

  return new Promise<number>((resolve, reject) => {
    let ended = false;
    const gone = () => end(129);
    const writer = new ScreenWriter(stdout, gone);
    const keys = new KeyStream(stdin, {
      mouse: ({ button, column, row, isDown }) => {
        if (button === 64 || button === 65) store.send({ type: 'wheeled', rows: button === 64 ? -3 : 3 });
        else if (button === 0 && isDown) store.send({ type: 'clicked', row, column });
      },
      pasted: (text) => store.send({ type: 'pasted', text: cleanLine(text) }),
      background: (dark) => {
        program.setBackground(dark);
        store.change((root) => ({ ...root }));
      },
      gone,
    });
    let suspendTerminal: ((whileAway: () => Promise<void>) => Promise<void>) | undefined;
    const tree = createElement(App, {
      store,
      look: program.look,
      isSpoken,
      onSuspend: (suspend: typeof suspendTerminal) => (suspendTerminal = suspend),
    });

    terminal.write = (bytes) => void stdout.write(bytes);
    terminal.copy = (text) => terminal.write(clipboard(text));
    terminal.quit = () => end(0);
    terminal.redraw = () => {
      ink.clear();
      store.change((root) => ({ ...root }));
    };
    terminal.suspend = () =>
      void suspendTerminal?.(async () => {
        terminal.write(modesOff());
        await stopped();
        terminal.write(modesOn(withMouse));
      });

    terminal.write(modesOn(withMouse));
    const ink = render(tree, {
      stdout: writer as unknown as NodeJS.WriteStream,
      stdin: keys as unknown as NodeJS.ReadStream,
      stderr: process.stderr,
      alternateScreen: !isSpoken,
      incrementalRendering: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
      maxFps: 120,
    });

    const retitle = titles(program, terminal.write);
    const unsubscribe = store.subscribe(retitle);
    stdout.on('resize', () =>
      store.change((root) => ({ ...root, size: { columns: writer.columns, rows: writer.rows } }), { type: 'resized' }),
    );
    const heard = Object.entries(signals).map(([signal, code]) => [signal, () => end(code)] as const);
    for (const [signal, handler] of heard) process.on(signal, handler);
    const resumed = () => void (ended || takeBack());
    process.on('SIGCONT', resumed);
    process.on('SIGUSR1', ignore);
    process.on('uncaughtException', fail);
    process.on('unhandledRejection', fail);
    ink.waitUntilExit().catch(fail);
    retitle();

    function takeBack(): void {
      stdin.setRawMode(true);
      terminal.write(`\x1b[?1049h${modesOn(withMouse)}`);
      terminal.redraw();
    }

    function restore(): void {
      ended = true;
      unsubscribe();
      for (const [signal, handler] of heard) process.off(signal, handler);
      process.off('SIGCONT', resumed);
      process.off('uncaughtException', fail);
      process.off('unhandledRejection', fail);
      ink.unmount();
      terminal.write(windowTitle('') + modesOff());
      stdin.pause();
    }

    function end(code: number): void {
      if (ended) return;
      store.keep();
      restore();
      resolve(code);
    }

    function fail(error: unknown): void {
      if (ended) return;
      restore();
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** Without a listener this signal would open a debugger on this machine. */
function ignore(): void {}

/** Stops this program and whatever started it in the same terminal, as `ctrl+z` does; resolves when they go on. */
async function stopped(): Promise<void> {
  const goesOn = new Promise<void>((resolve) => process.once('SIGCONT', () => resolve()));
  process.kill(0, 'SIGTSTP');
  await goesOn;
}

/** Returns what keeps the window's name that of the open article. */
function titles({ store }: Program, write: (bytes: string) => void): () => void {
  let shown = '';
  return () => {
    const reading = store.state().stack.findLast((state) => state.screen === 'reading');
    const title = reading ? `Also See · ${reading.article.title}` : 'Also See';
    if (title === shown) return;
    shown = title;
    write(allowed(windowTitle(title)));
  };
}
