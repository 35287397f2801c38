import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';

/** A Markdown file that the walk has come by. */
export interface FileSeen {
  /** Its path inside the folder, with `/`; bytes that are no UTF-8 are written as `%` and two digits. */
  readonly path: string;
  /** Where it is, byte for byte. */
  readonly place: Buffer;
  /** Milliseconds since 1970 UTC. */
  readonly modified: number;
  /** In bytes. */
  readonly size: number;
}

/** What a walk through a folder has seen. */
export interface Walk {
  readonly files: readonly FileSeen[];
  readonly problems: readonly Problem[];
  /** Folders that could not be looked into: nothing is known of what lies in them. The whole folder is ''. */
  readonly unseen: readonly string[];
  /** Whether the folder holds anything at all. */
  readonly isEmpty: boolean;
}

const bounds = { files: 100_000, folders: 50_000, depth: 32, bytes: 5 * 1024 * 1024, problems: 500 } as const;

const skippedFolders = /^(?:\..*|node_modules)$/;
const slash = Buffer.from('/');

/** Returns whether a file of this name is read as Markdown. What macOS keeps beside files (`._name`) is not. */
export function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown|mdown)$/i.test(name) && !name.startsWith('._');
}

/**
 * Returns the Markdown files below a folder. Symbolic links are not followed: one that stays inside leads to what is seen
 * anyway. Only regular files are taken; what is left out is reported with the reason. Folders deeper than `depth` are not
 * looked into, and that is no problem.
 */
export function walk(root: string, depth: number = Infinity): Walk {
  const seen = { files: [] as FileSeen[], problems: [] as Problem[], unseen: [] as string[], isEmpty: true };
  const ground = realPath(Buffer.from(root));
  if (!ground) return { ...seen, unseen: [''], problems: [problem(root, say`is not here: nothing was read`)] };
  const waiting: Folder[] = [{ place: ground, path: '', depth: 0 }];
  const open: Open = { seen, ground };
  let folders = 0;
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (folder.depth > depth) seen.unseen.push(folder.path);
    else waiting.push(...look(open, folder, ++folders));
  }
  if (seen.problems.length > bounds.problems) {
    const more = seen.problems.length - bounds.problems;
    seen.problems.splice(bounds.problems, more, problem(root, say`and ${more} more files or folders were left out`));
  }
  return seen;
}

interface Folder {
  readonly place: Buffer;
  readonly path: string;
  readonly depth: number;
}

interface Open {
  readonly seen: { files: FileSeen[]; problems: Problem[]; unseen: string[]; isEmpty: boolean };
  readonly ground: Buffer;
}

/** Looks into one folder and returns the folders in it. */
function look(open: Open, folder: Folder, count: number): readonly Folder[] {
  const { seen } = open;
  const missed = (why: Safe) => {
    seen.unseen.push(folder.path);
    seen.problems.push(problem(folder.path || '.', why));
    return [];
  };
  if (folder.depth > bounds.depth) return missed(say`lies deeper than ${bounds.depth} folders: left out`);
  if (seen.files.length >= bounds.files) return missed(say`was left out: there are more than ${bounds.files} files`);
  if (count > bounds.folders) return missed(say`was left out: there are more than ${bounds.folders} folders`);
  try {
    return list(open, folder);
  } catch (error) {
    return missed(say`could not be looked into: ${reason(error)}`);
  }
}

function list(open: Open, folder: Folder): readonly Folder[] {
  const below: Folder[] = [];
  const directory = opendirSync(folder.place, {
    encoding: 'buffer' as BufferEncoding,
    bufferSize: 256,
  });
  try {
    for (let entry = directory.readSync(); entry; entry = directory.readSync()) {
      open.seen.isEmpty = false;
      const bytes = entry.name as unknown as Buffer;
      const name = readable(bytes);
      const place = Buffer.concat([folder.place, slash, bytes]);
      const path = folder.path ? `${folder.path}/${name}` : name;
      if (entry.isDirectory()) {
        if (!skippedFolders.test(name)) below.push({ place, path, depth: folder.depth + 1 });
      } else if (open.seen.files.length < bounds.files) see(open, entry, { place, path, name });
      else open.seen.unseen.push(folder.path);
    }
  } finally {
    directory.closeSync();
  }
  return below;
}

function see(
  { seen, ground }: Open,
  entry: Dirent,
  { place, path, name }: { place: Buffer; path: string; name: string },
): void {
  const leftOut = (why: Safe) => void seen.problems.push(problem(path, why));
  if (entry.isSymbolicLink()) return checkLink(ground, place, name, leftOut);
  if (!isMarkdownName(name)) return;
  try {
    const { size, mtimeMs, isFile } = statOf(place);
    if (!isFile) return leftOut(say`is no regular file: left out`);
    if (size > bounds.bytes) return leftOut(say`is larger than 5 MB: left out`);
    seen.files.push({ path, place, size, modified: Math.trunc(mtimeMs) });
  } catch (error) {
    leftOut(say`could not be read: ${reason(error)}`);
  }
}

function statOf(place: Buffer) {
  const stat = lstatSync(place);
  return { size: stat.size, mtimeMs: stat.mtimeMs, isFile: stat.isFile() };
}

function checkLink(ground: Buffer, place: Buffer, name: string, leftOut: (why: Safe) => void): void {
  const target = realPath(place);
  if (!target) return isMarkdownName(name) ? leftOut(say`is a link that leads nowhere: left out`) : undefined;
  const isInside =
    target.equals(ground) || target.subarray(0, ground.length + 1).equals(Buffer.concat([ground, slash]));
  if (isInside || !(isMarkdownName(name) || isFolder(target))) return;
  leftOut(say`is a link out of the folder: left out; what it leads to can be added as a source of its own`);
}

function isFolder(place: Buffer): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function realPath(place: Buffer): Buffer | null {
  try {
    return realpathSync(place, 'buffer');
  } catch {
    return null;
  }
}

/** Names are kept as text; one that is not UTF-8 gets a form of its own, so that no two files become one. */
function readable(bytes: Buffer): string {
  const name = bytes.toString('utf8');
  if (!name.includes('\ufffd') || Buffer.from(name).equals(bytes)) return name;
  return bytes
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Returns the bytes of a regular file, or why there are none. It never waits on a pipe or device, never follows a link, and
 * never reads more than 5 MB, however the file grows meanwhile.
 */
export function readDocument(place: Buffer | string): Uint8Array | { readonly why: Safe } {
  let file: number | undefined;
  try {
    file = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (!stat.isFile()) return { why: say`is no regular file` };
    if (stat.size > bounds.bytes) return { why: say`is larger than 5 MB` };
    return readAll(file, stat.size);
  } catch (error) {
    return { why: say`could not be read: ${reason(error)}` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads to the end of the file as it was when it was opened. */
function readAll(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let read = 0;
  while (read < size) {
    const count = readSync(file, bytes, read, size - read, read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

export function problem(where: string, detail: Safe): Problem {
  const kind = detail.includes('larger than') ? 'too-large' : 'unreadable';
  return { kind, where: cleanLine(where), detail };
}

const reasons: Readonly<Record<string, Safe>> = {
  EACCES: say`permission was refused`,
  EPERM: say`permission was refused`,
  ENOENT: say`it is gone`,
  ELOOP: say`it is a link`,
  ENXIO: say`it is no regular file`,
  EMFILE: say`too many files are open`,
  ENOTDIR: say`it is no folder`,
};

export function reason(error: unknown): Safe {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return reasons[code] ?? cleanLine(code || message);
}
