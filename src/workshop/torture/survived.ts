import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSettings } from '../../app/index.ts';
import { openLibrary } from '../../library/index.ts';
import { bulk } from './bulk.ts';

/** What is found of a day's deeds after the power was cut. */
export interface Left {
  readonly wrong: readonly string[];
  /** What is there, as the day's program says it: `mark m3`. */
  readonly there: ReadonlySet<string>;
  /** Deliveries of feeds that are gone. */
  lost: number;
}

/** Opens the library that the cut left, and returns what is there. */
export function leftOf(folder: string): Left {
  const { library, problems } = openLibrary(folder, 0);
  library.close();
  const told = problems.map(({ detail }): string => `the next start said: ${detail}`);
  const db = new DatabaseSync(join(folder, 'library.db'));
  try {
    const whole = db.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
    const deeds = db.prepare(found).all() as { readonly deed: string; readonly rows: number }[];
    const halves = deeds.filter(({ deed, rows }) => rows !== (/^(file|bulk) /.test(deed) ? bulk : 1));
    return {
      wrong: [
        ...told,
        ...(whole === 'ok' ? [] : [`integrity_check: ${String(whole)}`]),
        ...halves.map(({ deed, rows }) => `${deed} was done by half: ${rows} of ${bulk}`),
        ...wrongCopies(folder),
      ],
      there: new Set(deeds.map(({ deed }) => deed)),
      lost: 0,
    };
  } finally {
    db.close();
  }
}

/** Each deed that left rows, and how many. Names are a letter, the round, and of many at once a number. */
const found = `
  SELECT 'file ' || substr(id, 1, instr(id, '-') - 1) AS deed, count(*) AS rows FROM articles WHERE id GLOB 'f[0-9]*-*' GROUP BY 1
  UNION ALL SELECT 'mark ' || article, 1 FROM statuses WHERE article GLOB 'm[0-9]*' AND bookmarked = 1 AND read = 2
  UNION ALL SELECT 'bulk ' || substr(article, 1, instr(article, '-') - 1), count(*) FROM statuses
    WHERE article GLOB 'b[0-9]*-*' AND bookmarked = 1 GROUP BY 1
  UNION ALL SELECT 'place ' || article, 1 FROM statuses WHERE article GLOB 'p[0-9]*' AND block = 1
  UNION ALL SELECT 'note ' || name, 1 FROM session WHERE name GLOB 'n[0-9]*'
  UNION ALL SELECT 'keep ' || substr(location, 9, instr(location, '.') - 9), 1 FROM sources WHERE location GLOB 'https://k[0-9]*'`;

/** A copy of the library that bears the name of one is whole. */
function wrongCopies(folder: string): readonly string[] {
  const copies = join(folder, 'backups');
  const names = existsSync(copies) ? readdirSync(copies).filter((name) => /^\d{4}-\d\d-\d\d\.db$/.test(name)) : [];
  return names.filter((name) => !isWhole(join(copies, name))).map((name) => `the copy ${name} is no library`);
}

function isWhole(file: string): boolean {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/** Returns what is wrong with what is left, given what was said to be done before the cut. Counts what feeds brought and is gone. */
export function wrongAfterCut(folder: string, said: readonly string[], left: Left): readonly string[] {
  const gone = said.filter((deed) => !deed.startsWith('set ') && !left.there.has(deed));
  left.lost = gone.filter((deed) => deed.startsWith('file ')).length;
  const lost = gone.filter((deed) => !deed.startsWith('file '));
  const settings = Number(said.findLast((deed) => deed.startsWith('set '))?.slice('set '.length) ?? 0);
  const { value, problems } = readSettings(folder);
  return [
    ...left.wrong,
    ...lost.map((deed) => `${deed} was done and is not there`),
    ...problems.map(({ detail }): string => `settings: ${detail}`),
    ...(settings === 0 || value.keepTexts >= settings ? [] : [`the setting is ${value.keepTexts}, not ${settings}`]),
  ];
}
