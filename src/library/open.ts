import { existsSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Instant, Problem } from '../news/index.ts';
import { addFunctions } from './asked-functions.ts';
import { assemble } from './assemble.ts';
import { backups } from './backup.ts';
import { alone, connect, settle, settleBeside } from './connect.ts';
import { restore } from './damage.ts';
import { isThere, wrongInside, wrongOutside } from './examine.ts';
import { homeIn, isPrivate, isReadOnly, makeFolder, makePrivate, suspect, type Home } from './home.ts';
import type { Library } from './library.ts';
import { migrate, versionOf, type TellStep } from './migrate.ts';
import { migrations } from './schema.ts';
import { asProblem, LibraryProblem, saysDamaged } from './problem.ts';
import { straighten } from './straighten.ts';
import { newTurns, takeTurns, Turns, type SharedTurns } from './turns.ts';
import { belowWatermark } from './watermark.ts';

/** How a library is opened. */
export interface Opening {
  /** The turns of a library that is open already: of a thread that files much beside it, and lets its changes go first. */
  readonly beside?: SharedTurns | null;
  /** `closely` looks at every page of it first, which takes a while. */
  readonly looks?: 'quickly' | 'closely';
  /** Hears of each step by which an older library is brought up to date, before it is taken: a step may take minutes. */
  readonly migrating?: TellStep;
}

/**
 * Opens the library in the folder, making both where they are missing. A file that is damaged or not ours is set aside and
 * the newest good copy restored, which the problems tell. Throws a LibraryProblem when there is nothing to be opened: a
 * newer version's library, or a folder out of reach.
 */
export function openLibrary(
  folder: string,
  now: Instant,
  { beside = null, looks = 'quickly', migrating }: Opening = {},
): { readonly library: Library; readonly problems: readonly Problem[] } {
  const home = homeIn(folder);
  const problems: Problem[] = [];
  try {
    makeFolder(folder);
    if (looks === 'closely') suspect(home);
    const db = isReadOnly(folder) ? openForReading(home) : openSound(home, problems);
    migrate(db, migrations, migrating);
    addFunctions(db, home.file);
    if (beside) settleBeside(db);
    const turns = beside ?? newTurns();
    takeTurns(db, new Turns(turns, beside === null));
    const lost = belowWatermark(db, home);
    if (lost) problems.push(lost);
    return { library: assemble(db, home, turns, programOf(now)), problems };
  } catch (error) {
    throw asProblem(error, home.file);
  }
}

function openSound(home: Home, problems: Problem[]): DatabaseSync {
  const opened = attempt(home, problems);
  if (typeof opened !== 'string') return opened;
  return alone(home.lock, () => {
    // Another program may have restored it while we waited for our turn.
    const wrong = attempt(home, problems);
    if (typeof wrong !== 'string') return wrong;
    problems.push(restore(home, wrong));
    const restored = attempt(home, problems);
    if (typeof restored === 'string') throw new LibraryProblem('damaged', home.file);
    return restored;
  });
}

/** Returns a library that lies where nothing can be written: all of it can be read. */
function openForReading(home: Home): DatabaseSync {
  const db = connect(home.file, 'read-only disk');
  if (versionOf(db) === migrations.length) return db;
  db.close();
  throw new LibraryProblem('read-only', home.file);
}

/** Returns a connection to a sound library, or what is wrong with it. What was put right in it is added to the problems. */
function attempt(home: Home, problems: Problem[]): DatabaseSync | string {
  const wrong = wrongOutside(home.file) ?? wronglyMissing(home);
  if (wrong !== null) return wrong;
  if (!existsSync(home.file) || !isPrivate(home.file)) makePrivate(home.file);
  const db = connect(home.file);
  try {
    const closely = existsSync(home.suspicion);
    const inside = wrongInside(db, home.file, closely);
    if (inside === null) {
      settle(db);
      const righted = closely ? straighten(db, home.file) : null;
      if (righted) problems.push(righted);
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
