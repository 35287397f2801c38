import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Home } from '../rig/home.ts';
import { mustStayAtHome } from './newsFeeds.ts';
import { answerIn, outline, type Complaint, type Source } from './shelf.ts';
import { movesMeanwhile } from './swift.ts';
import type { Trial } from './trial.ts';

/** A larger file is not looked through for its outlines, in bytes. */
const small = 1_000_000;

/** A list of feeds: imported beside what is there, told of in words, exported and taken in again. Nothing is fetched, nothing is run. */
export async function tryOutline(trial: Trial): Promise<void> {
  const { home, hostile, corpus } = trial;
  const file = await corpus.materialise(hostile, join(home.folder, 'files'));
  const address = trial.stand.addressOf('/quiet');
  const quiet = ['One', 'Two'].map((name) => ({ name: `Quiet ${name}`, address: `${address}/${name}` }));
  await trial.runs(['import', home.write('quiet.opml', outline(quiet))]);
  const { stdout } = await trial.runs(['import', file, '--json']);
  const after = await sourcesIn(trial, home);
  for (const { name, address } of quiet) {
    const here = after.filter(
      (source) => source.location === address && source.name === name && source.tags.length === 0,
    );
    trial.must(here.length === 1, `${name} is not as it was`);
  }
  mustBeTold(trial, file, after, answerIn(trial, stdout)?.problems ?? []);
  await comesBack(trial, after);
  await inReader(trial);
  mustStayAtHome(trial, [home]);
}

async function sourcesIn(trial: Trial, home: Home): Promise<readonly Source[]> {
  const { stdout } = await trial.runs(['sources', '--json'], [], home);
  return (answerIn(trial, stdout)?.data ?? []) as readonly Source[];
}

/** Every feed of the file is there, or told of as left out; what is no list of feeds is told of in a line. */
function mustBeTold(trial: Trial, file: string, after: readonly Source[], problems: readonly Complaint[]): void {
  for (const { location } of after) trial.must(/^https?:\/\/[!-~]+$/.test(location), `not a web address: ${location}`);
  for (const { detail } of problems) trial.must(!detail.includes('\n'), `not a line: ${detail}`);
  const added = after.filter(({ name }) => !name.startsWith('Quiet '));
  trial.must(added.length + problems.length > 0, 'neither a feed nor a word why not');
  if (trial.hostile.must.includes('UNHARMED is imported')) {
    trial.must(
      added.some(({ location }) => location === 'http://127.0.0.1/ok.xml'),
      'UNHARMED is not imported',
    );
  }
  if (statSync(file).size > small) return;
  const [...written] = readFileSync(file, 'utf8').matchAll(/xmlUrl="([^"]*)"/gi);
  const meant = new Set(written.map(([, address = '']) => plain(address)));
  const missing = meant.size - added.length;
  trial.must(missing <= 0 || problems.length > 0, `${missing} of ${meant.size} are left out without a word`);
}

/** However an address is written, it is the same feed. */
function plain(written: string): string {
  const address = written
    .trim()
    .replace(/^feed:(?=http)/, '')
    .replace(/^feed:(\/\/)?/, 'http://');
  return URL.parse(address)?.href ?? address;
}

/** What is exported and taken in elsewhere is the same. */
async function comesBack(trial: Trial, sources: readonly Source[]): Promise<void> {
  const { stdout } = await trial.runs(['export', 'opml']);
  using elsewhere = new Home();
  const { stderr } = await trial.runs(['import', elsewhere.write('exported.opml', stdout)], [], elsewhere);
  // A list of more feeds than are taken from one is cut again.
  if (/ feeds, of which the first \d+ are taken/.test(stderr)) return;
  const again = await sourcesIn(trial, elsewhere);
  const lines = (all: readonly Source[]): readonly string[] =>
    all.map(({ name, location, tags }) => `${name} ${location} ${tags.toSorted().join(', ')}`).sort();
  const now = new Set(lines(again));
  const lost = lines(sources).filter((line) => !now.has(line));
  trial.must(lost.length === 0 && again.length === sources.length, `not the same when exported: ${lost.join('\n')}`);
}

async function inReader(trial: Trial): Promise<void> {
  const folder = join(trial.home.folder, 'quiet');
  trial.home.write('quiet/one.md', '# One\n\nOne.\n');
  trial.home.write('quiet/two.md', '# Two\n\nTwo.\n');
  await trial.reads([folder], async (terminal) => {
    await movesMeanwhile(trial, terminal, () => false);
    await terminal.press('g', 'S', 'j', 'j', 'j', 'G', 'enter', 'q', 'q');
  });
}
