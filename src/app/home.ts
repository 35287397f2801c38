import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

/** The folders of one reader, as absolute paths. None of them need exist yet. */
export interface Home {
  /** Holds settings.json and its copies. */
  readonly settings: string;
  /** Holds the library and its backups. */
  readonly library: string;
  /** Holds what can be made again. */
  readonly cache: string;
  /** Holds what the program wrote when it stopped over a fault of its own. */
  readonly reports: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns where settings, library, cache and reports are. `ALSOSEE_HOME` puts them all under one folder; else they follow
 * the XDG Base Directory rules (a relative value is ignored, as these demand), and on macOS the folders of ~/Library.
 */
export function homeOf(env: Environment, platform: string, userHome: string): Home {
  if (env['ALSOSEE_HOME']) return under(resolve(env['ALSOSEE_HOME']));
  const mac = platform === 'darwin';
  const folder = (variable: string, onMac: string, elsewhere: string): string => {
    const asked = env[variable];
    return join(asked && isAbsolute(asked) ? asked : join(userHome, mac ? onMac : elsewhere), 'alsosee');
  };
  return {
    settings: folder('XDG_CONFIG_HOME', 'Library/Preferences', '.config'),
    library: folder('XDG_DATA_HOME', 'Library/Application Support', '.local/share'),
    cache: folder('XDG_CACHE_HOME', 'Library/Caches', '.cache'),
    reports: join(folder('XDG_STATE_HOME', 'Library/Logs', '.local/state'), 'reports'),
  };
}

function under(folder: string): Home {
  return {
    settings: folder,
    library: join(folder, 'library'),
    cache: join(folder, 'cache'),
    reports: join(folder, 'reports'),
  };
}

/** Returns the folder of the articles, guide and themes that the program ships with, run from its source or its bundle. */
export function contentFolder(): string {
  const levels = ['..', '../..', '../../..'].map((up) => join(import.meta.dirname, up, 'content'));
  return levels.find((folder) => existsSync(folder)) ?? levels[0]!;
}
