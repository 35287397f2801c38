import { say } from '../text/index.ts';
import type { Entry, Problem, Reading } from '../news/index.ts';
import { decodePlain } from '../encoding/index.ts';
import { readEntry } from './entry.ts';
import { parsePlain } from './plain.ts';
import { problem, readDocument, walk, type FileSeen, type Walk } from './walk.ts';

/** A file as it was when it was read. */
export interface FileRead {
  readonly path: string;
  readonly modified: number;
  readonly size: number;
}

/** An entry with the file that it was read from. */
export type Filing = Entry & { readonly file: FileRead };

export type ScanEvent =
  | { readonly type: 'entries'; readonly entries: readonly Filing[]; readonly problems: readonly Problem[] }
  /** Files that were known and hold no article any more. */
  | { readonly type: 'gone'; readonly paths: readonly string[] }
  /** The end: how many files there are, and what was left out on the way. */
  | { readonly type: 'done'; readonly files: number; readonly problems: readonly Problem[] };

export interface ScanOptions {
  /** Told of each document before it is parsed, so that somebody else can end what takes too long. */
  readonly begin?: (path: string) => void;
  /** Paths of documents to be read as plain text. */
  readonly plain?: ReadonlySet<string>;
  /** Paths of the only files to be read; nothing is gone then. */
  readonly only?: ReadonlySet<string>;
  /** Paths of files to be left out. They are not gone. */
  readonly skip?: ReadonlySet<string>;
  /** Paths of folders that belong to another source: as if they were not there. */
  readonly without?: readonly string[];
  /** How many folders below the root are gone into. */
  readonly depth?: number;
}

/** The first batch is small so that a screen can be shown at once. */
const firstBatch = 40;
const laterBatch = 200;

/**
 * Walks a folder and yields its articles in batches, the newest files first. Files that are as `known` tells are not read
 * again. Ends with what is gone, and with a summary.
 */
export async function* scanFolder(
  root: string,
  known: readonly FileRead[],
  options: ScanOptions = {},
): AsyncGenerator<ScanEvent> {
  const seen = apart(walk(root, options.depth), options.without ?? []);
  const before = new Map(known.map((file) => [file.path, file]));
  const files = seen.files
    .filter(({ path }) => (options.only?.has(path) ?? true) && !options.skip?.has(path))
    .filter((file) => !isSame(file, before.get(file.path)))
    .sort((a, b) => b.modified - a.modified);
  const empty: string[] = [];
  for (let start = 0; start < files.length; start += start === 0 ? firstBatch : laterBatch) {
    const batch = files.slice(start, start + (start === 0 ? firstBatch : laterBatch));
    const { entries, problems } = readBatch(batch, options, empty);
    yield { type: 'entries', entries, problems };
  }
  const gone = options.only ? [] : goneFrom(seen, known, empty);
  if (gone.length > 0) yield { type: 'gone', paths: gone };
  yield { type: 'done', files: seen.files.length, problems: summary(root, seen, known) };
}

function apart(seen: Walk, without: readonly string[]): Walk {
  const files = seen.files.filter(({ path }) => !without.some((folder) => path.startsWith(`${folder}/`)));
  return { ...seen, files };
}

function isSame(file: FileSeen, known: FileRead | undefined): boolean {
  return known !== undefined && known.modified === file.modified && known.size === file.size;
}

/** Reads some files; paths of those that hold no article are added to `empty`. */
function readBatch(files: readonly FileSeen[], options: ScanOptions, empty: string[]) {
  const entries: Filing[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    options.begin?.(file.path);
    const { value, problems: found } = readFile(file, options.plain?.has(file.path) ?? false);
    problems.push(...found);
    if (value) entries.push({ ...value, file: { path: file.path, modified: file.modified, size: file.size } });
    else if (found.every(({ kind }) => kind !== 'unreadable')) empty.push(file.path);
  }
  return { entries, problems };
}

function readFile(file: FileSeen, isPlain: boolean): Reading<Entry | null> {
  const bytes = readDocument(file.place);
  if ('why' in bytes) return { value: null, problems: [problem(file.path, bytes.why)] };
  const { text, complaint } = decodePlain(bytes);
  const { value, problems } = isPlain ? readEntry(file.path, text, parsePlain) : readEntry(file.path, text);
  if (!value || !complaint) return { value, problems };
  return {
    value: { ...value, problems: [{ detail: complaint }, ...value.problems] },
    problems: [problem(file.path, complaint), ...problems],
  };
}

/** Known files that are not there any more. Where the walk could not look, or found an empty mount, nothing is gone. */
function goneFrom(seen: Walk, known: readonly FileRead[], empty: readonly string[]): readonly string[] {
  if (isVanished(seen, known)) return [];
  const here = new Set(seen.files.map(({ path }) => path));
  const drafts = new Set(empty);
  const isUnseen = (path: string) => seen.unseen.some((folder) => folder === '' || path.startsWith(`${folder}/`));
  return known.map(({ path }) => path).filter((path) => drafts.has(path) || (!here.has(path) && !isUnseen(path)));
}

function summary(root: string, seen: Walk, known: readonly FileRead[]): readonly Problem[] {
  if (!isVanished(seen, known)) return seen.problems;
  return [...seen.problems, problem(root, say`is empty now; its articles are kept until it holds something again`)];
}

/** A folder that had files and holds nothing at all is more likely a disk that is not there. */
function isVanished(seen: Walk, known: readonly FileRead[]): boolean {
  return seen.isEmpty && seen.unseen.length === 0 && known.length > 0;
}
