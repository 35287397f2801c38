import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { smartLists, type Problem } from '../news/index.ts';
import type { Message } from '../loop/index.ts';
import { signsFor } from '../kit/index.ts';
import { readThemes as readThemeFiles } from '../catalog/index.ts';
import { depthOf, isDark, parseTheme, plainTheme, type Theme } from '../theme/index.ts';
import { browse } from './browse.ts';
import type { Folders } from './folders.ts';
import { contentFolder } from './home.ts';
import type { Look } from './paint.ts';
import { perform, type Deeds } from './perform.ts';
import type { Opened } from './reader.ts';
import { restore } from './session.ts';
import { changeSetting } from './settings-change.ts';
import { begin } from './state.ts';
import { openStore, type Store } from './store.ts';

/** The running program without its terminal: the store, how it is drawn, and what the terminal is asked to do. */
export interface Program {
  readonly store: Store;
  readonly look: () => Look;
  readonly setBackground: (dark: boolean) => void;
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
  const themes = readThemes();
  let dark = isDark(process.env['COLORFGBG']) ?? true;
  const depth = depthOf(process.env);
  const terminal: TerminalDeeds = { copy: nothing, redraw: nothing, suspend: nothing, quit: nothing };
  const timers = new Map<string, NodeJS.Timeout>();
  let store: Store | undefined;
  const send = (message: Message) => store?.send(message);
  const deeds: Deeds = {
    library: opened.library,
    scope: () => folders.scope,
    lists: smartLists,
    now: () => Date.now(),
    later: (name, after, message) => {
      clearTimeout(timers.get(name));
      timers.set(
        name,
        setTimeout(() => send(message), after),
      );
    },
    session: sessionName(opened),
    problems: () => [{ type: 'problemsArrived', problems: allProblems(opened, folders) }],
    refresh: () => folders.refresh(),
    addSource: (location) => addSource(location, opened, folders, send),
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
  store = openStore(restore(root, opened.library.session(deeds.session)), (effect) => perform(effect, deeds));
  return {
    store,
    look: () => ({ themes, depth, isDark: dark }),
    setBackground: (isNowDark) => (dark = isNowDark),
    terminal,
    close: () => timers.forEach((timer) => clearTimeout(timer)),
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

/** Each set of sources has a session of its own, so that a folder opened in passing does not disturb the library's. */
function sessionName({ scope, library }: Opened): string {
  const kept = library.sources().filter((source) => source.kept);
  return kept.length > 0 && scope.length === kept.length ? 'library' : `on ${[...scope].sort().join(' ')}`;
}

function allProblems(opened: Opened, folders: Folders): readonly Problem[] {
  return [...opened.settings.problems, ...opened.library.problems(folders.scope), ...folders.problems];
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

async function takeFile(location: string, opened: Opened, send: (message: Message) => void): Promise<void> {
  const { value, problems } = await opened.desk.takeInFile(location, true);
  const [problem] = problems;
  if (value) send({ type: 'articleWanted', article: value });
  else send({ type: 'told', words: problem ? problem.detail : say`That file holds no article.` });
}

function addSource(location: string, opened: Opened, folders: Folders, send: (message: Message) => void): void {
  const path = location.replace(/^~(?=\/|$)/, process.env['HOME'] ?? '~');
  try {
    readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') void takeFile(path, opened, send);
    else send({ type: 'told', words: say`There is no folder “${cleanLine(location)}” that can be read.` });
    return;
  }
  const name = cleanLine(path.split('/').findLast((part) => part !== '') ?? path);
  folders.add(opened.library.keepSource({ kind: 'folder', name, location: path, kept: true }));
}

/** Returns the themes that the program ships with, the four that every reader has first. */
function readThemes(): readonly Theme[] {
  const { value } = readThemeFiles(join(contentFolder(), 'themes'));
  const themes = value.map(({ text, where }) => parseTheme(text, where).value);
  const order = ['dark', 'light', 'contrast', 'plain'];
  return themes.length === 0
    ? [plainTheme]
    : themes.sort((one, other) => rank(order, one.name) - rank(order, other.name));
}

function rank(order: readonly string[], name: string): number {
  const at = order.indexOf(name);
  return at === -1 ? order.length : at;
}
