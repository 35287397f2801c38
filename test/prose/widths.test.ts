import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Prose } from '../../src/news/index.ts';
import { lineAt, parseMarkdown, plainText, typeset, type Line } from '../../src/prose/index.ts';
import { say } from '../../src/text/index.ts';
import { authored, letters, shown } from './drawing.ts';
import { dice, document } from './mixtures.ts';

const seeds = Array.from({ length: 24 }, (_, index) => index + 1);

describe.each(seeds)('a document of mixed scripts, seed %i', (seed) => {
  const { prose } = parseMarkdown(document(dice(seed)), say`a test`);

  test('keeps every letter in order, and no line is wider than the page, from 20 to 200 columns', () => {
    const untabled = prose.filter((block) => block.type !== 'table');
    // The colon after "Also see" is drawn as an arrow, and soft hyphens show where a line ends.
    const compared = (text: string): string => text.replaceAll(/[:-]/g, '');
    for (const columns of widths(seed)) {
      expect(tooWide(typeset(prose, { columns }), columns)).toEqual([]);
      expect(compared(authored(typeset(untabled, { columns })))).toBe(compared(letters(untabled)));
    }
  });

  test('finds a place of one width at every other, and the way back', () => {
    const pages = [20, 39, 80 + seed, 200].map((columns) => typeset(prose, { columns }));
    for (const page of pages) {
      expect(page.every((line, index) => index === 0 || !before(line, page[index - 1]!))).toBe(true);
      for (const { place } of page) {
        expect(page[lineAt(page, place)]!.place).toEqual(place);
        for (const other of pages) {
          const index = lineAt(other, place);
          expect(before({ place }, other[index]!)).toBe(false);
          if (index + 1 < other.length) expect(before({ place }, other[index + 1]!)).toBe(true);
        }
      }
    }
  });

  test('says at each line where its first letter stands in the text of its block', () => {
    for (const line of typeset(prose, { columns: 20 + seed })) {
      const first = line.runs.find((run) => !run.mark && run.text.trim() !== '');
      if (line.kind === 'blank' || line.kind === 'table' || !first) continue;
      const block: Prose = [prose[line.place.block]!];
      const word = first.text.trim().split(/\s/)[0]!.replace(/-$/, '');
      const there = plainText(block)
        .slice(line.place.offset)
        .replaceAll(/[\u00ad\u200b]/g, '')
        .trimStart();
      expect([line.kind, there.slice(0, word.length)]).toEqual([line.kind, word]);
    }
  });
});

/** Some widths from 20 to 200: the seeds together have each of them. */
function widths(seed: number): readonly number[] {
  return Array.from({ length: 8 }, (_, index) => 20 + ((seed - 1 + index * seeds.length) % 181));
}

function tooWide(lines: readonly Line[], columns: number): readonly unknown[] {
  const texts = shown(lines);
  return lines.flatMap((line, index) => {
    const width = stringWidth(texts[index]!);
    const right = width === line.columns && (line.wide ? width > columns : width <= columns);
    return right ? [] : [[columns, line.columns, width, texts[index]]];
  });
}

function before(a: Pick<Line, 'place'>, b: Pick<Line, 'place'>): boolean {
  return a.place.block < b.place.block || (a.place.block === b.place.block && a.place.offset < b.place.offset);
}
