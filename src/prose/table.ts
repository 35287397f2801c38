import type { Align, Block, Cell, Span } from '../news/index.ts';
import { join, pad, say, widthOf, type Safe } from '../text/index.ts';
import type { Run } from './line.ts';
import type { Margin } from './margin.ts';
import type { Page } from './page.ts';
import { nothing, wordsOf } from './pen.ts';
import { wrap, type Wrapped } from './wrapping.ts';

type Table = Extract<Block, { type: 'table' }>;

/** Columns of the line between two cells and the space on its sides. */
const gap = 3;
/** Fewest columns to which a cell's words are squeezed; a table that would need less is wider than the page. */
const fewest = 6;
/** Longest word that keeps a cell from being squeezed below it. */
const longestWord = 20;

/** Sets a table whose columns share the width, with a line under its head, and between rows where cells have several lines. */
export function setTable(page: Page, table: Table, margin: Margin): void {
  const head = table.head.map((cell) => cell.map((span): Span => ({ ...span, strong: true })));
  const rows = [head, ...table.rows].map((row) => table.head.map((_, column) => row[column] ?? []));
  const widths = columnWidths(rows, page.columns - margin.columns);
  const wrapped = rows.map((row) => row.map((cell, column) => wrap(cell, widths[column]!)));
  const ruled = wrapped.some((row) => row.some((lines) => lines.length > 1));
  rows.forEach((row, index) => {
    if (index === 1 || (index > 1 && ruled)) setRowRule(page, widths, margin);
    setRow(page, row, wrapped[index]!, widths, table.aligns, margin);
  });
  if (rows.length === 1) setRowRule(page, widths, margin);
}

/** Shares the width so that no column gets more than it needs, and those that get less all get the same. */
function columnWidths(rows: readonly (readonly Cell[])[], available: number): readonly number[] {
  const columns = rows[0]!.map((_, column) => rows.map((row) => wordsOf(row[column]!)));
  const needs = columns.map((cells) => Math.max(1, ...cells.flatMap((cell) => cell.split('\n').map(widthOf))));
  const room = available - gap * (needs.length - 1);
  if (sum(needs) <= room) return needs;
  const words = columns.map((cells, column) => {
    const longest = Math.max(...cells.flatMap((cell) => cell.split(/\s/)).map(widthOf));
    return Math.min(needs[column]!, Math.max(fewest, Math.min(longest, longestWord)));
  });
  const least = needs.map((need) => Math.min(need, fewest));
  if (sum(words) <= room) return shared(words, needs, room);
  if (sum(least) <= room) return shared(least, words, room);
  return needs.map((need) => Math.min(need, Math.max(fewest, Math.floor((available * 3) / 4))));
}

/** Raises the narrowest together, from their least width to no more than they need, until the room is filled. */
function shared(least: readonly number[], needs: readonly number[], room: number): readonly number[] {
  const widths = [...least];
  for (let left = room - sum(widths); left > 0; left--) {
    let narrowest = -1;
    for (let column = 0; column < widths.length; column++) {
      if (widths[column]! >= needs[column]!) continue;
      if (narrowest < 0 || widths[column]! < widths[narrowest]!) narrowest = column;
    }
    if (narrowest < 0) break;
    widths[narrowest]!++;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function setRow(
  page: Page,
  row: readonly Cell[],
  wrapped: readonly (readonly Wrapped[])[],
  widths: readonly number[],
  aligns: readonly Align[],
  margin: Margin,
): void {
  const starts: number[] = [];
  for (const cell of row) {
    starts.push(page.offset);
    page.offset += wordsOf(cell).length + 1;
  }
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const columns = sum(widths) + gap * (widths.length - 1);
  // A line's place is where the first cell goes on, and when that is used up, the next one that does.
  let leading = 0;
  for (let index = 0; index < height; index++) {
    while (index >= wrapped[leading]!.length) leading++;
    const runs = wrapped.flatMap((lines, column): readonly Run[] => [
      ...(column > 0 ? [{ text: say` ${page.signs.column} `, mark: 'border' as const }] : []),
      ...padded(lines[index], widths[column]!, aligns[column] ?? null),
    ]);
    page.add('table', margin, runs, columns, starts[leading]! + wrapped[leading]![index]!.offset);
  }
}

function padded(line: Wrapped | undefined, width: number, align: Align): readonly Run[] {
  const space = width - (line?.columns ?? 0);
  const before = align === 'right' ? space : align === 'center' ? Math.floor(space / 2) : 0;
  return [...blank(before), ...(line?.runs ?? []), ...blank(space - before)];
}

function blank(columns: number): readonly Run[] {
  return columns > 0 ? [{ text: pad(nothing, columns), mark: 'border' }] : [];
}

function setRowRule(page: Page, widths: readonly number[], margin: Margin): void {
  const { rule, crossing } = page.signs;
  const parts = widths.map((width) => repeated(rule, width));
  const text = join(parts, join([rule, crossing, rule], nothing));
  page.add('table', margin, [{ text, mark: 'border' }], sum(widths) + gap * (widths.length - 1), page.offset - 1);
}

function repeated(sign: Safe, count: number): Safe {
  return join(
    Array.from({ length: count }, () => sign),
    nothing,
  );
}
