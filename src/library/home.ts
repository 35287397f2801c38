import {
  accessSync,
  chmodSync,
  constants,
  closeSync,
  existsSync,
  fchmodSync,
  mkdirSync,
  openSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where the parts of a library lie. */
export interface Home {
  readonly folder: string;
  readonly file: string;
  readonly backups: string;
  /** Held while a damaged library is restored. */
  readonly lock: string;
  /** There while damage was met and the next start is to look closely. */
  readonly suspicion: string;
  /** How many changes there were at least: fewer at the next start means that some were lost. */
  readonly watermark: string;
}

/** Returns the places in a folder. Touches nothing. */
export function homeIn(folder: string): Home {
  const file = join(folder, 'library.db');
  return {
    folder,
    file,
    backups: join(folder, 'backups'),
    lock: `${file}.lock`,
    suspicion: `${file}.suspicion`,
    watermark: `${file}.watermark`,
  };
}

/** Makes the folder where it is missing, for its owner alone whatever the process's mask is. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Makes the file where it is missing, and lets only its owner read it. SQLite gives its log the same rights. */
export function makePrivate(file: string): void {
  const handle = openSync(file, 'a', 0o600);
  try {
    fchmodSync(handle, 0o600);
  } finally {
    closeSync(handle);
  }
}

/** Returns whether nothing in the folder can be written, as on a mounted image. */
export function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS';
  }
}

/** Returns whether the file may be read by others than its owner. */
export function isPrivate(file: string): boolean {
  return (statSync(file).mode & 0o077) === 0;
}

/** Has the next start look at every page of the library. */
export function suspect(home: Home): void {
  try {
    writeFileSync(home.suspicion, '', { mode: 0o600 });
  } catch {
    // The disk takes nothing more; damage will be met again.
  }
}
