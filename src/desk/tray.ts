import type { Library } from '../library/index.ts';

/** Does work that changes the library, before long. Resolves to its result once that is on disk. */
export type Tray = <Result>(work: () => Result) => Promise<Result>;

/** How long one turn may hold up the screen, in milliseconds, and how many pieces of work are enough for one. */
const turn = { most: 15, pieces: 10 };
/** How long work waits for more of its kind, in milliseconds: to have much on disk takes hardly longer than to have little. */
const patience = 30;

interface Piece {
  readonly work: () => void;
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Returns a tray on which small pieces of work gather, to be done together in the order in which they came: in one change of the
 * library as many as fit in a turn. Between two turns keys are answered.
 */
export function openTray(library: Library): Tray {
  const waiting: Piece[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isNext = false;

  const empty = (): void => {
    isNext = false;
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0) doTogether(library, waiting);
    if (waiting.length > 0) next();
  };

  const next = (): void => {
    if (isNext) return;
    isNext = true;
    setImmediate(empty);
  };

  return (work) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof work>>();
    let result: { readonly value: ReturnType<typeof work> };
    waiting.push({
      work: () => (result = { value: work() }),
      settle: () => resolve(result.value),
      fail: reject,
    });
    if (waiting.length >= turn.pieces) next();
    else timer ??= setTimeout(empty, patience);
    return promise;
  };
}

/** Does the first of what waits, as much as fits in a turn. All of it is on disk, or none. */
function doTogether(library: Library, waiting: Piece[]): void {
  const done: Piece[] = [];
  const end = performance.now() + turn.most;
  try {
    library.together(() => {
      do {
        const piece = waiting.shift()!;
        done.push(piece);
        piece.work();
      } while (waiting.length > 0 && performance.now() < end);
    });
  } catch (error) {
    for (const { fail } of done) fail(error);
    return;
  }
  for (const { settle } of done) settle();
}
