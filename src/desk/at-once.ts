/** Waits for something slow. While that takes long, or at once when it is `apart`, another one may begin. */
export type Wait = <Result>(slow: Promise<Result>, apart?: boolean) => Promise<Result>;

/** How many are under way together, and how long one may wait before its place is lent to another, in milliseconds. */
export interface Room {
  readonly most: number;
  readonly patience: number;
}

/**
 * Does the work for each, a few at once. Resolves when all is done, or when what had begun is done after the signal ended it. The
 * first error ends it, too, and is thrown.
 */
export async function atOnce<One>(
  all: readonly One[],
  { most, patience }: Room,
  work: (one: One, wait: Wait) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let next = 0;
  let busy = 0;
  let left = 0;
  let isBroken = false;

  const hasRoom = (): boolean => busy < most;

  const wait: Wait = async (slow, apart = false) => {
    let isLent = false;
    const lend = (): void => {
      isLent = true;
      busy--;
      advance();
    };
    const timer = apart ? undefined : setTimeout(lend, patience);
    if (apart) lend();
    try {
      return await slow;
    } finally {
      clearTimeout(timer);
      if (isLent) busy++;
    }
  };

  const begin = async (one: One): Promise<void> => {
    busy++;
    left++;
    try {
      await work(one, wait);
    } catch (error) {
      isBroken = true;
      reject(error);
    }
    busy--;
    left--;
    advance();
  };

  const advance = (): void => {
    const mayBegin = (): boolean => !isBroken && !signal.aborted && next < all.length;
    while (mayBegin() && hasRoom()) void begin(all[next++]!);
    if (left === 0 && !mayBegin()) resolve();
  };

  advance();
  return promise;
}
