import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';
import { goodBackup } from './backup.ts';
import { connect, settle } from './connect.ts';
import { isThere } from './examine.ts';
import { makePrivate, type Home } from './home.ts';
import { migrate } from './migrate.ts';
import { indexAll } from './repair.ts';
import { recount } from './recount.ts';
import { salvage, type Rescued } from './salvage.ts';
import { transaction } from './transaction.ts';

/**
 * Puts a library in the place of one that cannot be used: the newest good copy, or a new one, with every status that can
 * still be read in the damaged one. That is set aside under another name and never deleted. Returns what the reader is told.
 */
export function restore(home: Home, wrong: string): Problem {
  const backup = goodBackup(home);
  const made = `${home.file}.restoring-${process.pid}`;
  try {
    const rescued = rebuild(made, backup, home.file);
    const aside = setAside(home.file);
    renameSync(made, home.file);
    return finish(home, told(wrong, backup, rescued, aside));
  } finally {
    remove(made);
  }
}

function finish(home: Home, detail: Safe): Problem {
  rmSync(home.suspicion, { force: true });
  rmSync(home.watermark, { force: true });
  return { kind: 'library', where: cleanLine(home.file), detail };
}

function remove(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}

/** Makes the new library whole under another name first: the damaged one is only moved when its successor is on the disk. */
function rebuild(made: string, backup: string | null, damaged: string): Rescued {
  remove(made);
  if (backup) copyFileSync(backup, made);
  makePrivate(made);
  const db = connect(made);
  try {
    settle(db);
    migrate(db);
    const rescued = salvage(db, damaged, backup ? 'copy' : 'new library');
    if (rescued.articles > 0) remake(db);
    return rescued;
  } finally {
    db.close();
  }
}

/** What is made of the articles is made anew. */
function remake(db: DatabaseSync): void {
  transaction(db, () => {
    recount(db);
    indexAll(db);
  });
}

/** Renames what is at the path, with its log, to the first free name, and returns that. */
function setAside(file: string): string {
  let number = 1;
  while (isThere(`${file}.damaged-${number}`)) number += 1;
  const aside = `${file}.damaged-${number}`;
  for (const end of ['-wal', '-shm', '']) if (isThere(file + end)) renameSync(file + end, aside + end);
  return aside;
}

function told(wrong: string, backup: string | null, { statuses, articles }: Rescued, aside: string): Safe {
  const read =
    articles > 0 ? say` with ${articles} ${backup ? say`newer articles` : say`articles`} that could be read` : say``;
  const restored = backup
    ? say`The copy of ${cleanLine(basename(backup, '.db'))} was restored${read}`
    : say`There was no copy to restore, so a new library was begun${read}`;
  const marks = statuses > 0 ? say`, and the marks of ${statuses} articles were saved from the old file` : say``;
  const kept = say`The old file is kept as ${cleanLine(aside)}.`;
  return say`The library could not be used: it ${cleanLine(wrong)}. ${restored}${marks}. ${kept} Refresh your sources to bring their articles up to date.`;
}
