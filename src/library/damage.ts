import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';
import { goodBackup } from './backup.ts';
import { connect, settle } from './connect.ts';
import { isThere } from './examine.ts';
import { makePrivate, type Home } from './home.ts';
import { migrate } from './migrate.ts';
import { salvage } from './salvage.ts';

/**
 * Puts a library in the place of one that cannot be used: the newest good copy, or a new one, with every status that can
 * still be read in the damaged one. That is set aside under another name and never deleted. Returns what the reader is told.
 */
export function restore(home: Home, wrong: string): Problem {
  const backup = goodBackup(home);
  const made = `${home.file}.restoring-${process.pid}`;
  const saved = rebuild(made, backup, home.file);
  const aside = setAside(home.file);
  renameSync(made, home.file);
  rmSync(home.suspicion, { force: true });
  rmSync(home.watermark, { force: true });
  return { kind: 'library', where: cleanLine(home.file), detail: told(wrong, backup, saved, aside) };
}

/** Makes the new library whole under another name first: the damaged one is only moved when its successor is on the disk. */
function rebuild(made: string, backup: string | null, damaged: string): number {
  for (const end of ['', '-wal', '-shm']) rmSync(made + end, { force: true });
  if (backup) copyFileSync(backup, made);
  makePrivate(made);
  const db = connect(made);
  try {
    settle(db);
    migrate(db);
    return salvage(db, damaged);
  } finally {
    db.close();
  }
}

/** Renames what is at the path, with its log, to the first free name, and returns that. */
function setAside(file: string): string {
  let number = 1;
  while (isThere(`${file}.damaged-${number}`)) number += 1;
  const aside = `${file}.damaged-${number}`;
  for (const end of ['-wal', '-shm', '']) if (isThere(file + end)) renameSync(file + end, aside + end);
  return aside;
}

function told(wrong: string, backup: string | null, statuses: number, aside: string): Safe {
  const restored = backup
    ? say`The copy of ${cleanLine(basename(backup, '.db'))} was restored`
    : say`There was no copy to restore, so a new library was begun`;
  const marks = statuses > 0 ? say`, and the marks of ${statuses} articles were saved from the old file` : say``;
  const kept = say`The old file is kept as ${cleanLine(aside)}.`;
  return say`The library could not be used: it ${cleanLine(wrong)}. ${restored}${marks}. ${kept} Refresh your sources to bring their articles up to date.`;
}
