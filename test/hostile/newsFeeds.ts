import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Home } from '../rig/home.ts';
import type { Terminal } from '../rig/terminal.ts';
import { pages, readThrough } from './content.ts';
import type { Case, Corpus } from './corpus.ts';
import { outward } from './outward.ts';
import { mustStay, outline, quietFeed, shelfOf, type Headline, type Shelf, type Source } from './shelf.ts';
import { movesMeanwhile } from './swift.ts';
import type { Trial } from './trial.ts';

/** A case as a feed: where it is, its file, and the words that must be seen of it. */
interface Hostile {
  readonly of: Case;
  readonly path: string;
  readonly address: string;
  readonly file: string;
  readonly markers: readonly string[];
}

/** Articles of a case that are opened. */
const looked = 2;
/** Larger files are only taken in: to have them inspected, or their markers sought, is for small ones. In bytes. */
const small = 1_000_000;

/**
 * Feeds that were well and turn hostile: refreshed on the command line and, in a copy of the home, in the reader, where a key is
 * pressed meanwhile. What was there stays, and every article can be read.
 */
export async function tryFeeds(trial: Trial): Promise<void> {
  const feeds = await Promise.all(trial.cases.map((hostile) => standing(trial, hostile)));
  const list = outline(feeds.map(({ address }) => ({ name: '', address })));
  await trial.runs(['import', trial.home.write('feeds.opml', list)]);
  await trial.runs(['refresh']);
  const before = await shelfOf(trial);
  trial.must(before.headlines.length === 3 * feeds.length, `${before.headlines.length} articles at the beginning`);
  using screen = new Home();
  cpSync(join(trial.home.folder, 'alsosee'), join(screen.folder, 'alsosee'), { recursive: true });
  for (const feed of feeds) turnHostile(trial, feed);
  await onCommandLine(trial, feeds, before);
  await inReader(trial, feeds, before, screen);
  mustStayAtHome(trial, [trial.home, screen]);
}

async function standing(trial: Trial, hostile: Case): Promise<Hostile> {
  const file = await trial.corpus.materialise(hostile, join(trial.home.folder, 'files', hostile.id));
  const path = `/${hostile.id}/feed`;
  const text = quietFeed(hostile.id, ['Old one', 'Old two', 'Old three']).replace(/<title>[^<]*<\/title>/, '');
  const address = trial.stand.put(path, { type: 'text', text, mediaType: 'application/rss+xml' });
  return { of: hostile, path, address, file, markers: markersIn(hostile, file) };
}

