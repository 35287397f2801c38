import { watch as watchFiles, type FSWatcher } from 'node:fs';
import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Home } from './home.ts';
import { one } from './statements.ts';

/**
 * Milliseconds after the last stir in the files when it is looked whether another program wrote. Its change counts only after
 * its log has been flushed to the disk, which makes no stir of its own: hence the second, later look.
 */
const looks = { soon: 30, late: 400 };
/** Whoever writes without a pause must not put off the look for longer than this, in milliseconds. */
const longest = 250;

/** Calls back when another program changed the library, never for changes of our own. Costs nothing while none does. */
export function watch(db: DatabaseSync, home: Home, changed: () => void): () => void {
  let seen = version(db);
  let soon: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  let firstStir: number | null = null;
  const look = () => {
    if (!db.isOpen) return;
    const now = version(db);
    if (now === seen) return;
    seen = now;
    changed();
  };
  const stirred = (_event: string, name: string | null) => {
    if (name !== null && !name.startsWith(basename(home.file))) return;
    firstStir ??= performance.now();
    clearTimeout(soon);
    clearTimeout(late);
    const left = Math.max(0, firstStir + longest - performance.now());
    soon = setTimeout(
      () => {
        firstStir = null;
        look();
      },
      Math.min(looks.soon, left),
    ).unref();
    late = setTimeout(look, looks.late).unref();
  };
  const watcher = watcherOf(home, stirred);
  return () => {
    clearTimeout(soon);
    clearTimeout(late);
    watcher?.close();
  };
}

/** Grows with every change that another connection made (sqlite.org/pragma.html#pragma_data_version). */
function version(db: DatabaseSync): unknown {
  return one(db, 'PRAGMA data_version')?.['data_version'];
}

/** A system that has no more watches to give is no reason to fail: the other program's changes then show at the next key. */
function watcherOf(home: Home, stirred: (event: string, name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watchFiles(home.folder, { persistent: false }, stirred);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
