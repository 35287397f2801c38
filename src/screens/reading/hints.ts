import { bodyHeight } from '../bars.ts';
import type { World } from '../world.ts';
import { page, type Reading } from './state.ts';

/** The letters that follow a link: those under the fingers first. */
const letters = 'asdfghjklwertyuiopzxcvbnm';

export interface Hint {
  readonly link: number;
  readonly letters: string;
}

/** Returns the letters for each link on the screen: one each while they last, else two each. */
export function hintFor(state: Reading, world: World): readonly Hint[] {
  const bottom = state.top + bodyHeight(world);
  const shown = page(state, world)
    .links.map(({ line }, link) => ({ line, link }))
    .filter(({ line }) => line >= state.top && line < bottom)
    .sort((one, other) => one.line - other.line || one.link - other.link);
  const isShort = shown.length <= letters.length;
  return shown
    .slice(0, letters.length ** 2)
    .map(({ link }, index) => ({ link, letters: isShort ? letter(index) : pair(index) }));
}

function pair(index: number): string {
  return letter(Math.floor(index / letters.length)) + letter(index % letters.length);
}

function letter(index: number): string {
  return letters[index] ?? '';
}
