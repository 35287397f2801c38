import { join } from 'node:path';
import { Home } from '../rig/home.ts';
import type { Terminal } from '../rig/terminal.ts';
import { pages, readThrough } from './content.ts';
import type { Case } from './corpus.ts';
import { inspectsAll, markersIn, mustStayAtHome } from './newsFeeds.ts';
import { outline, quietFeed } from './shelf.ts';
import { movesMeanwhile } from './swift.ts';
import type { Trial } from './trial.ts';

/** A case as a page: where it is, its file, and the words that must be seen of it. */
interface Hostile {
  readonly of: Case;
  readonly path: string;
  readonly address: string;
  readonly file: string;
  readonly markers: readonly string[];
}

/** Web pages: inspected, opened in place by their addresses, kept from within the reader while a key is pressed, and shown. */
export async function tryPages(trial: Trial): Promise<void> {
  const hostile = await Promise.all(trial.cases.map((one) => standing(trial, one)));
  for (const page of hostile) {
    await trial.runs(['inspect', page.file]);
    if (await canBeRead(trial, page)) await openedInPlace(trial, page);
    const { stdout, stderr, code } = await trial.runs(['show', page.address]);
    for (const marker of page.markers)
      trial.must(stdout.includes(marker), `${page.of.id}: ${marker} is not shown on the command line`);
    trial.must(code === 0 || stderr.trim().length > 20, `${page.of.id}: neither shown nor told why not`);
  }
  await inspectsAll(trial, 'extract', hostile);
  await keptInReader(trial, hostile);
  mustStayAtHome(trial, [trial.home]);
}

async function standing(trial: Trial, hostile: Case): Promise<Hostile> {
  const file = await trial.corpus.materialise(hostile, join(trial.home.folder, 'files', hostile.id));
  const path = `/${hostile.id}/page`;
  const address = trial.stand.put(path, { type: 'file', path: file, mediaType: 'text/html' });
  return { of: hostile, path, address, file, markers: markersIn(hostile, file) };
}

/** Opens the address where no screen is drawn, in a home of its own. What cannot be read is told of in a line. */
async function canBeRead(trial: Trial, { of, address }: Hostile): Promise<boolean> {
  using home = new Home();
  const { code, stderr } = await trial.runs([address], [], home);
  trial.must(code === 0 || /^\S.{20,}\n$/.test(stderr), `${of.id}: not told in a line why not: ${stderr}`);
  return code === 0;
}

async function openedInPlace(trial: Trial, { of, address, markers }: Hostile): Promise<void> {
  await trial.reads([address], async (terminal) => {
    const read = await readThrough(terminal, markers.length > 0 ? pages.whole : pages.some);
    for (const marker of markers) trial.must(read.includes(marker), `${of.id}: ${marker} is not on the screen`);
    trial.must(/\w{4}/.test(linesBetween(terminal)), `${of.id}: the screen is empty:\n${terminal.frame()}`);
  });
}

function linesBetween(terminal: Terminal): string {
  return terminal.lines().slice(2, -2).join('\n');
}

/** Keeps each page by its address, from a list of quiet articles in which a key moves meanwhile. */
async function keptInReader(trial: Trial, hostile: readonly Hostile[]): Promise<void> {
  const text = quietFeed('the quiet feed', ['One', 'Two', 'Three']);
  const address = trial.stand.put(`/${trial.cases[0]?.id}/quiet`, { type: 'text', text, mediaType: 'text/xml' });
  await trial.runs(['import', trial.home.write('quiet.opml', outline([{ name: 'Quiet', address }]))]);
  await trial.runs(['refresh']);
  await trial.reads([], async (terminal) => {
    for (const page of hostile) {
      await terminal.press('A');
      terminal.sendBytes(`${page.address}\r`);
      await terminal.seesNoMore(/^ ?(Add|Address|URL).*:/m);
      await movesMeanwhile(trial, terminal, () => isOnTheWay(trial, terminal, page));
      await terminal.settled();
      await terminal.press('esc', 'g', 'g', 'esc');
      await terminal.sees(/^ (Also See|Quiet)/);
    }
  });
}

/** After a while the foot of the screen says what is waited for. */
function isOnTheWay(trial: Trial, terminal: Terminal, { path }: Hostile): boolean {
  return trial.stand.isServing(path) || terminal.shows(/ (Looking at|Fetching) .*…/);
}
