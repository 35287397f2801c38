import type { Paint } from '../verb.ts';
import { wrapWords } from '../wrap.ts';

/** Returns a line a field that says something, its name in front. */
export function fieldLines(fields: object, width: number | null, paint: Paint): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const words = saidBy(value);
    return words === '' ? [] : wrapWords(`${paint('quiet', `${name}:`)} ${words}`, width, '');
  });
}

function saidBy(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(saidBy).join('; ');
  return Object.values(value).map(saidBy).filter(Boolean).join(' · ');
}
