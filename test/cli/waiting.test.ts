import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanLine, say } from '../../src/text/index.ts';
import { listenForInterrupt } from '../../src/cli/interrupt.ts';
import { progressOn } from '../../src/cli/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A terminal of twenty columns, and what was written to it. */
function terminal(env: Record<string, string> = { TERM: 'xterm' }, isTTY = true) {
  const written: string[] = [];
  const progress = progressOn({ isTTY, columns: 20, write: (text: string) => written.push(text) }, env);
  return { progress, written };
}

test('what is quick needs no words', () => {
  const { progress, written } = terminal();
  progress(say`Asking …`);
  vi.advanceTimersByTime(299);
  progress(null);
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([]);
});

test('what takes longer is told on one line, the latest words alone, and taken away', () => {
  const { progress, written } = terminal();
  progress(say`Asking …`);
  progress(say`1 of 3`);
  vi.advanceTimersByTime(300);
  progress(say`2 of 3`);
  progress(say`3 of 3`);
  vi.advanceTimersByTime(100);
  progress(null);
  expect(written).toEqual(['\r1 of 3\u001b[K', '\r3 of 3\u001b[K', '\r\u001b[K']);
});

test('words that are too long are cut, and steer nothing', () => {
  const { progress, written } = terminal();
  progress(cleanLine('\u001b[2JA name that is longer than the line'));
  vi.advanceTimersByTime(300);
  expect(written).toEqual(['\r[2JA name that is…\u001b[K']);
});

test.each([
  ['a pipe', { TERM: 'xterm' }, false],
  ['a terminal that cannot go back', { TERM: 'dumb' }, true],
  ['an unknown terminal', {}, true],
])('%s is told nothing', (_, env, isTTY) => {
  const { progress, written } = terminal(env, isTTY);
  progress(say`Asking …`);
  vi.advanceTimersByTime(1000);
  progress(null);
  expect(written).toEqual([]);
});

test('Ctrl-C is heard by whoever asked for it, and until then ends the program', () => {
  const before = process.listenerCount('SIGINT');
  const { interrupt, wasInterrupted, deafen } = listenForInterrupt();
  expect(process.listenerCount('SIGINT')).toBe(before);
  const signal = interrupt();
  expect({ aborted: signal.aborted, was: wasInterrupted() }).toEqual({ aborted: false, was: false });
  process.emit('SIGINT');
  process.emit('SIGINT');
  expect({ aborted: signal.aborted, was: wasInterrupted() }).toEqual({ aborted: true, was: true });
  deafen();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
