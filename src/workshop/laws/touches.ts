import type { House, Room } from '../house.ts';
import type { Source } from '../source.ts';
import type { Breach } from './breach.ts';

/** Something outside of the program, how code reaches it, and which words in the table of rooms allow it. */
interface Outside {
  readonly what: string;
  readonly modules?: RegExp;
  readonly uses?: RegExp;
  readonly allowedBy: readonly string[] | 'any touch';
}

const outsides: readonly Outside[] = [
  {
    what: 'the network',
    modules: /^(node:)?(net|tls|http|https|http2|dns|dgram|inspector)(\/|$)|^undici/,
    uses: /^(globalThis\.)?(fetch\(\)|new (WebSocket|EventSource)\()|^globalThis\.fetch$/,
    allowedBy: ['the network'],
  },
  { what: 'SQLite', modules: /^node:sqlite$/, allowedBy: ['SQLite'] },
  { what: 'child processes', modules: /^(node:)?child_process$|^open$/, allowedBy: ['browser'] },
  { what: 'threads', modules: /^(node:)?worker_threads$/, allowedBy: ['workers'] },
  { what: 'files', modules: /^(node:)?fs(\/|$)|^conf$/, allowedBy: ['disk', 'content folders', 'settings'] },
  {
    what: 'the terminal',
    modules: /^(node:)?(tty|readline)(\/|$)/,
    uses: /^console\.|^process\.(stdin|stdout|stderr)\./,
    allowedBy: ['terminal'],
  },
  { what: 'the process', modules: /^(node:)?(process|os)$/, uses: /^process\./, allowedBy: 'any touch' },
  {
    what: 'the clock',
    modules: /^(node:)?(timers|perf_hooks)(\/|$)/,
    uses: /^(Date\.now|performance\.now|Date\(\)|new Date\(\)|(setTimeout|setInterval|setImmediate)\(\)|Temporal\.Now)/,
    allowedBy: 'any touch',
  },
  {
    what: 'chance',
    uses: /^(Math\.random|crypto\.(randomUUID|getRandomValues)|random(UUID|Bytes|Int)\(\))/,
    allowedBy: 'any touch',
  },
  { what: 'code made of text', modules: /^(node:)?vm$/, uses: /^(eval\(\)|new Function\()/, allowedBy: [] },
];

/** A room touches of the world only what its row in the table says. */
export function touchBreaches({ rooms, sources }: House): Breach[] {
  const named = new Map(rooms.map((room) => [room.name, room]));
  return sources.flatMap((source) => {
    const forbidden = outsides.filter((outside) => !isAllowed(outside, named.get(source.room)));
    return forbidden.flatMap((outside) => reachesFor(source, outside));
  });
}

function isAllowed({ allowedBy }: Outside, room: Room | undefined): boolean {
  // Files in no room, such as main.ts, begin and end the process.
  if (!room) return allowedBy === 'any touch' || allowedBy.includes('terminal');
  if (room.mayTouch.includes('anything')) return true;
  return allowedBy === 'any touch'
    ? room.mayTouch.length > 0
    : allowedBy.some((touch) => room.mayTouch.includes(touch));
}

function reachesFor(source: Source, { what, modules, uses }: Outside): Breach[] {
  const imports = source.imports
    .filter(({ from }) => modules?.test(from))
    .map(({ from, line }) => ({ name: from, line }));
  const used = source.uses.filter(({ name }) => uses?.test(name));
  return [...imports, ...used].map(({ name, line }) => ({
    path: source.path,
    line,
    what: `${source.room} may not touch ${what}: ${name}.`,
  }));
}
