import type { Home } from './home.ts';
import { mouse } from './keys.ts';
import type { Cell } from './screen.ts';
import { sideBySide } from './side-by-side.ts';
import type { Ending, Terminal } from './terminal.ts';

/** What the steps of one journey share: a home, and the terminal that is open in it. */
export interface Visit {
  readonly home: Home;
  readonly open: (args?: readonly string[]) => Terminal;
  readonly seen: Map<string, { text: string; cells: Cell[][] }>;
  readonly pace: number;
  readonly picture: (name: string, terminal: Terminal) => void;
  terminal: Terminal;
}

/**
 * What a reader does and sees, one step after the other: `await reader.press('j').sees('Rwanda').press('enter')`.
 * It is a promise of the steps so far, so a chain is awaited as a whole, and a forgotten `await` is found by the linter.
 */
export class Steps extends Promise<void> {
  #visit: Visit | undefined;

  static of(visit: Visit): Steps {
    const steps = new Steps((resolve) => resolve());
    steps.#visit = visit;
    return steps;
  }

  /** Presses keys one by one, each when the program has answered the one before. */
  press(...keys: string[]): Steps {
    return this.#then(async ({ terminal, pace }) => {
      for (const key of keys) {
        await terminal.press(key);
        await pause(pace);
      }
    });
  }

  type(words: string): Steps {
    return this.#then(async ({ terminal, pace }) => {
      await terminal.type(words);
      await pause(pace);
    });
  }

  pastes(text: string): Steps {
    return this.#then(({ terminal }) => terminal.type(`\x1b[200~${text}\x1b[201~`));
  }

  /** Columns and rows count from 1. */
  clicks(column: number, row: number): Steps {
    return this.#then(({ terminal }) => terminal.type(mouse('press', column, row) + mouse('release', column, row)));
  }

  turnsWheel(direction: 'up' | 'down', notches = 1): Steps {
    const event = direction === 'up' ? 'wheelup' : 'wheeldown';
    return this.#then(({ terminal }) => terminal.type(mouse(event, 5, 5).repeat(notches)));
  }

  resizes(columns: number, rows: number): Steps {
    return this.#then(({ terminal }) => {
      terminal.resize(columns, rows);
      return terminal.settled();
    });
  }

  /** Waits until all of it shows. */
  sees(...words: (string | RegExp)[]): Steps {
    return this.#then(async ({ terminal }) => {
      for (const word of words) await terminal.sees(word);
    });
  }

  /** Fails when any of it shows, or still shows after a while. */
  seesNo(...words: (string | RegExp)[]): Steps {
    return this.#then(async ({ terminal }) => {
      for (const word of words) await terminal.seesNoMore(word);
    });
  }

  /** Keeps the screen as it is now under a name. */
  remembers(name: string): Steps {
    return this.#then(async ({ terminal, seen }) => {
      await terminal.settled();
      seen.set(name, { text: terminal.frame(), cells: terminal.cells() });
    });
  }

  /** Waits until the screen is exactly as it was remembered: every character, and how each looks. Fails when it does not become so. */
  seesAgain(name: string): Steps {
    return this.#then(async ({ terminal, seen }) => {
      const before = seen.get(name);
      if (!before) throw new Error(`Nothing was remembered as "${name}".`);
      const changed = () =>
        terminal.cells().flatMap((row, index) => (alike(row, before.cells[index]) ? [] : [index + 1]));
      const deadline = performance.now() + longestToBecome;
      for (await terminal.settled(); changed().length > 0 && performance.now() < deadline;) await pause(20);
      const rows = changed();
      if (rows.length === 0) return;
      const both = sideBySide(name, before.text, 'now', terminal.frame());
      throw new Error(
        `The screen is not as it was at "${name}": rows ${rows.join(', ')} differ in words or looks.\n${both}`,
      );
    });
  }

  /** Presses the keys that quit, and waits for the end. */
  quits(...keys: string[]): Steps {
    return this.#then(async ({ terminal }) => {
      terminal.send(...(keys.length > 0 ? keys : ['Q']));
      const ending = await terminal.ended();
      if (ending.code !== 0) throw new Error(`Quitting ended with ${said(ending)}.\n${terminal.frame()}`);
    });
  }

  /** Kills the program where it stands. */
  dies(signal: NodeJS.Signals = 'SIGKILL'): Steps {
    return this.#then(async ({ terminal }) => {
      terminal.kill(signal);
      await terminal.ended();
    });
  }

  /** Starts the program again in the same home. */
  startsAgain(...args: string[]): Steps {
    return this.#then(async (visit) => {
      const { columns, rows } = visit.terminal;
      visit.terminal = visit.open(args.length > 0 ? args : undefined);
      visit.terminal.resize(columns, rows);
    });
  }

  /** Runs a verb of the command line meanwhile, on the same library. */
  runs(...args: string[]): Steps {
    return this.#then(async ({ home }) => {
      const { code, stderr } = await home.alsosee(...args);
      if (code !== 0) throw new Error(`alsosee ${args.join(' ')} ended with ${code}: ${stderr}`);
    });
  }

  /** Takes a picture of the screen, when the journey is made for pictures. */
  picture(name: string): Steps {
    return this.#then(async ({ terminal, picture }) => {
      await terminal.settled();
      picture(name, terminal);
    });
  }

  /** Looks at anything else: the bytes that were sent, the modes of the terminal, the files at home. */
  looks(at: (terminal: Terminal, home: Home) => unknown): Steps {
    return this.#then(async ({ terminal, home }) => void (await at(terminal, home)));
  }

  #then(step: (visit: Visit) => Promise<void>): Steps {
    const visit = this.#visit;
    if (!visit) throw new Error('These steps lead nowhere: they were not begun by a journey.');
    const after = this.then(() => step(visit)) as Steps;
    after.#visit = visit;
    return after;
  }
}

/** Milliseconds that a screen is given to become what it was. They only pass when something is wrong. */
const longestToBecome = 8000;

const pause = (milliseconds: number): Promise<void> | undefined =>
  milliseconds > 0 ? new Promise((resolve) => void setTimeout(resolve, milliseconds)) : undefined;

const alike = (row: readonly Cell[], before: readonly Cell[] | undefined): boolean =>
  JSON.stringify(row) === JSON.stringify(before);

const said = ({ code, signal }: Ending): string => (signal ? `signal ${signal}` : `exit code ${code}`);
