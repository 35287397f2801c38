import type { House } from '../house.ts';
import type { Breach } from './breach.ts';
import { importBreaches } from './imports.ts';
import { medianBreaches, sizeBreaches } from './sizes.ts';
import { touchBreaches } from './touches.ts';
import { wordBreaches } from './words.ts';

/** Returns every place where the house is not as its laws say. */
export function breachesOf(house: House): Breach[] {
  const laws = [roomBreaches, importBreaches, touchBreaches, wordBreaches, sizeBreaches, medianBreaches];
  return laws.flatMap((law) => law(house));
}

/** Every folder of `src` is a room of the table. */
function roomBreaches({ rooms, sources }: House): Breach[] {
  const named = new Set(rooms.map(({ name }) => name));
  const folders = new Set(sources.filter(({ path }) => path.includes('/')).map(({ room }) => room));
  return [...folders]
    .filter((folder) => !named.has(folder))
    .map((path) => ({ path, line: 1, what: `${path} is not in the table of rooms in ARCHITECTURE.md.` }));
}

export function describe({ path, line, what }: Breach): string {
  return path === '' ? what : `src/${path}:${line} ${what}`;
}
