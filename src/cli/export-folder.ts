import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanLine, say } from '../text/index.ts';
import type { Location } from './location.ts';

/** What the parts of an export are called: of Omnivore, and of Pocket. */
const parts = /^(?:metadata_\d+_to_\d+\.json|part_\d+\.csv)$/;

/** Returns the parts of another program's export that lie in a folder, in the order of their numbers. */
export function exportIn(folder: string): readonly Location[] {
  const names = readdirSync(folder).filter((name) => parts.test(name));
  names.sort((one, other) => numberIn(one) - numberIn(other));
  return names.map((name) => ({ kind: 'page', path: join(folder, name), name: say`${cleanLine(name)}` }));
}

function numberIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}
