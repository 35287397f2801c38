import { join } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { smartLists, type Problem, type Reading } from '../news/index.ts';
import type { Message } from '../loop/index.ts';
import { signsFor } from '../kit/index.ts';
import { readThemes as readThemeFiles } from '../catalog/index.ts';
import { depthOf, isDark, parseTheme, plainTheme, type Theme } from '../theme/index.ts';
import { browse } from './browse.ts';
import { Errands } from './errands.ts';
import type { Folders } from './folders.ts';
import { contentFolder, type Home } from './home.ts';
import type { Look } from './paint.ts';
import { perform, type Deeds } from './perform.ts';
import { placeTyped } from './place.ts';
import type { Opened } from './reader.ts';
import { Scope } from './scope.ts';
import { restore } from './session.ts';
import { changeSetting } from './settings-change.ts';
import { begin } from './state.ts';
import { openStore, type Store } from './store.ts';

/** The running program without its terminal: the store, how it is drawn, and what the terminal is asked to do. */
export interface Program {
  readonly store: Store;
  /** Asks the feeds that are due for news. Says nothing when none is, or when nothing is new. */
  readonly refreshDue: () => void;
  /** Another program changed the library. */
  readonly libraryChanged: () => void;
  readonly look: () => Look;
  readonly setBackground: (dark: boolean) => void;
  /** Whether the reader is new here, and sees what the program ships with. */
  readonly isFirstTime: boolean;
  /** Filled in by who has the terminal. */
  readonly terminal: TerminalDeeds;
  close(): void;
}

export interface TerminalDeeds {
  copy: (text: Safe) => void;
  redraw: () => void;
  suspend: () => void;
  quit: () => void;
}

/** Composes the program: what is kept and chosen becomes its first state, and its effects find who does them. */
export function openProgram(opened: Opened, folders: Folders): Program {
  const { value: themes, problems: faults } = readThemes(opened.home);
  let dark = isDark(process.env['COLORFGBG']) ?? true;
  const depth = depthOf(process.env);
  const terminal: TerminalDeeds = { copy: nothing, redraw: nothing, suspend: nothing, quit: nothing };
  const timers = new Map<string, NodeJS.Timeout>();
  let store: Store | undefined;
  const send = (message: Message) => store?.send(message);
  const { library } = opened;
  const scope = new Scope(opened.scope, () => library.sources());
  const errands = errandsOf(opened, folders, (message) => {
    // What ended may have kept a source, or filed a page under the site that it came from.
    if (message.type === 'errandEnded') scope.changed();
    send(message);
  });
  const deeds: Deeds = {
    library,
    scope: () => scope.ids,
    sourceCame: (source) => {
      if (source.kind === 'folder') folders.add(source);
      scope.add(source.id);
    },
    sourceWent: (source) => {
      folders.remove(source);
      scope.changed();
    },
    errands,
    placeTyped: (text) => placeTyped(text, process.env['HOME'] ?? '~'),
    lists: smartLists,
    now: () => Date.now(),
    later: (name, after, message) => {
      clearTimeout(timers.get(name));
      timers.set(
        name,
        setTimeout(() => send(message), after),
      );
    },
    session: () => scope.session,
    problems: () => [{ type: 'problemsArrived', problems: [...faults, ...allProblems(opened, folders, scope)] }],
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
  const root = begin(beginningOf(opened, themes));
  const kept = library.session(scope.session);
  store = openStore(restore(root, kept), (effect) => perform(effect, deeds), Date.now);
  return {
    store,
    refreshDue: () => {
      const due = library.sources().filter(({ id, kind }) => kind === 'feed' && scope.ids.includes(id));
      if (due.length > 0) for (const message of errands.refreshAll(due, false)) send(message);
    },
    libraryChanged: () => {
      scope.changed();
      send({ type: 'libraryChanged' });
    },
    look: () => ({ themes, depth, isDark: dark }),
    setBackground: (isNowDark) => (dark = isNowDark),
    isFirstTime: (kept === null || kept === undefined) && scope.session === 'shipped',
    terminal,
    close: () => {
      errands.close();
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
}

function nothing(): void {}

function beginningOf({ settings }: Opened, themes: readonly Theme[]): Parameters<typeof begin>[0] {
  const { width, theme, keys, signs, preview, images } = settings.value;
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    measure: width,
    theme,
    themes: [
      { name: 'auto', about: say`auto: dark or light as the terminal is` },
      ...themes.map(({ name, about }) => ({ name, about: say`${name}: ${about}` })),
    ],
    size: { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 },
    now: Date.now(),
    locale,
    zone: timeZone,
    signs: signsFor(signs === 'auto' ? process.env : { ...process.env, ...forcedSigns[signs] }),
    rebound: keys,
    preview: preview !== 'off',
    pictures: images !== 'off',
  };
}

const forcedSigns = { unicode: { LC_ALL: 'C.UTF-8', TERM: 'xterm' }, ascii: { LC_ALL: 'C' } } as const;

function allProblems(opened: Opened, folders: Folders, scope: Scope): readonly Problem[] {
  return [...opened.settings.problems, ...opened.library.problems(scope.ids), ...folders.problems];
}

function errandsOf({ desk, library }: Opened, folders: Folders, send: (message: Message) => void): Errands {
  return new Errands({
    desk: () => desk,
    takeFolder: (folder) => folders.take(folder),
    titleOf: (article) => library.headlinesOf([article])[0]?.title ?? null,
    send,
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

async function keepSetting(
  opened: Opened,
  setting: string,
  value: string | number | boolean,
  send: (message: Message) => void,
): Promise<void> {
  const problem = await changeSetting(opened.home.settings, setting as Parameters<typeof changeSetting>[1], value);
  if (problem) send({ type: 'told', words: problem.detail });
}

/** Returns the themes that the program ships with, the four that every reader has first, and then the reader's own. */
function readThemes(home: Home): Reading<readonly Theme[]> {
  const files = [join(contentFolder(), 'themes'), join(home.settings, 'themes')].map(readThemeFiles);
  const read = files.flatMap(({ value }) => value).map(({ text, where }) => parseTheme(text, where));
  const themes = read.map(({ value }) => value);
  const order = ['dark', 'light', 'contrast', 'plain'];
  return {
    value:
      themes.length === 0 ? [plainTheme] : themes.sort((one, other) => rank(order, one.name) - rank(order, other.name)),
    problems: [...files, ...read].flatMap(({ problems }) => problems),
  };
}

function rank(order: readonly string[], name: string): number {
  const at = order.indexOf(name);
  return at === -1 ? order.length : at;
}
