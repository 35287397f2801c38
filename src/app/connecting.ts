import { LibraryProblem, type Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';

/** Milliseconds after the start at which it is first looked whether articles wait to be connected, and between two looks. */
const first = 1500;
const between = 2000;

/** Has the desk connect what waits for it, whoever filed it, some time after the start and from then on. Returns how to end that. */
export function keepConnected(library: Pick<Library, 'connections'>, desk: Pick<Desk, 'connect'>): () => void {
  const ending = new AbortController();
  const look = async (): Promise<void> => {
    try {
      if (library.connections.waiting(1).length > 0) await desk.connect(ending.signal);
    } catch (error) {
      // What cannot be connected now waits on; that the library cannot be written is told where it matters.
      if (!(error instanceof LibraryProblem)) throw error;
    }
    if (!ending.signal.aborted) timer = setTimeout(() => void look(), between).unref();
  };
  let timer = setTimeout(() => void look(), first).unref();
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
