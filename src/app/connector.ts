import { say, type Safe } from '../text/index.ts';
import type { Story } from '../news/index.ts';
import type { Message } from '../loop/index.ts';
import { LibraryProblem, type Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';

interface Tools {
  readonly library: Library;
  readonly desk: () => Promise<Pick<Desk, 'connect'>>;
  readonly send: (message: Message) => void;
}

/** Has what was filed connected while the reader reads: once at a time, and again when more was filed meanwhile. */
export class Connector {
  readonly #tools: Tools;
  readonly #giveUp = new AbortController();
  #isBusy = false;
  #isAsked = false;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Begins, unless all is connected. */
  soon(): void {
    this.#isAsked = true;
    if (!this.#isBusy) void this.#all();
  }

  /** Whether articles are being connected. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  close(): void {
    this.#giveUp.abort();
  }

  async #all(): Promise<void> {
    this.#isBusy = true;
    while (this.#isAsked && !this.#giveUp.signal.aborted) {
      this.#isAsked = false;
      await this.#once();
    }
    this.#isBusy = false;
  }

  async #once(): Promise<void> {
    const { library, desk, send } = this.#tools;
    try {
      if (library.connections.waiting(1).length === 0) return;
      const before = library.followedStories();
      const articles = await (await desk()).connect(this.#giveUp.signal);
      if (articles === 0 || this.#giveUp.signal.aborted) return;
      send({ type: 'connected', news: grown(before, library.followedStories()) });
    } catch (error) {
      // A library that cannot be written is told; what is in it can be read on.
      if (!(error instanceof LibraryProblem)) throw error;
      send({ type: 'told', words: error.problem.detail });
    }
  }
}

/** Returns what came meanwhile in stories that are followed, in words; null when nothing did. */
function grown(before: readonly Story[], after: readonly Story[]): Safe | null {
  const known = new Map(before.map(({ id, fresh }) => [id, fresh]));
  const lively = after.filter(({ id, fresh }) => fresh > (known.get(id) ?? 0));
  const fresh = lively.reduce((sum, story) => sum + story.fresh - (known.get(story.id) ?? 0), 0);
  const [only] = lively;
  if (!only) return null;
  return lively.length === 1
    ? say`${fresh} new in a story you follow: ${only.name}`
    : say`${fresh} new in ${lively.length} stories you follow`;
}

/** Returns what waits in the stories that are followed, in words, as it is said at the start; null when nothing does. */
export function followedNews(stories: readonly Story[]): Safe | null {
  const lively = stories.filter(({ fresh }) => fresh > 0);
  const [only] = lively;
  if (!only) return null;
  return lively.length === 1
    ? say`A story you follow has news: ${only.name}`
    : say`${lively.length} stories you follow have news`;
}
