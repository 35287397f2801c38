import { Home } from './home.ts';
import { Steps } from './steps.ts';
import { svgOf } from './svg.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

export interface JourneyOptions {
  /** Readies the reader's home before the program starts: files, sources, marks. */
  readonly setUp?: (home: Home) => unknown;
  /** The command line, or what makes it from the home. */
  readonly args?: readonly string[] | ((home: Home) => readonly string[]);
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** One script, which is a test, a demonstration, a place to try things, and the source of the pictures. */
export interface Journey {
  readonly name: string;
  readonly options: JourneyOptions;
  readonly script: (reader: Steps) => PromiseLike<void>;
}

/** Declares a journey. A file in `test/journeys` exports one as its default. */
export function journey(name: string, options: JourneyOptions, script: Journey['script']): Journey {
  return { name, options, script };
}

/** How a journey is made. Without anything: as a test, as quickly as the program answers. */
export interface Way {
  /** Milliseconds between one key and the next, for a person who watches. */
  readonly pace?: number;
  readonly onBytes?: TerminalOptions['onBytes'];
  readonly command?: TerminalOptions['command'];
  /** Takes the pictures that the script asks for. */
  readonly picture?: (name: string, svg: string) => void;
}

/** Makes the journey to its end. Fails with the screen when something was not as the script says. */
export async function travel({ options, script }: Journey, way: Way = {}): Promise<void> {
  using home = new Home();
  await options.setUp?.(home);
  const open = (args = argsOf(options, home)): Terminal => new Terminal({ ...options, ...way, args, home });
  const visit = {
    home,
    open,
    terminal: open(),
    seen: new Map(),
    pace: way.pace ?? 0,
    picture: (name: string, { screen, columns }: Terminal) => way.picture?.(name, svgOf(screen.cells(), columns)),
  };
  try {
    await script(Steps.of(visit));
  } finally {
    await visit.terminal[Symbol.asyncDispose]();
  }
}

/** Returns the command line of a journey in that home. */
export function argsOf({ args = [] }: JourneyOptions, home: Home): readonly string[] {
  return typeof args === 'function' ? args(home) : args;
}
