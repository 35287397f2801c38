import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Library } from '../../src/library/index.ts';
import { letGo } from '../../src/app/letting-go.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 20);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A library with so many texts that are old enough, and what it was asked. */
function shelf(old: number) {
  const asked: number[] = [];
  const library = {
    letGo(before: number, limit: number) {
      asked.push(before);
      const gone = Math.min(limit, old);
      old -= gone;
      return gone;
    },
  } satisfies Pick<Library, 'letGo'>;
  return { library: library as Library, asked };
}

test('old texts are let go step by step, some time after the start', () => {
  const { library, asked } = shelf(250);
  letGo(library, 30, () => now);
  expect(asked).toEqual([]);
  vi.runAllTimers();
  expect(asked).toEqual([now - 30 * day, now - 30 * day, now - 30 * day]);
});

test('for ever means for ever', () => {
  const { library, asked } = shelf(250);
  letGo(library, 0, () => now);
  vi.runAllTimers();
  expect(asked).toEqual([]);
});

test('it ends with the program', () => {
  const { library, asked } = shelf(250);
  letGo(library, 30, () => now)();
  vi.runAllTimers();
  expect(asked).toEqual([]);
});
