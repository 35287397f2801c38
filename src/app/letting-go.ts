import { LibraryProblem, type Library } from '../library/index.ts';

/** Milliseconds after the start before texts are let go, and between two steps of it. */
const first = 6000;
const between = 200;
/** Articles in one step: few enough that a key is answered at once. */
const step = 100;

const day = 24 * 60 * 60 * 1000;

/**
 * Lets go, some time after the start and in small steps, of the texts from the web that were filed more than so many days
 * ago; 0 keeps them for ever. Returns how to end that.
 */
export function letGo(library: Library, days: number, now: () => number): () => void {
  if (days === 0) return () => {};
  const go = (): void => {
    if (gone(library, now() - days * day) === step) timer = setTimeout(go, between);
  };
  let timer = setTimeout(go, first);
  return () => clearTimeout(timer);
}

function gone(library: Library, before: number): number {
  try {
    return library.letGo(before, step);
  } catch (error) {
    // What cannot be let go now is let go another time; that the library cannot be written is told where it matters.
    if (error instanceof LibraryProblem) return 0;
    throw error;
  }
}
