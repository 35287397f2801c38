import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sideBySide } from './side-by-side.ts';

/** The sizes at which screens are drawn for their goldens: narrow, small, usual, and with room for a preview. */
export const sizes = [
  { columns: 40, rows: 14 },
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
] as const;

/**
 * Compares a drawing with the one in the file, which a person has read. Throws with both side by side when they differ.
 * With `UPDATE_GOLDENS=1` in the environment the drawing is accepted instead.
 */
export function golden(file: URL, drawing: string): void {
  const text = `${drawing.replace(/[^\S\n]+$/gm, '').trimEnd()}\n`;
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (text === expected) return;
  const how = 'When the right side is as it should be: UPDATE_GOLDENS=1 npm test';
  throw new Error(
    `${file.pathname} is drawn otherwise now.\n\n${sideBySide('golden', expected, 'now', text)}\n\n${how}`,
  );
}
