import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { say } from '../../src/text/index.ts';
import type { Effect, Size } from '../../src/loop/index.ts';
import { readEntry } from '../../src/catalog/index.ts';
import { signsFor } from '../../src/kit/index.ts';
import { openLibrary, type Library } from '../../src/library/index.ts';
import { connect } from '../../src/app/connections.ts';
import { Errands } from '../../src/app/errands.ts';
import type { Newsdesk } from '../../src/app/newsdesk.ts';
import { frameOf } from '../../src/app/frame.ts';
import { perform, type Deeds } from '../../src/app/perform.ts';
import { OwnQueries } from '../../src/app/own-queries.ts';
import { restore } from '../../src/app/session.ts';
import { begin } from '../../src/app/state.ts';
import { openStore, type Store } from '../../src/app/store.ts';
import { unconnected, type Connected } from './connected.ts';

const newsroom = join(import.meta.dirname, '../fixtures/newsroom');
/** Friday 20 November 2026, noon. */
const now = Date.UTC(2026, 10, 20, 12);

/** What the desk does on a stage: nothing that a test did not say. */
export type StandIn = (library: Library) => Partial<Newsdesk>;

/** The reader without a terminal: the real state, library and frames, and a list of the deeds that would leave the program. */
export interface Stage {
  readonly store: Store;
  readonly library: Library;
  readonly deeds: Effect['type'][];
  /** Presses keys, such as `j` or `ctrl+d`, and types the letters of longer words. */
  press(...keys: string[]): this;
  type(words: string): this;
  /** Lets pass what is under way, and then so many milliseconds. */
  waits(milliseconds?: number): Promise<this>;
  /** Asks the feeds that are due for news, as at the start. */
  asksDue(): this;
  /** The screen as plain text. */
  drawing(): string;
  /** Opens another program on the same library, as after a restart; `slowly` while its desk is not open yet. */
  again(how?: { readonly slowly: boolean }): Stage;
  close(): void;
}

export function stage(
  size: Size = { columns: 80, rows: 24 },
  standIn: StandIn = () => ({}),
  connectionsIn: (library: Library) => Connected = () => unconnected,
): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'alsosee-stage-'));
  const { library } = openLibrary(folder, now);
  const source = library.keepSource({ kind: 'folder', name: say`Newsroom`, location: newsroom, kept: true });
  library.file(source.id, entries(), now);
  const standIns = { desk: standIn(library), connections: connectionsIn(library), slowly: false };
  return play(library, size, standIns, () => {
    library.close();
    rmSync(folder, { recursive: true });
  });
}

const unsaid = (): never => {
  throw new Error('The test did not say what the desk does here.');
};
const desk: Newsdesk = {
  takeInFile: unsaid,
  refresh: unsaid,
  find: unsaid,
  keepFeed: unsaid,
  openPage: unsaid,
  fetchWhole: unsaid,
};

function entries() {
  return readdirSync(newsroom, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .flatMap((path) => readEntry(path, readFileSync(join(newsroom, path), 'utf8')).value ?? []);
}

interface StandIns {
  readonly desk: Partial<Newsdesk>;
  readonly connections: Connected;
  readonly slowly: boolean;
}

function play(library: Library, size: Size, standIns: StandIns, close: () => void): Stage {
  const done: Effect['type'][] = [];
  const timers = new Set<{ readonly call: () => void; left: number }>();
  const note = (type: Effect['type']) => () => void done.push(type);
  const own = new OwnQueries(
    { lists: {}, mute: {} },
    () => ({ now, zone: 'UTC' }),
    () => {},
  );
  const deeds: Deeds = {
    library: { ...library, storiesOf: (articles) => standIns.connections.storiesOf(articles) },
    scope: () => library.sources().map(({ id }) => id),
    own,
    now: () => now,
    later: (_, left, message) => void timers.add({ call: () => store.send(message), left }),
    session: () => 'stage',
    problems: () => [
      {
        type: 'problemsArrived',
        problems: [{ kind: 'date', where: say`x.md`, detail: say`published is not a date.` }],
      },
    ],
    sourceCame: () => {},
    sourceWent: () => {},
    placeTyped: (text) => ({ type: 'address', address: text }),
    scout: {
      perform: (effect) => connect(effect, standIns.connections, now),
      around: (article) => (standIns.slowly ? null : standIns.connections.surroundings(article)),
    },
    connectSoon: () => {},
    goOnSoon: () => {},
    errands: new Errands({
      desk: { ...desk, ...standIns.desk },
      takeFolder: async () => ({ added: 0, changed: 0, problems: [] }),
      titleOf: (article) => library.headlinesOf([article])[0]?.title ?? null,
      send: (message) => store.send(message),
      after: (left, call) => {
        const timer = { call, left };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    }),
    guide: () => null,
    set: note('set'),
    browse: note('browse'),
    copy: note('copy'),
    redraw: note('redraw'),
    suspend: note('suspend'),
    quit: note('quit'),
  };
  const root = begin({
    lists: own.lists(),
    rules: own.rules(),
    measure: 72,
    theme: 'dark',
    themes: [
      { name: 'dark', about: say`dark: for dark terminals` },
      { name: 'light', about: say`light: for light terminals` },
    ],
    size,
    now,
    locale: 'en-GB',
    zone: 'UTC',
    signs: signsFor({ LANG: 'C.UTF-8', TERM: 'xterm' }),
    rebound: {},
    preview: true,
    pictures: true,
  });
  const store = openStore(
    restore(root, library.session('stage')),
    (effect) => perform(effect, deeds),
    () => now,
  );
  const self: Stage = {
    store,
    library,
    deeds: done,
    press(...keys) {
      for (const key of keys) store.press(key);
      return self;
    },
    type: (words) => self.press(...Array.from(words, (letter) => (letter === ' ' ? 'space' : letter))),
    asksDue() {
      for (const message of deeds.errands.refreshAll(library.sources(), false)) store.send(message);
      return self;
    },
    async waits(milliseconds = 0) {
      await setImmediate();
      for (const timer of timers) {
        timer.left -= milliseconds;
        if (timer.left > 0) continue;
        timers.delete(timer);
        timer.call();
      }
      return self;
    },
    drawing: () => drawn(store, size),
    again({ slowly } = { slowly: false }) {
      store.keep();
      return play(library, size, { ...standIns, slowly }, close);
    },
    close,
  };
  return self;
}

/** The rows of the frame, those of a chooser in their place. */
function drawn(store: Store, size: Size): string {
  const { rows, chooser } = frameOf(store.state());
  const words = (row: (typeof rows)[number]) =>
    row.pieces
      .map(({ text }) => text)
      .join('')
      .trimEnd();
  const lines = rows.map(words);
  if (chooser) {
    const first = Math.max(
      0,
      Math.min(chooser.selected - Math.floor((chooser.limit - 1) / 2), chooser.rows.length - chooser.limit),
    );
    const shown = chooser.rows.slice(first, first + chooser.limit);
    lines.splice(
      chooser.at,
      0,
      ...shown.map(({ row, chosen }, index) => words(first + index === chooser.selected ? chosen : row)),
    );
  }
  return [...lines.map((line) => `|${line}`), `+${'-'.repeat(size.columns)}`].join('\n');
}
