import type { Message } from '../loop/index.ts';
import type { Problem, Source, SourceId } from '../news/index.ts';
import { watchFolder } from '../catalog/index.ts';
import { LibraryProblem } from '../library/index.ts';
import type { Opened } from './reader.ts';

/** Milliseconds that the first frame waits for the first articles of a folder that was never read. */
const patience = 300;

/** The folders of Markdown that are read: taken in once the first frame stands, and again when something in them changes. */
export class Folders {
  #opened: Opened;
  #folders: Source[];
  #scope: SourceId[];
  #problems = new Map<SourceId, readonly Problem[]>();
  #watches: (() => void)[] = [];
  #running = new Map<SourceId, Promise<void>>();
  #waiting = new Set<SourceId>();
  #heard: (message: Message) => void = () => {};

  constructor(opened: Opened) {
    this.#opened = opened;
    this.#folders = [...opened.folders];
    this.#scope = [...opened.scope];
  }

  /** The sources whose articles are listed. */
  get scope(): readonly SourceId[] {
    return this.#scope;
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /** Waits a moment for the first articles, when there are none of these folders yet: an empty first frame helps nobody. */
  async firstArticles(): Promise<void> {
    const { library } = this.#opened;
    const empty = this.#folders.filter(
      ({ id }) => library.headlines({ conditions: [], sort: 'newest' }, [id], { from: 'start', limit: 1 }).total === 0,
    );
    if (empty.length === 0) return;
    const first = new Promise<void>((resolve) => {
      this.#heard = () => resolve();
    });
    const all = Promise.all(empty.map((folder) => this.#take(folder, false)));
    await Promise.race([first, all, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  }

  /** Begins to take the folders in, and to watch them. `heard` hears of what came. */
  start(heard: (message: Message) => void): void {
    this.#heard = heard;
    if (this.#running.size > 0) heard({ type: 'refreshing', files: 0 });
    for (const folder of [...this.#folders, this.#opened.guide]) {
      if (!this.#running.has(folder.id)) void this.#take(folder, false);
      this.#watches.push(watchFolder(folder.location, () => void this.#take(folder, false)));
    }
  }

  /** Reads all folders anew because the reader asked for it. */
  refresh(): void {
    for (const folder of this.#folders) void this.#take(folder, true);
  }

  /** Keeps another folder. */
  add(folder: Source): void {
    this.#folders.push(folder);
    this.#scope.push(folder.id);
    this.#watches.push(watchFolder(folder.location, () => void this.#take(folder, false)));
    void this.#take(folder, true);
  }

  stop(): void {
    for (const unwatch of this.#watches) unwatch();
  }

  /** One folder is taken in once at a time; what changes meanwhile is taken in after. */
  async #take(folder: Source, wanted: boolean): Promise<void> {
    if (this.#running.has(folder.id)) {
      this.#waiting.add(folder.id);
      return;
    }
    const run = this.#read(folder, wanted);
    this.#running.set(folder.id, run);
    await run;
    this.#running.delete(folder.id);
    if (this.#waiting.delete(folder.id)) await this.#take(folder, false);
  }

  async #read(folder: Source, wanted: boolean): Promise<void> {
    try {
      await this.#takeIn(folder, wanted);
    } catch (error) {
      // A library that cannot be written is told; what is in it can be read on.
      if (!(error instanceof LibraryProblem)) throw error;
      this.#heard({ type: 'refreshed', report: null });
      this.#heard({ type: 'told', words: error.problem.detail });
    }
  }

  async #takeIn(folder: Source, wanted: boolean): Promise<void> {
    let added = 0;
    let changed = 0;
    const { problems } = await this.#opened.desk.takeInFolder(folder, ({ files, gone, filed }) => {
      added += filed.added.length;
      changed += filed.changed.length;
      if (filed.added.length + filed.changed.length + gone === 0) return;
      this.#heard({ type: 'refreshing', files });
      this.#heard({ type: 'libraryChanged' });
    });
    this.#problems.set(folder.id, problems);
    this.#heard({ type: 'refreshed', report: wanted ? { added, changed, problems: problems.length } : null });
  }
}
