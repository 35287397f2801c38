import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, type Source } from './source.ts';

/** A row of the table of rooms in `src/ARCHITECTURE.md`. */
export interface Room {
  readonly name: string;
  readonly mayImport: readonly string[];
  readonly mayTouch: readonly string[];
}

export interface House {
  readonly rooms: readonly Room[];
  readonly sources: readonly Source[];
}

/** Reads the house as it stands on the disk. */
export function readHouse(src: string): House {
  const rooms = readTable(readFileSync(join(src, 'ARCHITECTURE.md'), 'utf8'));
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return {
    rooms,
    sources: paths
      .filter((path) => /\.tsx?$/.test(path))
      .toSorted()
      .map((path) => ({ ...readSource(path, readFileSync(join(src, path), 'utf8')), room: roomOf(path, rooms) })),
  };
}

/** Returns the room that a path lies in: the innermost that the table names, such as `kit/ink`, else its first folder. */
export function roomOf(path: string, rooms: readonly Room[]): string {
  const around = rooms.filter(({ name }) => path.startsWith(`${name}/`)).map(({ name }) => name);
  return around.toSorted((one, other) => other.length - one.length)[0] ?? path.split('/')[0] ?? path;
}

/** Reads the table of rooms: a room a row, its cells separated by commas, `–` for none. */
export function readTable(architecture: string): Room[] {
  const rows = architecture.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [, name = '', mayImport = '', mayTouch = ''] = row.split('|').map((cell) => cell.trim());
    return { name, mayImport: listed(mayImport), mayTouch: listed(mayTouch) };
  });
}

const listed = (cell: string): string[] =>
  cell
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !['', '–', 'nothing'].includes(name));
