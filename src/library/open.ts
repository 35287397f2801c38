import { existsSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Instant, Problem } from '../news/index.ts';
import { assemble } from './assemble.ts';
import { backups } from './backup.ts';
import { connect, settle } from './connect.ts';
import { restore } from './damage.ts';
import { isThere, wrongInside, wrongOutside } from './examine.ts';
import { homeIn, isPrivate, makeFolder, makePrivate, type Home } from './home.ts';
import type { Library } from './library.ts';
import { migrate } from './migrate.ts';
import { asProblem, LibraryProblem, saysDamaged } from './problem.ts';
import { belowWatermark } from './watermark.ts';

/**
 * Opens the library in the folder, making both where they are missing. A file that is damaged or not ours is set aside and
 * the newest good copy restored, which the problems tell. Throws a LibraryProblem when there is nothing to be opened: a
 * newer version's library, or a folder out of reach.
 */
export function openLibrary(
  folder: string,
  now: Instant,
): { readonly library: Library; readonly problems: readonly Problem[] } {
  const home = homeIn(folder);
  const problems: Problem[] = [];
  try {
    makeFolder(folder);
    const db = openSound(home, problems);
    migrate(db);
    const lost = belowWatermark(db, home);
    if (lost) problems.push(lost);
    return { library: assemble(db, home, programOf(now)), problems };
  } catch (error) {
    throw asProblem(error, home.file);
  }
}

function openSound(home: Home, problems: Problem[]): DatabaseSync {
  const opened = attempt(home);
  if (typeof opened !== 'string') return opened;
  problems.push(restore(home, opened));
  const restored = attempt(home);
  if (typeof restored === 'string') throw new LibraryProblem('damaged', home.file);
  return restored;
}

/** Returns a connection to a sound library, or what is wrong with it. */
function attempt(home: Home): DatabaseSync | string {
  const wrong = wrongOutside(home.file) ?? wronglyMissing(home);
  if (wrong !== null) return wrong;
  if (!existsSync(home.file) || !isPrivate(home.file)) makePrivate(home.file);
  const db = connect(home.file);
  try {
    const closely = existsSync(home.suspicion);
    const inside = wrongInside(db, home.file, closely);
    if (inside === null) {
      settle(db);
      if (closely) rmSync(home.suspicion, { force: true });
      return db;
    }
    db.close();
    return inside;
  } catch (error) {
    db.close();
    if (saysDamaged(error)) return 'is damaged';
    throw error;
  }
}

/** A first start finds nothing at all. Where there are copies there was a library. */
function wronglyMissing(home: Home): string | null {
  const missing = !isThere(home.file) || statSync(home.file).size === 0;
  return missing && backups(home).length > 0 ? 'is missing or empty' : null;
}

/** Names this run of the program: what one program did another does not undo. */
function programOf(now: Instant): string {
  return `${now}-${process.pid}-${process.hrtime.bigint()}`;
}
