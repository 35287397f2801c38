import type { Prose } from '../news/index.ts';

/** Returns the prose with the words of its code told apart. */
export async function highlight(prose: Prose): Promise<Prose> {
  return prose;
}
