import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected } from '../../src/app/connecting.ts';
import type { Connections } from '../../src/library/index.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what waits is connected after the start, and again when more has come, until it is ended', async () => {
  let waiting: number[] = [1, 2];
  let calls = 0;
  const library = { connections: { waiting: () => waiting } as unknown as Connections };
  const connect = async () => {
    calls++;
    waiting = [];
    return 0;
  };
  const end = keepConnected(library, { connect });
  expect(calls).toBe(0);
  await vi.advanceTimersByTimeAsync(2000);
  expect(calls).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls).toBe(1);
  waiting = [3];
  await vi.advanceTimersByTimeAsync(2000);
  expect(calls).toBe(2);
  waiting = [4];
  end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls).toBe(2);
});
