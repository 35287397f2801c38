import type { Span } from '../news/index.ts';
import { clean, say, slice, type Safe } from '../text/index.ts';
import { breakText } from './breaking.ts';
import type { Run } from './line.ts';
import { wordsOf } from './pen.ts';

/** A line of a paragraph: its runs, their width, and the offset in the paragraph's words at which it begins. */
export interface Wrapped {
  readonly runs: readonly Run[];
  readonly columns: number;
  readonly offset: number;
}

/** A span, of the author's or of the typesetter's. */
export type StyledSpan = Span & Pick<Run, 'mark'>;

/** Returns the lines of some spans, none wider than the columns. There is always one. */
export function wrap(spans: readonly StyledSpan[], columns: number): readonly Wrapped[] {
  const styled = new Styled(spans);
  const { words } = styled;
  if (!words.includes('\n')) return wrapLine(styled, words, 0, columns);
  const lines: Wrapped[] = [];
  let start = 0;
  for (let end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', start)) {
    lines.push(...wrapLine(styled, slice(words, start, end), start, columns));
    start = end + 1;
  }
  return [...lines, ...wrapLine(styled, slice(words, start), start, columns)];
}

function wrapLine(styled: Styled, words: Safe, from: number, columns: number): readonly Wrapped[] {
  return breakText(words, columns).map(({ start, end, columns, hyphen }): Wrapped => {
    const runs = styled.between(from + start, from + end);
    return { runs: hyphen ? [...runs, { ...runs.at(-1), text: say`-` }] : runs, columns, offset: from + start };
  });
}

/** The words of some spans in a row, from which runs are cut in order. */
export class Styled {
  readonly words: Safe;
  readonly #styles: readonly Omit<Run, 'text'>[];
  readonly #starts: readonly number[];
  /** The span in which the last cut ended: cuts go forward. */
  #current = 0;

  constructor(spans: readonly StyledSpan[]) {
    this.words = wordsOf(spans);
    let offset = 0;
    this.#starts = spans.map((span) => {
      const start = offset;
      offset += span.text.length + (span.breaks ? 1 : 0);
      return start;
    });
    this.#styles = spans.map(styleOf);
  }

  /** Returns the runs of the words from one offset to another, which hold no line break. */
  between(start: number, end: number): readonly Run[] {
    const runs: Run[] = [];
    while (this.#current + 1 < this.#starts.length && this.#starts[this.#current + 1]! <= start) this.#current++;
    for (let index = this.#current, from = start; from < end; index++) {
      const to = Math.min(end, this.#starts[index + 1] ?? end);
      const text = drawn(slice(this.words, from, to));
      if (text !== '') runs.push({ ...this.#styles[index], text });
      from = to;
    }
    return runs;
  }
}

/** Soft hyphens and zero-width spaces are only places for a break: some terminals would give them a column. */
function drawn(text: Safe): Safe {
  return /[\u00ad\u200b]/.test(text) ? clean(text.replace(/[\u00ad\u200b]/g, '')) : text;
}

function styleOf(span: StyledSpan): Omit<Run, 'text'> {
  const { text: _, breaks: __, ...style } = span;
  return style;
}
