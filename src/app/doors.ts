import type { Opened } from './reader.ts';
import type { TableRow } from './keymap.ts';
import type { Settings } from './settings.ts';

/** Runs the reader until it is left, and returns the exit code. Screens and kit are loaded here and not before. */
export async function runReader(opened: Opened): Promise<number> {
  const reader = await import('./reader.ts');
  return reader.runReader(opened);
}

/** Returns every command of every screen, and those that work everywhere, with the keys of the settings. */
export async function commandTable(rebound: Settings['keys']): Promise<readonly TableRow[]> {
  const keymap = await import('./keymap.ts');
  return keymap.commandTable(rebound);
}
