import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Home } from '../rig/home.ts';

const watch = pathToFileURL(join(import.meta.dirname, '../fixtures/hostile/outward.js')).href;

/** What a program in a home did outside of it. */
export interface Outward {
  /** The environment in which it is noted. */
  readonly env: NodeJS.ProcessEnv;
  /** Returns the hosts and ports that it connected to, and the programs that it started. */
  deeds(): readonly string[];
}

export function outward(home: Home): Outward {
  const notes = join(home.folder, 'outward.txt');
  return {
    env: { NODE_OPTIONS: `--import=${watch}`, OUTWARD: notes },
    deeds: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []),
  };
}
