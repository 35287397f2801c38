import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLibrary } from '../../src/library/index.ts';
import { damages, type Damage } from '../../src/workshop/torture/damages.ts';
import { seeded, start } from '../../src/workshop/torture/child.ts';
import { fill } from '../../src/workshop/torture/shelf.ts';
import { makeFirstVersion } from '../library/first-version.ts';
import { answerIn } from './shelf.ts';
import type { Trial } from './trial.ts';

/** Articles of an ordinary library here, half of them bookmarked, and marks that are in its log alone. */
const articles = 600;
const late = 50;

/** What is done to a library, by the corpus's names. What is not here is left as it is. */
const harm: Readonly<Record<string, Damage>> = {
  'truncated-half': (file) => damages['cut short']!(file, () => 0.5),
  'truncated-1-byte': damages['one byte short']!,
  'header-zeroed': damages['a zeroed beginning']!,
  'flip-40': damages['flipped bits']!,
  'pages-zeroed': damages['zeroed pages']!,
  empty: damages['empty']!,
  text: damages['a text']!,
  dir: damages['a folder']!,
  'symlink-dev-zero': damages['a device']!,
  'wal-truncated': damages['a log cut short']!,
  'wal-flip': damages['flipped bits in the log']!,
  'wal-header-zeroed': (file) => writeFileSync(`${file}-wal`, Buffer.alloc(32), { flag: 'r+' }),
  'wal-missing': damages['without its log']!,
  'wal-foreign': (file) => writeFileSync(`${file}-wal`, 'A letter to the editor. '.repeat(500)),
  'shm-garbage': (file) => writeFileSync(`${file}-shm`, Buffer.alloc(32_768, 0xa5)),
  'newer-schema': damages['newer tables']!,
  'other-application-id': damages['another application’s id']!,
  'trigger-hostile': damages['a hostile trigger']!,
  'view-hostile': (file) => change(file, 'CREATE VIEW mine AS SELECT * FROM statuses'),
  'fts-index-stale': (file) => change(file, "INSERT INTO search (search) VALUES ('delete-all')"),
  'fts-shadow-missing': (file) => change(file, 'PRAGMA writable_schema = ON; DROP TABLE search_data'),
  'row-types-wrong': (file) => change(file, "UPDATE session SET value = 'no json'"),
  'text-with-esc': (file) =>
    change(file, "UPDATE headlines SET title = char(27) || ']0;PWN' || char(7) || title || char(27) || '[41;17H'"),
  'huge-blob-row': (file) => change(file, "UPDATE bodies SET prose = printf('%.*c', 60000000, 'x') WHERE article = 1"),
  'negative-dates': (file) => change(file, 'UPDATE articles SET published = -9000000000000000'),
  orphans: (file) => change(file, 'PRAGMA foreign_keys = OFF; DELETE FROM sources'),
  'journal-delete-mode': (file) => change(file, 'PRAGMA journal_mode = DELETE'),
  'page-size-512': (file) => change(file, 'PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM'),
};

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file, { defensive: false });
  db.exec(sql);
  db.close();
}

let made: Promise<string> | null = null;

/** Makes the libraries once, with a copy beside one of them. */
async function makeLibraries(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-libraries-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  fill(join(folder, 'plain'), articles, articles / 2);
  cpSync(join(folder, 'plain'), join(folder, 'copied'), { recursive: true });
  const { library } = openLibrary(join(folder, 'copied'), Date.now());
  await library.backUp(Date.now());
  library.close();
  cpSync(join(folder, 'plain'), join(folder, 'crashed'), { recursive: true });
  await start({ folder: join(folder, 'crashed'), kind: 'mark', name: 'late', times: 100_000 }, (child, done) => {
    if (done >= late) child.kill('SIGKILL');
  });
  return folder;
}

/** A library in a state: it opens or says why not, nothing that can be read is lost without a word, and what is damaged is kept. */
export async function tryLibrary(trial: Trial): Promise<void> {
  const { hostile, home } = trial;
  const [kind, number] = hostile.input.args ?? [];
  const name = hostile.input.make === 'fuzz' ? 'fuzz' : String(kind);
  const large = { '100k-articles': 100_000, '1m-articles': 1_000_000 }[name];
  const folder = join(home.folder, 'alsosee', 'library');
  if (large) return tryLarge(trial, folder, large);
  const from = /wal|shm|hot/.test(name) ? 'crashed' : Number(number) % 2 === 1 ? 'copied' : 'plain';
  cpSync(join(await (made ??= makeLibraries()), from), folder, { recursive: true });
  const file = join(folder, 'library.db');
  if (name === 'fuzz') fuzz(file, Number(number));
  else harm[name]?.(file, seeded(7));
  if (name === 'readonly-dir') chmodSync(folder, 0o555);
  if (name === 'readonly-file') chmodSync(file, 0o444);
  const damagedSize = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  await look(trial, folder, damagedSize, from === 'crashed' ? articles / 2 + late : articles / 2);
}

/** As the corpus does it: some bytes changed, in the first page or anywhere, and one in five cut short. */
function fuzz(file: string, number: number): void {
  const random = seeded(1000 + number);
  damages[random() < 0.3 ? 'flipped bits in the first page' : 'flipped bits']!(file, random);
  if (random() < 0.2) damages['cut short']!(file, random);
}

async function look(trial: Trial, folder: string, size: number, marks: number): Promise<void> {
  const told: string[] = [];
  const count = await listed(trial, told);
  const again = told.some((words) => words.includes('Start the program again')) ? await listed(trial, told) : count;
  if (told.some((words) => words.includes('newer version')))
    return trial.must(statSync(join(folder, 'library.db')).size === size, 'the newer library was touched');
  await trial.reads([], (terminal) => terminal.press('j', 'enter', 'ctrl+d', 'q'));
  const kept = marksIn(folder);
  const isLess = again < articles || kept < marks;
  trial.must(!isLess || told.length > 0, `${again} articles and ${kept} of ${marks} marks without a word`);
  const aside = readdirSync(folder).filter((name) => /^library\.db\.damaged-\d+$/.test(name));
  const wasReplaced = told.some((words) => words.includes('could not be used'));
  trial.must(!wasReplaced || aside.length > 0, 'the damaged file is gone');
  for (const words of told) trial.must(!words.includes('\n'), `not a line: ${words}`);
}

/** Lists all articles, and returns how many there are. */
async function listed(trial: Trial, told: string[]): Promise<number> {
  const { stdout, stderr } = await trial.runs(['list', '--json', '--limit', '2000']);
  told.push(...stderr.split('\n').filter(Boolean));
  const answer = answerIn(trial, stdout);
  told.push(...(answer?.problems ?? []).map(({ detail }) => detail));
  return Array.isArray(answer?.data) ? answer.data.length : 0;
}

function marksIn(folder: string): number {
  if (!existsSync(join(folder, 'library.db'))) return 0;
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  const row = db.prepare('SELECT count(*) AS marks FROM statuses WHERE bookmarked = 1').get();
  db.close();
  return Number(row?.['marks']);
}

/** A large library, brought up to date beforehand: it opens in the time of the case, and nothing of it is missing. */
async function tryLarge(trial: Trial, folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  makeFirstVersion(folder, count);
  openLibrary(folder, Date.now()).library.close();
  await trial.runs(['list', '--json', '--limit', '2000']);
  await trial.reads([], async (terminal) => {
    await terminal.press('j', 'G', 'g', 'g', 'enter', 'q');
  });
  trial.must(marksIn(folder) === count, 'marks are missing');
}
