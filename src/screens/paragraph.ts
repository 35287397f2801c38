import { pad, say, type Safe } from '../text/index.ts';
import { typeset } from '../prose/index.ts';
import type { Piece, Row } from '../kit/index.ts';
import type { Role } from '../theme/index.ts';

/** How a paragraph looks, beside its words. */
interface Look {
  readonly role: Role;
  readonly strong?: boolean;
  /** Columns left free before each row. */
  readonly indent?: number;
}

/** Returns the words as rows of a paragraph that is at most so many columns wide, its indent included. */
export function paragraphRows(text: Safe, columns: number, { role, strong, indent = 0 }: Look): readonly Row[] {
  const lines = typeset([{ type: 'paragraph', spans: [{ text }] }], { columns: Math.max(16, columns - indent) });
  const margin: readonly Piece[] = indent > 0 ? [{ text: pad(say``, indent), role: 'text' }] : [];
  return lines.map(({ runs }) => ({
    pieces: [...margin, ...runs.map((run): Piece => ({ text: run.text, role, ...(strong ? { strong } : {}) }))],
  }));
}
