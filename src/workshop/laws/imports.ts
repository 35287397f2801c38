import { posix } from 'node:path';
import { roomOf, type House, type Room } from '../house.ts';
import type { Import, Source } from '../source.ts';
import type { Breach } from './breach.ts';

const drawing = /^(react|ink)($|[-/])/;

/** Rooms are entered by their index.ts, only along the table; only what draws imports React or Ink. */
export function importBreaches({ rooms, sources }: House): Breach[] {
  const named = new Map(rooms.map((room) => [room.name, room]));
  return sources.flatMap((source) =>
    source.imports.flatMap((imported) => {
      const what = imported.from.startsWith('.')
        ? insideBreach(source, imported, named)
        : packageBreach(source, imported, named);
      return what ? [{ path: source.path, line: imported.line, what }] : [];
    }),
  );
}

function insideBreach(source: Source, { from }: Import, rooms: ReadonlyMap<string, Room>): string | null {
  const target = posix.join(posix.dirname(source.path), from);
  const room = roomOf(target, [...rooms.values()]);
  if (!/\.(tsx?|json)$/.test(target)) return `The import of ${from} must end in .ts or .tsx.`;
  if (mayAnything(rooms.get(source.room)) || room === source.room) return null;
  if (source.room.startsWith(`${room}/`)) return null;
  if (isEntry(source) && target === '../package.json') return null;
  if (room === '..') return `${source.room} may not import from outside of src.`;
  if (!rooms.has(room)) return `${source.room} may not import ${target}: it is in no room of the table.`;
  if (!isEntry(source) && !mayImport(rooms.get(source.room), room))
    return `${source.room} may not import ${room}: see the table in ARCHITECTURE.md.`;
  return target === `${room}/index.ts` ? null : `${room} is entered by its index.ts, not by ${target}.`;
}

function packageBreach(source: Source, { from }: Import, rooms: ReadonlyMap<string, Room>): string | null {
  if (!drawing.test(from) || mayAnything(rooms.get(source.room))) return null;
  if (!source.path.endsWith('.tsx')) return `Only .tsx files import ${from}.`;
  return mayImport(rooms.get(source.room), 'ink')
    ? null
    : `${source.room} may not draw: its row in ARCHITECTURE.md has no ink.`;
}

/** Files that are in no room, such as main.ts, compose the rooms and may enter each. */
const isEntry = (source: Source): boolean => !source.path.includes('/');

const mayAnything = (room?: Room): boolean => room?.mayImport.includes('anything') ?? false;

const mayImport = (room: Room | undefined, name: string): boolean => room?.mayImport.includes(name) ?? false;