/** Returns the addresses of the articles in a case's file, as a program would make them out. The article beside the hostile one has none. */
export function articlesIn({ input }: Case, { folder }: Corpus): readonly string[] {
  if (!input.file) return [];
  const text = readFileSync(join(folder, 'out/dev', input.file), 'utf8');
  const [...found] = text.matchAll(/<link>([^<]*)<|<link [^>]*?href="([^"]*)"|"(?:url|external_url)":\s*("[^"]*")/g);
  const written = found.map(([, rss, atom, json]) => (json === undefined ? ofXml(rss ?? atom ?? '') : ofJson(json)));
  return written.flatMap((address) => URL.parse(address.replace(/#.*$/s, ''))?.href ?? []).filter(isOfArticle);
}

/** However its characters are written, it is one address. */
const ofXml = (words: string): string =>
  words.replace(/&(?:amp|#x([0-9a-f]{1,6})|#(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    if (hex === undefined && decimal === undefined) return '&';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });

function ofJson(words: string): string {
  try {
    return String(JSON.parse(words));
  } catch {
    return words.slice(1, -1);
  }
}

/** What leads to a whole host is the site. */
const isOfArticle = (address: string): boolean => new URL(address).pathname !== '/' || address.includes('?');

/** Returns the words of a file that must be seen, where the case asks for them. */
export function markersIn({ must }: Case, file: string): readonly string[] {
  if (!must.includes('text-survives') || statSync(file).size > small) return [];
  const [...found] = readFileSync(file, 'latin1').matchAll(/TAIL-\w+|UNHARMED/g);
  return [...new Set(found.map(([marker]) => marker))];
}

function turnHostile({ stand }: Trial, { path, file }: Hostile): void {
  const mediaType = file.endsWith('.json') ? 'application/feed+json' : 'application/rss+xml';
  stand.put(path, { type: 'file', path: file, mediaType });
}

async function onCommandLine(trial: Trial, feeds: readonly Hostile[], before: Shelf): Promise<void> {
  await trial.runs(['refresh']);
  await trial.runs(['list']);
  await trial.runs(['sources']);
  const after = await shelfOf(trial);
  mustStay(trial, before, after);
  for (const feed of feeds) {
    const source = after.sources.find(({ location }) => location === feed.address);
    mustBeTold(trial, feed, source);
    const news = newsOf(source, before, after.headlines);
    let seen = JSON.stringify(news);
    for (const { id } of news.slice(0, looked)) seen += (await trial.runs(['show', id])).stdout;
    for (const marker of feed.markers)
      trial.must(seen.includes(marker), `${feed.of.id}: ${marker} is not shown on the command line`);
    await trial.runs(['inspect', feed.file]);
  }
  await inspectsAll(trial, 'feed', feeds);
}

/** Has small files inspected in one run, as machines ask for it. */
export async function inspectsAll(
  trial: Trial,
  kind: string,
  files: readonly { readonly file: string }[],
): Promise<void> {
  const jobs = files.filter(({ file }) => statSync(file).size < small);
  const lines = jobs.map(({ file }, id) =>
    JSON.stringify({ id: String(id), file, kind, url: trial.stand.addressOf('/') }),
  );
  const { stdout } = await trial.runs(['inspect', '--batch'], [], trial.home, `${lines.join('\n')}\n`);
  const answers = stdout.split('\n').filter((line) => line.startsWith('{')).length;
  trial.must(answers === jobs.length, `inspect --batch: ${answers} answers to ${jobs.length} jobs`);
}

function newsOf(source: Source | undefined, before: Shelf, headlines: readonly Headline[]): readonly Headline[] {
  const old = new Set(before.headlines.map(({ id }) => id));
  return headlines.filter((headline) => headline.source === source?.id && !old.has(headline.id));
}

/** A feed was read, or one line says why not. */
function mustBeTold(trial: Trial, { of }: Hostile, source: Source | undefined): void {
  const health = source?.health;
  if (!health) return trial.must(false, `${of.id}: nothing is known of it`);
  const { why, tried, fetched } = health;
  trial.must(why !== null || tried === fetched, `${of.id}: neither read nor told why not`);
  trial.must(why === null || (why.length > 20 && !why.includes('\n')), `${of.id}: not a line: ${why}`);
}

async function inReader(trial: Trial, feeds: readonly Hostile[], before: Shelf, home: Home): Promise<void> {
  await trial.reads(
    [],
    async (terminal) => {
      terminal.send('R');
      await movesMeanwhile(trial, terminal, () => feeds.some(({ path }) => trial.stand.isServing(path)));
      await terminal.settled();
      await terminal.press('g', 'g');
      await readNews(trial, feeds, await newsInOrder(trial, feeds, before, home), terminal);
      await terminal.press('g', 'S', 'j', 'j', 'G', 'q');
    },
    { home, columns: 120, rows: 40 },
  );
}

/** Articles in the order in which the list has them, each with its feed when it is one that is looked at. */
type Row = { readonly feed: Hostile | null };

async function newsInOrder(
  trial: Trial,
  feeds: readonly Hostile[],
  before: Shelf,
  home: Home,
): Promise<readonly Row[]> {
  const { sources, headlines } = await shelfOf(trial, home);
  mustStay(trial, before, { sources, headlines });
  const wanted = new Map<string, Hostile>();
  for (const feed of feeds) {
    const source = sources.find(({ location }) => location === feed.address);
    for (const { id } of newsOf(source, before, headlines).slice(0, looked)) wanted.set(id, feed);
  }
  const rows = headlines.map(({ id }) => ({ feed: wanted.get(id) ?? null }));
  return rows.slice(0, rows.findLastIndex(({ feed }) => feed !== null) + 1).slice(0, 200);
}

/** Opens each article that is looked at, and holds that what must be seen is seen in the list or in an article. */
async function readNews(
  trial: Trial,
  feeds: readonly Hostile[],
  rows: readonly Row[],
  terminal: Terminal,
): Promise<void> {
  const seen = new Map<Hostile, string>();
  for (const { feed } of rows) {
    if (feed) {
      const listed = terminal.frame();
      await terminal.press('enter');
      const read = await readThrough(terminal, pages.some);
      await terminal.press('q');
      // The preview beside the list comes a moment later than the selection.
      seen.set(feed, `${seen.get(feed) ?? ''}${listed}${read}${terminal.frame()}`);
    }
    await terminal.press('j');
  }
  for (const feed of feeds) {
    const missing = feed.markers.filter((marker) => !seen.get(feed)?.includes(marker));
    trial.must(missing.length === 0, `${feed.of.id}: not seen in the reader: ${missing.join(', ')}`);
  }
}

/** Nothing was connected to but the stand, and nothing was started. */
export function mustStayAtHome(trial: Trial, homes: readonly Home[]): void {
  const stand = `connects to 127.0.0.1:${trial.stand.port}`;
  const others = new Set(homes.flatMap((home) => outward(home).deeds()).filter((deed) => deed !== stand));
  trial.must(others.size === 0, `went out: ${[...others].join(', ')}`);
  trial.must(!trial.hasFile('PWN'), 'a command ran');
}
