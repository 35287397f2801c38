import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A lock older than this, in milliseconds, was left by a program that was killed. */
const stale = 5000;
/** Longest wait for another program's change, in milliseconds. */
const patience = 8000;

/**
 * Runs the deed while no other program of ours runs one under the same lock file. Two programs that change different
 * settings at once would else lose one of the changes, since each rewrites the whole file.
 */
export async function withLock<T>(path: string, deed: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  while (!take(path)) {
    if (Date.now() > until) throw new Error('another program holds the settings');
    if (age(path) > stale) rmSync(path, { force: true });
    else await pause(15);
  }
  try {
    return await deed();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A clock that was set back must not make a lock last. */
function age(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? Math.abs(Date.now() - stat.mtimeMs) : 0;
}

/** Runs the deed unless another program is changing the settings just now. A lock that was left by a killed one is taken away. */
export function ifFree(path: string, deed: () => void): void {
  if (age(path) > stale) rmSync(path, { force: true });
  if (!take(path)) return;
  try {
    deed();
  } finally {
    rmSync(path, { force: true });
  }
}
