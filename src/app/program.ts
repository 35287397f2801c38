import { join } from 'node:path';
import { say } from '../text/index.ts';
import type { Reading } from '../news/index.ts';
import type { Message } from '../loop/index.ts';
import { signsFor } from '../kit/index.ts';
import { readThemes as readThemeFiles } from '../catalog/index.ts';
import { depthOf, isDark, parseTheme, plainTheme, type Theme } from '../theme/index.ts';
import type { Folders } from './folders.ts';
import { contentFolder, type Home } from './home.ts';
import type { Look } from './paint.ts';
import { perform } from './perform.ts';
import type { Opened } from './reader.ts';
import { Scope } from './scope.ts';
import { restore } from './session.ts';
import { begin, type Beginning } from './state.ts';
import { OwnQueries } from './own-queries.ts';
import { openStore, type Store } from './store.ts';
import { keepSetting, workOf, type TerminalDeeds } from './work.ts';

/** The running program without its terminal: the store, how it is drawn, and what the terminal is asked to do. */
export interface Program {
  readonly store: Store;
  /** Asks the feeds that are due for news. Says nothing when none is, or when nothing is new. */
  readonly refreshDue: () => void;
  /** Goes on with what an earlier run of the program had begun. */
  readonly resume: () => void;
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

/** Composes the program: what is kept and chosen becomes its first state, and its effects find who does them. */
export function openProgram(opened: Opened, folders: Folders): Program {
  const { library } = opened;
  const { value: themes, problems: faults } = readThemes(opened.home);
  const depth = depthOf(process.env);
  const terminal: TerminalDeeds = { copy: nothing, redraw: nothing, suspend: nothing, quit: nothing };
  const scope = new Scope(opened.scope, () => library.sources());
  let dark = isDark(process.env['COLORFGBG']) ?? true;
  let store: Store | undefined;
  let isClosed = false;
  const send = (message: Message): void => {
    // Once it is closed the library may be closed as well, and nobody sees what would come of it.
    if (isClosed) return;
    // What ended may have kept a source, or filed a page under the site that it came from.
    if (message.type === 'errandEnded') scope.changed();
    store?.send(message);
  };
  const here = new Intl.DateTimeFormat().resolvedOptions();
  const save = (setting: string, value: unknown) => void keepSetting(opened, setting, value, send);
  const own = new OwnQueries(opened.settings.value, () => ({ now: Date.now(), zone: here.timeZone }), save);
  const work = workOf({ opened, folders, scope, own, faults, terminal, send });
  const kept = library.session(scope.session);
  store = openStore(
    restore(begin(beginningOf(opened, themes, own, here)), kept),
    (effect) => perform(effect, work.deeds),
    Date.now,
  );
  return {
    store,
    refreshDue: () => {
      const due = library.sources().filter(({ id, kind }) => kind === 'feed' && scope.ids.includes(id));
      if (due.length > 0) for (const message of work.deeds.errands.refreshAll(due, false)) send(message);
    },
    resume: () => work.deeds.goOnSoon(),
    libraryChanged: () => {
      scope.changed();
      work.libraryChanged();
    },
    look: () => ({ themes, depth, isDark: dark }),
    setBackground: (isNowDark) => (dark = isNowDark),
    isFirstTime: (kept === null || kept === undefined) && scope.session === 'shipped',
    terminal,
    close: () => {
      isClosed = true;
      work.close();
    },
  };
}

function nothing(): void {}

function beginningOf(
  { settings }: Opened,
  themes: readonly Theme[],
  own: OwnQueries,
  { locale, timeZone }: Intl.ResolvedDateTimeFormatOptions,
): Beginning {
  const { width, theme, keys, signs, preview, images } = settings.value;
  return {
    lists: own.lists(),
    rules: own.rules(),
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
