import { basename, dirname, resolve, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type {
  ArticleId,
  Found,
  Instant,
  PageOutcome,
  Problem,
  Reading,
  Round,
  Source,
  SourceId,
} from '../news/index.ts';
import { isMarkdownName, readDocument } from '../catalog/index.ts';
import type { Filed, Library } from '../library/index.ts';
import type { Web } from '../web/index.ts';
import { connect } from './connecting.ts';
import { fetchWhole } from './fetch-whole.ts';
import { find } from './find.ts';
import { keepFeed, type ChosenFeed } from './keep-feed.ts';
import { keepWorker, type Keeper } from './keeper.ts';
import type { Order, Report } from './messages.ts';
import type { Newsroom } from './newsroom.ts';
import { openPage } from './open-page.ts';
import { filePage } from './page.ts';
import { refresh } from './refresh.ts';
import { vantageOn, type Vantage } from './vantage.ts';
import { openIntake } from './intake.ts';
import { openTray } from './tray.ts';
import { inspectIn } from './looking.ts';
import type { Inspection, Provenance } from './paper.ts';

/** What has been taken in so far: files read, what filing the last batch did, and files that were found gone. */
export interface Progress {
  readonly files: number;
  readonly gone: number;
  readonly filed: Filed;
}

/** A page that was taken in: its article, and the pieces it lists. */
export interface Imported {
  readonly article: ArticleId;
  readonly pieces: readonly ArticleId[];
}

/** Takes copy in: reads it in a worker and files it in the library. */
export interface Desk extends Vantage {
  /** Takes in what is new or changed in a folder, batch by batch; `progress` is told after each. Resolves when all is filed. */
  takeInFolder(source: Source, progress: (done: Progress) => void): Promise<{ readonly problems: readonly Problem[] }>;
  /**
   * Takes in one file, Markdown or a page's text, and resolves to its article. Of Markdown, the folder it lies in is the source, so
   * that its links to files beside it can be followed; those are taken in afterwards, in the background.
   */
  takeInFile(path: string, kept: boolean): Promise<Reading<ArticleId | null>>;
  /** Files the article on a page and the pieces it lists, under a source with the name of who published the page. */
  importPageText(path: string, kept?: boolean): Promise<Reading<Imported | null>>;
  /**
   * Returns what is made of a document, and files nothing. The name may be null, as of what comes through a pipe. A feed, a list
   * of feeds or a web page that takes too long is told as a problem, with nothing made of it.
   */
  inspect(name: string | null, bytes: Uint8Array, from?: Provenance): Promise<Reading<Inspection>>;
  /**
   * Asks feeds for news and files what they bring, batch by batch: those that are due, or, when it is `wanted`, all but those that
   * are paused or gone; one that is named alone even then. Aborting keeps what was filed.
   */
  refresh(
    sources: readonly Source[],
    wanted: boolean,
    progress: (round: Round) => void,
    signal: AbortSignal,
  ): Promise<Reading<Round>>;
  /** Finds out what lies at an address that the reader typed: a feed, a page that offers feeds, or an article. Keeps nothing. */
  find(address: string, signal: AbortSignal): Promise<Found>;
  /** Keeps a feed as a source and takes in its entries. What is no feed, or cannot be reached, is not kept. */
  keepFeed(feed: ChosenFeed, signal: AbortSignal): Promise<Reading<Source | null>>;
  /**
   * Fetches a page, makes it readable, files it, and returns its article. One that is here already with its text is returned
   * without asking the web. `typed`: the reader typed the address, so it may be private and its source is kept. `from` is the
   * article whose link led there: one of a home server may lead to other pages of that.
   */
  openPage(address: string, typed: boolean, signal: AbortSignal, from?: ArticleId | null): Promise<PageOutcome>;
  /** Fetches the page of an article and keeps its text beside the feed's. */
  fetchWhole(article: ArticleId, signal: AbortSignal): Promise<PageOutcome>;
  /**
   * Connects the articles that wait for it, the latest first, in the worker, until none does, about `most` are connected, or the
   * signal ends it; resolves to how many were connected. What was connected stays so.
   */
  connect(signal: AbortSignal, most?: number): Promise<number>;
  /** Ends what is being read. What was filed stays filed. */
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Opens the way to the web, when it is first needed. Without it, nothing is to be asked of the web. */
  readonly web?: () => Promise<Web>;
  readonly worker?: URL;
  /** Absolute paths of folders that are no part of a folder around them, such as the guide's. */
  readonly apart?: readonly string[];
  /** How long one document may take, in milliseconds. */
  readonly patience?: number;
  /** How long a worker without work is kept, in milliseconds. */
  readonly idle?: number;
  /** Most memory that a worker may fill with objects, in megabytes. */
  readonly heap?: number;
}

/** Articles in one transaction: few enough that the screen between two of them answers a key at once. */
const transaction = 100;
/** Documents that may break a worker before the rest of a folder is given up. */
const mostBroken = 50;

/** Bundled, the worker lies beside the program; unbundled, it is a file of this room. */
function workerBeside(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}

/** Opens the desk on a library. No worker starts before there is something to read. */
export function openDesk(library: Library, clock: () => Instant, options: DeskOptions = {}): Desk {
  const keeping = {
    worker: options.worker ?? workerBeside(),
    patience: options.patience ?? 2000,
    idle: options.idle ?? 5000,
    heap: options.heap ?? 256,
  };
  /** One reads folders, one what somebody is waiting for, and one feeds. */
  const folders = keepWorker(keeping);
  const documents = keepWorker(keeping);
  const feeds = keepWorker(keeping);
  const apart = (): readonly SourceId[] => sourcesIn(library, options.apart ?? []);
  const at: Place = { library, clock, apart: options.apart ?? [] };
  const room = openNewsroom(library, clock, { documents, feeds }, options.web ?? noWeb);

  const importPageText = async (path: string, kept = true): Promise<Reading<Imported | null>> => {
    const place = resolve(path);
    const bytes = readDocument(place);
    if ('why' in bytes) return unread(place, bytes.why);
    const { value, problems } = await inspectIn(documents, { name: basename(place), bytes, asked: 'page-text' });
    return { value: filePage(at, value, place, kept), problems };
  };

  const takeInFile = async (path: string, kept: boolean): Promise<Reading<ArticleId | null>> => {
    const place = resolve(path);
    const bytes = readDocument(place);
    if ('why' in bytes) return unread(place, bytes.why);
    if (!isMarkdownName(place)) {
      const { value, problems } = await inspectIn(documents, { name: basename(place), bytes, asked: 'text' });
      return { value: filePage(at, value, place, kept)?.article ?? null, problems };
    }
    const source = sourceOf(library, place, kept);
    const file = within(source, place);
    const { problems } = await scan(at, documents, source, { only: [file], depth: null }, () => undefined);
    void scan(at, folders, source, { only: null, depth: 0 }, () => undefined).catch(() => undefined);
    return { value: library.articleAt(source.id, file), problems };
  };

  return {
    ...vantageOn(library, (source) => apart().includes(source)),
    takeInFolder: (source, progress) => scan(at, folders, source, { only: null, depth: null }, progress),
    takeInFile,
    importPageText,
    inspect: (name, bytes, from = {}) => inspectIn(documents, { ...from, name, bytes, asked: null }),
    refresh: (...asked) => refresh(room, ...asked),
    find: (address, signal) => find(room, address, signal),
    keepFeed: (feed, signal) => keepFeed(room, feed, signal),
    openPage: (address, typed, signal, from = null) => openPage(room, address, { typed, from }, signal),
    fetchWhole: (article, signal) => fetchWhole(room, documents, article, signal),
    connect: (signal, most) => connect(library, apart, clock, feeds, signal, most),
    async close() {
      await Promise.all([folders.close(), documents.close(), feeds.close()]);
    },
  };
}

/** Returns the folders that are sources at these paths. */
function sourcesIn(library: Library, paths: readonly string[]): readonly SourceId[] {
  return library
    .sources()
    .filter(({ kind, location }) => kind === 'folder' && paths.includes(location))
    .map(({ id }) => id);
}

function openNewsroom(
  library: Library,
  clock: () => Instant,
  keepers: Pick<Newsroom, 'documents' | 'feeds'>,
  web: Newsroom['web'],
): Newsroom {
  const intake = openIntake(library, clock, keepers.feeds);
  return { ...keepers, library, clock, web, intake, tray: openTray(library), triedWhole: new Set() };
}

async function noWeb(): Promise<Web> {
  throw new Error('This desk was opened without a way to the web.');
}

/** Where things are filed, and by which clock. */
export interface Place {
  readonly library: Library;
  readonly clock: () => Instant;
  readonly apart: readonly string[];
}

function unread(path: string, why: Safe): { readonly value: null; readonly problems: readonly Problem[] } {
  return { value: null, problems: [{ kind: 'unreadable', where: cleanLine(path), detail: why }] };
}

/** The folder source that a file belongs to: one that is there already, or its own folder. */
function sourceOf(library: Library, place: string, kept: boolean): Source {
  const around = library.sources().find(({ kind, location }) => kind === 'folder' && place.startsWith(location + sep));
  if (around) return around;
  const location = dirname(place);
  return library.keepSource({ kind: 'folder', name: cleanLine(basename(location) || location), location, kept });
}

/** Returns a path below the source's folder, with `/` between its parts. */
function within(source: Source, path: string): string {
  return path
    .slice(source.location.length + 1)
    .split(sep)
    .join('/');
}

type Extent = Pick<Extract<Order, { type: 'scan' }>, 'only' | 'depth'>;

/** Reads a folder until all of it is filed. A document that breaks the worker is read as plain text, and then left out. */
async function scan(at: Place, keeper: Keeper, source: Source, extent: Extent, progress: (done: Progress) => void) {
  const plain = new Set<string>();
  const skip = new Set<string>();
  const tray: Tray = { at, source, progress, files: 0, read: new Set(), problems: [] };
  const order = (): Order => ({
    type: 'scan',
    root: source.location,
    known: extent.only ? [] : at.library.knownFiles(source.id),
    plain: [...plain],
    skip: [...skip],
    without: at.apart.filter((path) => path.startsWith(source.location + sep)).map((path) => within(source, path)),
    ...extent,
  });
  for (let broken = 0; ; broken++) {
    const outcome = await keeper.run(order, (report) => fileReport(tray, report));
    if (outcome.type === 'closed') return { problems: tray.problems };
    if (outcome.type === 'answered') break;
    const { path, why } = outcome;
    if (path === null || broken >= mostBroken) {
      tray.problems.push({ kind: 'unreadable', where: source.name, detail: say`reading was given up: ${why}` });
      break;
    }
    if (plain.has(path)) {
      skip.add(path);
      tray.problems.push({
        kind: 'unreadable',
        where: cleanLine(path),
        detail: say`left out: ${why}, even as plain text`,
      });
    } else plain.add(path);
  }
  const { problems } = tray;
  if (!extent.only) at.library.setProblems(source.id, [...problems, ...standing(tray)]);
  return { problems };
}

/** What is gathered while a folder is read. */
interface Tray {
  readonly at: Place;
  readonly source: Source;
  readonly progress: (done: Progress) => void;
  readonly read: Set<string>;
  readonly problems: Problem[];
  files: number;
}

const nothingFiled: Filed = { added: [], changed: [], unchanged: 0, problems: [] };

/** Files what a report brings, a few articles at a time. */
async function fileReport(tray: Tray, report: Report): Promise<void> {
  const { at, source, problems } = tray;
  if (report.type === 'gone') {
    at.library.withdraw(source.id, report.paths);
    tray.progress({ files: tray.files, gone: report.paths.length, filed: nothingFiled });
  }
  if (report.type === 'done') problems.push(...report.problems);
  if (report.type !== 'entries') return;
  problems.push(...report.problems);
  for (let start = 0; start < report.entries.length; start += transaction) {
    const entries = report.entries.slice(start, start + transaction);
    const filed = at.library.file(source.id, entries, at.clock());
    for (const { file } of entries) tray.read.add(cleanLine(file.path));
    problems.push(...filed.problems);
    tray.files += entries.length;
    tray.progress({ files: tray.files, gone: 0, filed });
    await breathe();
  }
}

/** Problems of files that were not read again, because nothing changed in them. */
function standing({ at: { library }, source, read }: Tray): readonly Problem[] {
  const unchanged = new Set(library.knownFiles(source.id).map(({ path }) => cleanLine(path)));
  return library.problems([source.id]).filter(({ where }) => unchanged.has(where) && !read.has(where));
}
