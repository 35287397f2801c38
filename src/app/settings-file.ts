import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';

/** What a settings file says. `state` tells whether it may be written over: never when it is `unusable`. */
export interface SettingsFile {
  readonly value: Readonly<Record<string, unknown>>;
  readonly state: 'absent' | 'good' | 'unusable';
  readonly where: Safe;
  readonly problems: readonly Problem[];
}

/** A larger file is no settings of ours, in bytes. */
const largest = 1_000_000;

/** Returns the path of the settings file in the folder. */
export function settingsPath(folder: string): string {
  return join(folder, 'settings.json');
}

/** Returns the path of the copy of the last settings that were written and read back whole. */
export function lastGoodPath(folder: string): string {
  return join(folder, 'settings.json.last-good');
}

/**
 * Reads the folder's settings file. One that is no JSON object is set aside as settings.json.bad-N, and the last good copy
 * stands in for it. A file that cannot be opened stays where it is. Never fails.
 */
export function readSettingsFile(folder: string): SettingsFile {
  const path = settingsPath(folder);
  const where = cleanLine(path);
  const found = look(path);
  if (found.state !== 'broken') {
    const problems: Problem[] = found.why ? [{ kind: 'setting', where, detail: found.why }] : [];
    return { value: found.value, state: found.state, where, problems };
  }
  const aside = setAside(folder);
  const copy = look(lastGoodPath(folder));
  if (aside && copy.state === 'good') attempt(() => copyWhole(lastGoodPath(folder), path));
  const kept = aside ? say`It is kept as ${aside}` : say`It is left as it is`;
  const used = copy.state === 'good' ? say`the last good copy is used` : say`the defaults are used`;
  const detail = say`${found.why}. ${kept}, and ${used}.`;
  return { value: copy.value, state: stateAfter(aside, copy), where, problems: [{ kind: 'setting', where, detail }] };
}

function stateAfter(aside: Safe | null, copy: Look): SettingsFile['state'] {
  if (!aside) return 'unusable';
  return copy.state === 'good' ? 'good' : 'absent';
}

/** What one file of settings holds, and why not when it cannot be used. */
export type Look =
  | { readonly state: 'absent' | 'good'; readonly value: Readonly<Record<string, unknown>>; readonly why: null }
  | { readonly state: 'broken' | 'unusable'; readonly value: Readonly<Record<string, unknown>>; readonly why: Safe };

/** Returns what the file holds, and touches nothing. */
export function look(path: string): Look {
  let text: string;
  try {
    text = readRegular(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') return { state: 'absent', value: {}, why: null };
    if (code === 'EFBIG')
      return { state: 'broken', value: {}, why: say`The file is larger than ${largest} bytes, so it was not read` };
    return {
      state: 'unusable',
      value: {},
      why: say`The file cannot be read (${cleanLine(code)}), so the defaults are used. Make it a file that you may read.`,
    };
  }
  if (text.trim() === '') return { state: 'absent', value: {}, why: null };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { state: 'good', value: value as Record<string, unknown>, why: null };
    }
    return { state: 'broken', value: {}, why: say`The file is JSON, but no object of settings` };
  } catch (error) {
    return {
      state: 'broken',
      value: {},
      why: say`The file is no JSON (${cleanLine((error as Error).message.slice(0, 120))})`,
    };
  }
}

/** Reads a regular file without waiting on a pipe or device that stands in its place. */
function readRegular(path: string): string {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw Object.assign(new Error(), { code: 'no regular file' });
    if (stat.size > largest) throw Object.assign(new Error(), { code: 'EFBIG' });
    const bytes = Buffer.alloc(stat.size);
    const length = readSync(descriptor, bytes, 0, bytes.length, 0);
    return new TextDecoder().decode(bytes.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}

/** Copies a file, readable by its owner alone, and gives the copy its name only when it is whole. Throws when it is not. */
export function copyWhole(from: string, to: string): void {
  const next = `${to}.new`;
  try {
    copyFileSync(from, next);
    chmodSync(next, 0o600);
    if (!readFileSync(next).equals(readFileSync(from)))
      throw new Error('a copy of the settings could not be kept; is the disk full?');
    renameSync(next, to);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** Returns when the names in a folder are on the disk itself, where a power cut leaves them. Throws where that fails. */
export function waitForDisk(folder: string): void {
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives the file a name that no other has. Returns the name, or null when the folder does not allow it. */
function setAside(folder: string): Safe | null {
  for (let number = 1; number < 1000; number++) {
    const path = `${settingsPath(folder)}.bad-${number}`;
    if (isThere(path)) continue;
    return attempt(() => renameSync(settingsPath(folder), path)) ? cleanLine(basename(path)) : null;
  }
  return null;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Tries a deed whose failure changes nothing. Returns whether it was done. */
export function attempt(deed: () => void): boolean {
  try {
    deed();
    return true;
  } catch {
    return false;
  }
}
