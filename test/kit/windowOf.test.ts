import { describe, expect, test } from 'vitest';
import { windowOf, type Listing } from '../../src/kit/index.ts';

const single = { height: () => 1, margin: 0 };

describe('the window of a list', () => {
  test.each<[string, Listing, number]>([
    ['starts at the top', { ...single, count: 20, selected: 0, rows: 5, top: 0 }, 0],
    ['stays while the selection shows', { ...single, count: 20, selected: 4, rows: 5, top: 0 }, 0],
    ['moves down by one', { ...single, count: 20, selected: 5, rows: 5, top: 0 }, 1],
    ['stays on the way back up', { ...single, count: 20, selected: 1, rows: 5, top: 1 }, 1],
    ['moves up by one', { ...single, count: 20, selected: 0, rows: 5, top: 1 }, 0],
    ['jumps to the end', { ...single, count: 20, selected: 19, rows: 5, top: 0 }, 15],
    ['jumps to the start', { ...single, count: 20, selected: 0, rows: 5, top: 15 }, 0],
    ['keeps a margin below', { ...single, margin: 2, count: 20, selected: 3, rows: 5, top: 0 }, 1],
    ['keeps a margin above', { ...single, margin: 2, count: 20, selected: 6, rows: 5, top: 6 }, 4],
    ['has no margin at the ends', { ...single, margin: 2, count: 20, selected: 19, rows: 5, top: 10 }, 15],
    ['fills the rows when they grow', { ...single, count: 20, selected: 19, rows: 10, top: 15 }, 10],
    ['fills the rows when entries go', { ...single, count: 4, selected: 3, rows: 5, top: 3 }, 0],
    ['counts the rows of each entry', { count: 20, selected: 3, rows: 7, top: 0, margin: 0, height: () => 2 }, 1],
    ['counts headings', { count: 9, selected: 2, rows: 5, top: 0, margin: 0, height: (at) => (at === 2 ? 4 : 1) }, 1],
    ['shows an entry taller than itself', { count: 9, selected: 4, rows: 3, top: 0, margin: 1, height: () => 8 }, 4],
    ['of nothing is at the top', { ...single, count: 0, selected: 0, rows: 5, top: 3 }, 0],
    ['without rows is at the top', { ...single, count: 9, selected: 5, rows: 0, top: 3 }, 0],
    ['bears a selection out of range', { ...single, count: 9, selected: 99, rows: 5, top: 0 }, 4],
  ])('%s', (_, listing, top) => {
    expect(windowOf(listing)).toBe(top);
  });

  test('always shows the selected entry whole, leaves no row empty that could be filled, and stays when it can', () => {
    const height = (at: number): number => 1 + (at % 3 === 0 ? 1 : 0) + (at % 7 === 0 ? 2 : 0);
    const sum = (from: number, until: number): number => {
      let rows = 0;
      for (let at = from; at < until; at++) rows += height(at);
      return rows;
    };
    for (const count of [1, 2, 9, 30])
      for (const rows of [4, 6, 11])
        for (const margin of [0, 1, 3])
          for (let selected = 0; selected < count; selected++)
            for (let top = 0; top < count; top++) {
              const found = windowOf({ count, selected, rows, top, margin, height });
              expect(found).toBeLessThanOrEqual(selected);
              expect(sum(found, selected + 1)).toBeLessThanOrEqual(rows);
              if (sum(found, count) < rows && found > 0) expect(sum(found - 1, count)).toBeGreaterThan(rows);
              expect(windowOf({ count, selected, rows, top: found, margin, height })).toBe(found);
            }
  });

  test('asks for heights near the window only', () => {
    const asked = new Set<number>();
    const height = (at: number): number => (asked.add(at), 1);
    windowOf({ count: 100_000, selected: 50_000, rows: 40, top: 3, margin: 3, height });
    expect(asked.size).toBeLessThan(150);
  });
});
