import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { programCalled } from './programs.ts';

/** How a tortured program ended: the names of the deeds that it acknowledged, and what it complained of. */
export interface Ended {
  readonly opened: boolean;
  readonly acknowledged: readonly string[];
  readonly complained: string;
}

/** What a program is to do: which deed, under which name, how often, and in which environment. */
export interface Task {
  readonly folder: string;
  readonly kind: string;
  readonly name: string;
  readonly times: number;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Starts a program that does deeds. `heard` is called each time that it says something: with -1 before it opens the library, and from
 * then on with how many deeds it has acknowledged.
 */
export async function start(
  { folder, kind, name, times, env }: Task,
  heard: (child: ChildProcess, acknowledged: number) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [await programCalled('deeds'), folder, kind, name, String(times)], {
    env: { ...process.env, ...env },
  });
  let said = '';
  let complained = '';
  const lines = () => said.split('\n').slice(0, -1);
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    const deeds = lines().length - opening.length;
    if (deeds >= -1) heard(child, deeds);
  });
  child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  await once(child, 'close');
  const opened = lines().includes('open');
  return { opened, acknowledged: lines().slice(opening.length), complained };
}

/** What a program says before it does its first deed. */
const opening = ['begun', 'open'];

/** Returns numbers from 0 to 1 that are the same in every run: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
