import type { Prose } from '../news/index.ts';
import type { Line } from './line.ts';
import { Margin } from './margin.ts';
import { asciiSigns, unicodeSigns } from './marks.ts';
import { Page } from './page.ts';
import { setBlock } from './setting.ts';

export interface Typesetting {
  /** Columns that a line may fill; only tables and code are ever wider, and say so. */
  readonly columns: number;
  /** Whether the typesetter's own signs are to be ASCII. */
  readonly ascii?: boolean;
}

/**
 * Returns the prose as lines of the width. It is pure and remembers nothing: the same prose makes the same lines, and at
 * any two widths the same place can be found in both (`lineAt`). No line but a `wide` one is wider than asked.
 */
export function typeset(prose: Prose, { columns, ascii = false }: Typesetting): readonly Line[] {
  const page = new Page(Math.max(2, Math.floor(columns)), ascii ? asciiSigns : unicodeSigns);
  const margin = new Margin();
  prose.forEach((block, index) => {
    const follows = block.type === 'alsoSee' && prose[index - 1]?.type === 'alsoSee';
    if (index > 0 && !follows) page.blank(margin);
    page.begin(index);
    setBlock(page, block, margin, 'text');
  });
  return page.lines;
}
