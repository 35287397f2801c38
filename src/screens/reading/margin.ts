import type { World } from '../world.ts';
import { columnsOfText } from './page.ts';

/** Returns the columns left of the text: it stands in the middle of the screen. */
export function marginOf(world: World): number {
  return Math.max(0, Math.floor((world.size.columns - columnsOfText(world)) / 2));
}
