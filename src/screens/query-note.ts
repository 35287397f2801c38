import { pad, say, slice, widthOf, type Safe } from '../text/index.ts';
import type { Typed } from '../kit/typing/index.ts';
import { spread, type Row } from '../kit/index.ts';
import { readQuery } from '../query/index.ts';
import type { World } from './world.ts';

/**
 * Returns the row under a query that is typed: a mark under the place of a mistake and what was expected there, or else the note.
 * What is expected stands left of the mark where there is no room at its right.
 */
export function queryNote(world: World, label: Safe, typed: Typed, note: Safe, typing = true): Row {
  const { columns } = world.size;
  const { mistake } = readQuery(typed.text, { ...world, typing });
  if (!mistake) return spread([{ text: say` ${note}`, role: 'muted' }], [], columns, { ground: 'bar' });
  const words = say`expected ${mistake.expected}`;
  const at = widthOf(label) + 2 + widthOf(slice(typed.text, 0, mistake.at));
  const isRight = at + 2 + widthOf(words) <= columns || at < columns / 2;
  const blank = (width: number): Safe => pad(say``, Math.max(0, width));
  const place = Math.min(at, columns - 1);
  const text = isRight ? say`${blank(place)}^ ${words}` : say`${blank(place - widthOf(words) - 1)}${words} ^`;
  return spread([{ text, role: 'notice' }], [], columns, { ground: 'bar', ellipsis: world.signs.ellipsis });
}
