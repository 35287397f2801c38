import { say, type Safe } from '../text/index.ts';
import { Trouble } from './trouble.ts';

/** How long an exchange may take, in milliseconds, and how much it may bring. */
export interface Limits {
  /** Silence after which others go first. */
  readonly quiet: number;
  /** Time by which an exchange must have brought `early` bytes of its document. */
  readonly half: number;
  readonly early: number;
  /** Time for all of it, from the first redirect to the last byte, not counting the wait for a turn. */
  readonly whole: number;
  /** Most bytes of a document, on the wire and unpacked. */
  readonly most: number;
}

/** Watches over one exchange, and ends it when it takes too long or when the reader does. */
export interface Patience {
  /** Aborted when the exchange is to end; its reason is the trouble, or the reader's own. */
  readonly signal: AbortSignal;
  /** Tells that something came in: so many bytes of the document, 0 for the headers. */
  readonly heard: (bytes: number) => void;
  readonly close: () => void;
}

/**
 * Starts to watch, with so many milliseconds left of the whole. Silence, a byte now and then, or headers without an end all look the same to it: too little has come by
 * half-time. Node's own timeouts begin anew with each byte.
 */
export function watchOver(
  limits: Limits,
  left: number,
  host: Safe,
  signal: AbortSignal,
  onQuiet: () => void,
): Patience {
  const controller = new AbortController();
  const end = (): void => controller.abort(signal.reason);
  let bytes = 0;
  const quiet = setTimeout(onQuiet, limits.quiet);
  const half = setTimeout(() => {
    if (bytes < limits.early) controller.abort(tooLong(host, limits.half));
  }, limits.half);
  const whole = setTimeout(() => controller.abort(tooLong(host, limits.whole)), left);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  return {
    signal: controller.signal,
    heard(more) {
      bytes += more;
      quiet.refresh();
    },
    close() {
      for (const timer of [quiet, half, whole]) clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}

/** Returns the trouble that so many milliseconds were not enough. */
export function tooLong(host: Safe, time: number): Trouble {
  return new Trouble('time', say`${host} took longer than ${inSeconds(time)} to answer. Try again later.`);
}

function inSeconds(time: number): Safe {
  const seconds = Math.ceil(time / 1000);
  return seconds === 1 ? say`a second` : say`${seconds} seconds`;
}
