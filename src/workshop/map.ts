import { join } from 'node:path';
import { readHouse, type House, type Room } from './house.ts';
import { breachesOf, describe } from './laws/all.ts';
import { medians } from './laws/sizes.ts';
import { root } from './root.ts';
import type { Source } from './source.ts';

const shown = 10;

/** Prints the house: its rooms with what they import, its largest files and functions, and where it is not as its laws say. */
function map(house: House): string {
  const { file, func } = medians(house);
  const files = house.sources.toSorted((a, b) => b.lines - a.lines).slice(0, shown);
  const functions = house.sources
    .flatMap(({ path, functions }) => functions.map((func) => ({ ...func, path })))
    .toSorted((a, b) => b.lines - a.lines)
    .slice(0, shown);
  const breaches = breachesOf(house);
  return [
    'Rooms, their size, and what they import',
    ...house.rooms.map((room) => roomRow(room, house.sources)),
    `\nFiles: half have no more than ${file} lines. The longest:`,
    ...files.map(({ path, lines }) => row(lines, `src/${path}`)),
    `\nFunctions: half have no more than ${func} lines. The longest:`,
    ...functions.map(({ path, line, lines, name }) => row(lines, `${name}  src/${path}:${line}`)),
    breaches.length === 0 ? '\nThe house is as its laws say.' : '\nAgainst the law:',
    ...breaches.map((breach) => `  ${describe(breach)}`),
  ].join('\n');
}

function roomRow({ name }: Room, sources: readonly Source[]): string {
  const own = sources.filter(({ room }) => room === name);
  const lines = own.reduce((sum, source) => sum + source.lines, 0);
  const others = own.flatMap(({ imports }) =>
    imports.flatMap(({ from }) => /^(?:\.\.\/)+([a-z]+)\/index\.ts$/.exec(from)?.[1] ?? []),
  );
  const arrows = [...new Set(others)].filter((other) => other !== name).toSorted();
  return `  ${name.padEnd(10)}${String(own.length).padStart(4)} files ${String(lines).padStart(6)} lines   ${arrows.length > 0 ? `→ ${arrows.join(', ')}` : ''}`;
}

const row = (lines: number, what: string): string => `  ${String(lines).padStart(4)}  ${what}`;

console.log(map(readHouse(join(root, 'src'))));
