import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LibraryProblem, openLibrary } from '../../library/index.ts';
import { seeded, start } from './child.ts';
import { damages } from './damages.ts';
import type { Report } from './report.ts';
import { fill } from './shelf.ts';

const articles = 2000;
/** Marks that are in the library's log alone, as after a crash. */
const late = 40;

/**
 * Opens so many damaged libraries, half of them with a copy beside them, and holds that each opens or says why not, that none is empty
 * without a word, and that the damaged file is kept.
 */
export async function damaged(times: number, report: Report): Promise<void> {
  const made = mkdtempSync(join(tmpdir(), 'torture-'));
  await makeLibraries(made);
  const random = seeded(5);
  const kinds = Object.keys(damages);
  const share: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const kind = kinds[time % kinds.length]!;
    const copied = Math.floor(time / kinds.length) % 2 === 1;
    const folder = mkdtempSync(join(made, 'home-'));
    cpSync(join(made, kind.includes('log') ? 'crashed' : copied ? 'copied' : 'plain'), folder, { recursive: true });
    damages[kind]!(join(folder, 'library.db'), random);
    const { wrong, marks } = afterwards(folder, kind);
    report.wrong(...wrong.map((what) => `${kind}${copied ? ', with a copy' : ''} (${time}): ${what}`));
    share.push(marks / (articles / 2));
    rmSync(folder, { recursive: true, force: true });
    report.at(`damaged ${time} of ${times}`);
  }
  const whole = share.filter((part) => part >= 1).length;
  const most = share.filter((part) => part >= 0.99).length;
  report.figure(
    'damaged libraries',
    `${times}: all marks back in ${whole}, 99 of 100 or more in ${most}; the others are told of`,
  );
  rmSync(made, { recursive: true, force: true });
}

async function makeLibraries(made: string): Promise<void> {
  fill(join(made, 'plain'), articles, articles / 2);
  cpSync(join(made, 'plain'), join(made, 'copied'), { recursive: true });
  const { library } = openLibrary(join(made, 'copied'), Date.now());
  await library.backUp(Date.now());
  library.close();
  cpSync(join(made, 'plain'), join(made, 'crashed'), { recursive: true });
  await start({ folder: join(made, 'crashed'), kind: 'mark', name: 'late', times: 100_000 }, (child, done) => {
    if (done >= late) child.kill('SIGKILL');
  });
}

interface Aftermath {
  readonly wrong: readonly string[];
  /** Bookmarks that are there in the end. */
  readonly marks: number;
}

/** Opens the library as a reader does: once, and again when it says that this is what helps. */
function afterwards(folder: string, kind: string): Aftermath {
  const told: string[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const seen = lookThrough(folder, told);
      return judged(folder, kind, seen, told);
    } catch (error) {
      if (!(error instanceof LibraryProblem)) return { wrong: [`threw ${(error as Error).stack}`], marks: 0 };
      told.push(error.message);
      if (error.trouble === 'newer') return newer(folder, kind);
    }
  }
  return { wrong: [`cannot be opened: ${told.at(-1)}`], marks: 0 };
}

function newer(folder: string, kind: string): Aftermath {
  const aside = readdirSync(folder).some((name) => name.includes('damaged'));
  const isMeant = kind.startsWith('newer') || kind.startsWith('flipped');
  return { wrong: isMeant && !aside ? [] : ['refused as newer'], marks: articles / 2 };
}

interface Seen {
  readonly articles: number;
  /** Bookmarks that are kept; the article of one may have to be fetched again. */
  readonly marks: number;
}

/** Reads every headline and every article. */
function lookThrough(folder: string, told: string[]): Seen {
  const { library, problems } = openLibrary(folder, Date.now());
  for (const { detail } of problems) told.push(detail);
  try {
    const scope = library.sources().map(({ id }) => id);
    const list = library.headlines({ conditions: [], sort: 'newest' }, scope, { from: 'start', limit: articles + 1 });
    for (const { id } of list.rows) library.article(id);
    return { articles: list.rows.length, marks: marksIn(folder) };
  } finally {
    library.close();
  }
}

function marksIn(folder: string): number {
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  const row = db.prepare("SELECT count(*) AS marks FROM statuses WHERE bookmarked = 1 AND article LIKE 'n-%'").get();
  db.close();
  return Number(row?.['marks']);
}

function judged(folder: string, kind: string, seen: Seen, told: readonly string[]): Aftermath {
  const names = readdirSync(folder);
  const isLess = seen.articles < articles || seen.marks < articles / 2;
  const wasReplaced = told.some((words) => words.includes('could not be used'));
  const wrong = [
    ...(isLess && told.length === 0 ? [`${seen.articles} articles and ${seen.marks} marks without a word`] : []),
    ...(wasReplaced && kind !== 'missing' && !names.includes('library.db.damaged-1')
      ? ['the damaged file is gone']
      : []),
    ...told.filter((words) => !/[.…]$/.test(words)).map((words) => `no sentence: ${words}`),
  ];
  return { wrong, marks: seen.marks };
}
