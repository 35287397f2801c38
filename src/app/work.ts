import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';
import type { Message } from '../loop/index.ts';
import { browse } from './browse.ts';
import { openScout } from './connections.ts';
import { Connector } from './connector.ts';
import { Errands } from './errands.ts';
import type { Folders } from './folders.ts';
import type { Deeds } from './perform.ts';
import { openedWhenAsked } from './newsdesk.ts';
import { placeTyped } from './place.ts';
import type { OwnQueries } from './own-queries.ts';
import type { Opened } from './reader.ts';
import type { Scope } from './scope.ts';
import { changeSetting } from './settings-change.ts';
import type { Settings } from './settings.ts';
import { Sweeper } from './sweeper.ts';

/** What the terminal is asked to do. Filled in by who has it. */
export interface TerminalDeeds {
  copy: (text: Safe) => void;
  redraw: () => void;
  suspend: () => void;
  quit: () => void;
}

/** What the deeds are done with. */
interface Tools {
  readonly opened: Opened;
  readonly folders: Folders;
  readonly scope: Scope;
  readonly own: OwnQueries;
  /** What was wrong with the themes. */
  readonly faults: readonly Problem[];
  readonly terminal: TerminalDeeds;
  readonly send: (message: Message) => void;
}

/** Who does the effects of the running program. */
interface Work {
  readonly deeds: Deeds;
  /** Tells that something else than a deed changed the library. */
  readonly libraryChanged: () => void;
  /** Ends what is under way. */
  readonly close: () => void;
}

/**
 * Milliseconds between two looks at what changed while articles are connected: that changes the library many times a second, and
 * little of it shows.
 */
const calm = 2000;

/** Returns who does the effects of the running program. */
export function workOf(tools: Tools): Work {
  const { opened, folders, scope, own, faults, terminal, send } = tools;
  const timers = new Map<string, NodeJS.Timeout>();
  const ending = new AbortController();
  const errands = errandsOf(tools);
  const connector = new Connector({ library: opened.library, desk: opened.desk, send });
  const sweeper = new Sweeper({ library: opened.library, send, now: Date.now });
  const deeds: Deeds = {
    library: opened.library,
    errands,
    scope: () => scope.ids,
    session: () => scope.session,
    own,
    now: Date.now,
    scout: openScout(opened.library, opened.desk, send, ending.signal),
    connectSoon: () => connector.soon(),
    goOnSoon: () => sweeper.soon(),
    sourceCame: (source) => {
      if (source.kind === 'folder') folders.add(source);
      scope.add(source.id);
    },
    sourceWent: (source) => {
      folders.remove(source);
      scope.changed();
    },
    placeTyped: (text) => placeTyped(text, process.env['HOME'] ?? '~'),
    later: (name, after, message) => {
      clearTimeout(timers.get(name));
      timers.set(
        name,
        setTimeout(() => send(message), after),
      );
    },
    problems: () => [{ type: 'problemsArrived', problems: [...faults, ...allProblems(tools)] }],
    guide: () => opened.library.articleAt(opened.guide.id, 'start.md'),
    set: (setting, value) => void keepSetting(opened, setting, value, send),
    browse: (address) =>
      browse(address, process.env, (why) =>
        send({ type: 'told', words: say`The browser could not be opened: ${cleanLine(why)}` }),
      ),
    copy: (text) => terminal.copy(text),
    redraw: () => terminal.redraw(),
    suspend: () => terminal.suspend(),
    quit: () => terminal.quit(),
  };
  const close = (): void => {
    ending.abort();
    errands.close();
    connector.close();
    sweeper.close();
    timers.forEach((timer) => clearTimeout(timer));
  };
  const libraryChanged = (): void => {
    if (!ending.signal.aborted) tellChange(connector.isBusy, timers, send);
  };
  return { deeds, libraryChanged, close };
}

function tellChange(isBusy: boolean, timers: Map<string, NodeJS.Timeout>, send: Tools['send']): void {
  const tell = (): void => {
    timers.delete('calm');
    send({ type: 'libraryChanged' });
  };
  if (!isBusy) tell();
  else if (!timers.has('calm')) timers.set('calm', setTimeout(tell, calm));
}

function errandsOf({ opened: { desk, library }, folders, send }: Tools): Errands {
  return new Errands({
    desk: openedWhenAsked(desk),
    takeFolder: (folder) => folders.take(folder),
    titleOf: (article) => library.headlinesOf([article])[0]?.title ?? null,
    send,
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

function allProblems({ opened, folders, scope }: Tools): readonly Problem[] {
  return [...opened.settings.problems, ...opened.library.problems(scope.ids), ...folders.problems];
}

/** Keeps a setting, and tells when it cannot be kept. */
export async function keepSetting(
  { home }: Pick<Opened, 'home'>,
  setting: string,
  value: unknown,
  send: (message: Message) => void,
): Promise<void> {
  const key = setting as keyof Settings;
  const problem = await changeSetting(home.settings, key, value as Settings[typeof key]);
  if (problem) send({ type: 'told', words: problem.detail });
}
