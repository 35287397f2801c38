import { cut, type Safe } from '../text/index.ts';
import type { Environment } from '../app/index.ts';
import type { Machine } from './machine.ts';
import { printable } from './print.ts';

/** Before this nothing is said: what is quick needs no words. In milliseconds. */
const patience = 300;
/** The words change at most this often. */
const pace = 100;

/**
 * Returns what says how far a long deed is, on one line of the terminal that is written over. Where standard error is no terminal,
 * or one that cannot go back, it says nothing.
 */
export function progressOn(stderr: Machine['stderr'], env: Environment): (words: Safe | null) => void {
  if (stderr.isTTY !== true || !env['TERM'] || env['TERM'] === 'dumb') return () => undefined;
  let latest: Safe | null = null;
  let shown: Safe | null = null;
  let timer: NodeJS.Timeout | null = null;
  let due: number | null = null;
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    due = performance.now() + pace;
    if (latest === null || latest === shown) return;
    stderr.write(`\r${printable(cut(latest, (stderr.columns || 80) - 1), false)}\x1b[K`);
    shown = latest;
  };
  return (words) => {
    latest = words;
    if (words !== null) {
      due ??= performance.now() + patience;
      // A deed that lets no timer come must be told of all the same.
      if (performance.now() >= due) write();
      else timer ??= setTimeout(write, due - performance.now()).unref();
      return;
    }
    if (timer) clearTimeout(timer);
    timer = null;
    due = null;
    if (shown !== null) stderr.write('\r\x1b[K');
    shown = null;
  };
}
