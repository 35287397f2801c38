import { paintRow, type Drawing, type Row } from '../../src/kit/index.ts';
import { widthOf } from '../../src/text/index.ts';
import type { Paint } from '../../src/theme/index.ts';

const bare: Paint = { text: (text) => text, open: () => '' };
const named: Paint = { text: (text) => text, open: (role, style) => `\x1b[${role}@${style?.ground ?? role}m` };

/** Returns the rows as text between bars, one line each, exactly as wide as they are drawn. */
export function sketch(rows: readonly Row[], columns: number, drawing?: Drawing): string {
  return rows.map((row) => `|${paintRow(row, columns, bare, drawing)}|`).join('\n');
}

/** Returns which role each stretch of the row is drawn in, with its columns: `unread 1, headline 12, page 7`. */
export function rolesOf(row: Row, columns: number): string {
  const stretches = paintRow(row, columns, named).matchAll(/\x1b\[(\w+)@\w+m([^\x1b]*)/g);
  return Array.from(stretches, ([, role, text]) => `${role} ${widthOf(text!)}`).join(', ');
}

/** Returns which role lies behind each stretch of the row, with its columns. */
export function groundsOf(row: Row, columns: number): string {
  const grounds: { ground: string; width: number }[] = [];
  for (const [, ground, text] of paintRow(row, columns, named).matchAll(/\x1b\[\w+@(\w+)m([^\x1b]*)/g)) {
    const last = grounds.at(-1);
    if (last && last.ground === ground) last.width += widthOf(text!);
    else grounds.push({ ground: ground!, width: widthOf(text!) });
  }
  return grounds.map(({ ground, width }) => `${ground} ${width}`).join(', ');
}

/** Returns the painted row without its sequences. */
export function stripped(painted: string): string {
  return painted.replace(/\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\/g, '');
}
