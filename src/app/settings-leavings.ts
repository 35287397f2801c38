import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, settingsPath } from './settings-file.ts';
import { ifFree } from './settings-lock.ts';

/** Unfinished files of `conf` and of ours. */
const unfinished = /^settings\.json(\.tmp-[\w-]+|(\.last-good)?\.new)$/;

/** Returns the path of the lock under which settings are changed. */
export function lockPath(folder: string): string {
  return `${settingsPath(folder)}.lock`;
}

/** Takes away what a killed program left, never a settings file or a copy. Call it under the lock. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) if (unfinished.test(name)) rmSync(join(folder, name), { force: true });
}

/** The same at the start of a program, if there is anything and nobody is changing the settings. Never fails. */
export function sweepAtStart(folder: string): void {
  attempt(() => {
    const isLeft = (name: string): boolean => unfinished.test(name) || join(folder, name) === lockPath(folder);
    if (readdirSync(folder).some(isLeft)) ifFree(lockPath(folder), () => sweep(folder));
  });
}
