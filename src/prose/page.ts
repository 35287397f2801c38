import { widthOf } from '../text/index.ts';
import type { Line, LineKind, Run } from './line.ts';
import type { Margin, Prefix } from './margin.ts';
import type { Signs } from './marks.ts';
import { lengthOf } from './pen.ts';
import { wrap, type StyledSpan } from './wrapping.ts';

/** Characters that are drawn among a leaf's words and are no part of them. */
export interface Added {
  readonly at: number;
  readonly length: number;
}

/** The lines that are set so far, and where in the prose the next one begins. */
export class Page {
  readonly lines: Line[] = [];
  readonly columns: number;
  readonly signs: Signs;
  /** How many lists the block stands in that is being set. */
  depth = 0;
  /** How much of the block's text is set: its leaves, with a line break after each (plain.ts). */
  offset = 0;
  #block = 0;

  constructor(columns: number, signs: Signs) {
    this.columns = columns;
    this.signs = signs;
  }

  /** Begins a block of the prose. */
  begin(block: number): void {
    this.#block = block;
    this.offset = 0;
  }

  inside(margin: Margin, prefix: Prefix): Margin {
    return margin.within(prefix, this.columns);
  }

  add(kind: LineKind, margin: Margin, runs: readonly Run[], columns: number, offset: number, level?: number): void {
    const before = margin.next();
    const line: { -readonly [Key in keyof Line]: Line[Key] } = {
      kind,
      runs: before.length === 0 ? runs : [...before, ...runs],
      columns: margin.columns + columns,
      place: { block: this.#block, offset },
    };
    if (level !== undefined) line.level = level;
    if (line.columns > this.columns) line.wide = true;
    this.lines.push(line);
  }

  /** Adds an empty line; its place is the end of what stands above. */
  blank(margin: Margin): void {
    const runs = margin.blank();
    const columns = runs.reduce((sum, run) => sum + widthOf(run.text), 0);
    this.lines.push({
      kind: 'blank',
      runs,
      columns,
      place: { block: this.#block, offset: Math.max(0, this.offset - 1) },
    });
  }

  /** Sets a leaf of the block's text. */
  words(spans: readonly StyledSpan[], margin: Margin, kind: LineKind, added?: Added, level?: number): void {
    for (const { runs, columns, offset } of wrap(spans, this.columns - margin.columns)) {
      this.add(kind, margin, runs, columns, this.offset + without(offset, added), level);
    }
    this.offset += lengthOf(spans) - (added?.length ?? 0) + 1;
  }
}

function without(offset: number, added: Added | undefined): number {
  return added && offset > added.at ? Math.max(added.at, offset - added.length) : offset;
}
