import type { Message } from '../loop/index.ts';
import type { Problem, Source, SourceId } from '../news/index.ts';
import { watchFolder } from '../catalog/index.ts';
import { LibraryProblem } from '../library/index.ts';
import type { FolderNews } from './errands.ts';
import type { Opened } from './reader.ts';

/** Milliseconds that the first frame waits for the first articles of a folder that was never read. */
const patience = 300;

const nothing: FolderNews = { added: 0, changed: 0, problems: [] };

/** The folders of Markdown that are read: taken in once the first frame stands, and again when something in them changes. */
export class Folders {
  readonly #opened: Opened;
  readonly #folders = new Map<SourceId, Source>();
  readonly #problems = new Map<SourceId, readonly Problem[]>();
  readonly #watches = new Map<SourceId, () => void>();
  readonly #running = new Map<SourceId, Promise<FolderNews>>();
  readonly #waiting = new Set<SourceId>();
  #heard: (message: Message) => void = () => {};

  constructor(opened: Opened) {
    this.#opened = opened;
    for (const folder of opened.folders) this.#folders.set(folder.id, folder);
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /** Waits a moment for the first articles, when there are none of these folders yet: an empty first frame helps nobody. */
  async firstArticles(): Promise<void> {
    const { library } = this.#opened;
    const empty = [...this.#folders.values()].filter(
      ({ id }) => library.headlines({ conditions: [], sort: 'newest' }, [id], { from: 'start', limit: 1 }).total === 0,
    );
    if (empty.length === 0) return;
    const first = new Promise<void>((resolve) => {
      this.#heard = () => resolve();
    });
    const all = Promise.all(empty.map((folder) => this.take(folder)));
    await Promise.race([first, all, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  }

  /** Begins to take the folders in, and to watch them. `heard` hears of what came. */
  start(heard: (message: Message) => void): void {
    this.#heard = heard;
    if (this.#running.size > 0) heard({ type: 'refreshing', files: 0 });
    for (const folder of [...this.#folders.values(), this.#opened.guide]) {
      if (!this.#running.has(folder.id)) void this.take(folder);
      this.#watch(folder);
    }
  }

  /** Watches another folder. */
  add(folder: Source): void {
    this.#folders.set(folder.id, folder);
    this.#watch(folder);
  }

  /** Leaves a folder alone from now on. */
  remove(folder: SourceId): void {
    this.#folders.delete(folder);
    this.#problems.delete(folder);
    this.#waiting.delete(folder);
    this.#watches.get(folder)?.();
    this.#watches.delete(folder);
  }

  stop(): void {
    for (const unwatch of this.#watches.values()) unwatch();
  }

  /** Reads a folder anew, and resolves to what came. It is read once at a time; what changes meanwhile is read after. */
  take(folder: Source): Promise<FolderNews> {
    const running = this.#running.get(folder.id);
    if (running) {
      this.#waiting.add(folder.id);
      return running;
    }
    const run = this.#readAll(folder).finally(() => this.#running.delete(folder.id));
    this.#running.set(folder.id, run);
    return run;
  }

  async #readAll(folder: Source): Promise<FolderNews> {
    const news = await this.#read(folder);
    if (!this.#waiting.delete(folder.id)) return news;
    const { added, changed, problems } = await this.#readAll(folder);
    return { added: news.added + added, changed: news.changed + changed, problems };
  }

  #watch(folder: Source): void {
    if (this.#watches.has(folder.id)) return;
    this.#watches.set(
      folder.id,
      watchFolder(folder.location, () => void this.take(folder)),
    );
  }

  async #read(folder: Source): Promise<FolderNews> {
    try {
      return await this.#takeIn(folder);
    } catch (error) {
      // A library that cannot be written is told; what is in it can be read on.
      if (!(error instanceof LibraryProblem)) throw error;
      this.#heard({ type: 'refreshed' });
      this.#heard({ type: 'told', words: error.problem.detail });
      return nothing;
    }
  }

  async #takeIn(folder: Source): Promise<FolderNews> {
    let added = 0;
    let changed = 0;
    const desk = await this.#opened.desk();
    const { problems } = await desk.takeInFolder(folder, ({ files, gone, filed }) => {
      added += filed.added.length;
      changed += filed.changed.length;
      if (filed.added.length + filed.changed.length + gone === 0) return;
      this.#heard({ type: 'refreshing', files });
      this.#heard({ type: 'libraryChanged' });
    });
    this.#problems.set(folder.id, problems);
    this.#heard({ type: 'refreshed' });
    return { added, changed, problems };
  }
}
