import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';
import { judgeSetting, type Settings } from './settings.ts';
import {
  attempt,
  copyWhole,
  lastGoodPath,
  look,
  readSettingsFile,
  settingsPath,
  waitForDisk,
} from './settings-file.ts';
import { withLock } from './settings-lock.ts';
import { lockPath, sweep } from './settings-leavings.ts';

/**
 * Changes one setting in the folder's file, everything else in it kept. Returns null once the file was written and read back
 * whole, else what stood in the way; then the settings are as before. The last good copy is kept beside the file, because
 * a full disk can truncate what `conf` writes while it reports success.
 */
export async function changeSetting<Key extends keyof Settings>(
  folder: string,
  key: Key,
  value: Settings[Key],
): Promise<Problem | null> {
  const refuse = (detail: Safe): Problem => ({
    kind: 'setting',
    where: cleanLine(settingsPath(folder)),
    detail: say`The setting was not changed. ${detail}`,
  });
  const wrong = judgeSetting(key, value);
  if (wrong) return refuse(wrong);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const failure = await withLock(lockPath(folder), () => replace(folder, key, value));
    return failure && refuse(failure);
  } catch (error) {
    return refuse(say`${cleanLine((error as Error).message.slice(0, 200))}.`);
  }
}

async function replace<Key extends keyof Settings>(
  folder: string,
  key: Key,
  value: Settings[Key],
): Promise<Safe | null> {
  sweep(folder);
  const before = readSettingsFile(folder);
  if (before.state === 'unusable') return before.problems[0]!.detail;
  if (before.state === 'good') copyWhole(settingsPath(folder), lastGoodPath(folder));
  try {
    await write(folder, key, value);
  } finally {
    const after = look(settingsPath(folder));
    const whole = after.state === 'good' && isDeepStrictEqual(after.value[key], value);
    if (!whole) putBack(folder, before.state);
    else attempt(() => copyWhole(settingsPath(folder), lastGoodPath(folder)));
  }
  const kept = look(settingsPath(folder));
  if (isDeepStrictEqual(kept.value[key], value)) return null;
  return say`The file did not read back as written, so the last good copy is back in place. Is the disk full?`;
}

async function write<Key extends keyof Settings>(folder: string, key: Key, value: Settings[Key]): Promise<void> {
  const { default: Conf } = await import('conf');
  const store = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'settings',
    fileExtension: 'json',
    projectSuffix: '',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
  });
  store.set(key, value);
  // The file is on the disk; that it bears the name now is so when the folder is, which not every file system can be asked.
  attempt(() => waitForDisk(folder));
}

/** Puts the settings back by their name alone, which needs no room on a full disk. */
function putBack(folder: string, before: 'good' | 'absent'): void {
  if (before === 'good') renameSync(lastGoodPath(folder), settingsPath(folder));
  else rmSync(settingsPath(folder), { force: true });
}
