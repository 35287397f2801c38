import type { Message } from '../loop/index.ts';
import { LibraryProblem, type Library } from '../library/index.ts';

interface Tools {
  readonly library: Pick<Library, 'goOn'>;
  readonly send: (message: Message) => void;
  readonly now: () => number;
}

/** Milliseconds of work at a time, of rest after it, in which keys are answered, and between two looks at what came of it. */
const stretch = 8;
const rest = 4;
const calm = 1000;

/** Has changes of very many articles go on while the reader reads, those too that were begun by a program that has ended. */
export class Sweeper {
  readonly #tools: Tools;
  #timer: NodeJS.Timeout | null = null;
  #told = 0;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Begins, unless nothing is left to do. */
  soon(): void {
    this.#timer ??= setTimeout(() => this.#go(), rest);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #go(): void {
    this.#timer = null;
    const isMore = this.#stretch();
    if (isMore === null) return;
    const now = performance.now();
    if (isMore) this.soon();
    else if (this.#told === 0) return;
    if (isMore && now - this.#told < calm) return;
    this.#told = isMore ? now : 0;
    this.#tools.send({ type: 'libraryChanged' });
  }

  /** Returns whether there is more to do; null when the library cannot be written, which is told. */
  #stretch(): boolean | null {
    const { library, now, send } = this.#tools;
    const end = performance.now() + stretch;
    try {
      while (library.goOn(now())) if (performance.now() > end) return true;
      return false;
    } catch (error) {
      if (!(error instanceof LibraryProblem)) throw error;
      send({ type: 'told', words: error.problem.detail });
      return null;
    }
  }
}
