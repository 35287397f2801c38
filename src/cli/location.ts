import { realpathSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { isTypedAddress } from './fetch.ts';
import type { Complaint } from './verb.ts';

/** A folder or file that was named on the command line. */
export interface Location {
  readonly kind: 'folder' | 'page';
  /** Absolute, with links in it followed. */
  readonly path: string;
  readonly name: Safe;
}

/** Returns the folder or file that a path names, from the folder, or why it is neither. */
export function locate(path: string, folder: string): Location | Complaint {
  const refuse = (detail: Safe): Complaint => ({ kind: 'unreadable', where: cleanLine(path), detail });
  if (isTypedAddress(path)) return refuse(say`This is an address, and only a folder or file serves here.`);
  try {
    const real = realpathSync(resolve(folder, path));
    const stat = statSync(real);
    const name = cleanLine(basename(real)) || cleanLine(real);
    if (stat.isDirectory()) return { kind: 'folder', path: real, name };
    if (stat.isFile()) return { kind: 'page', path: real, name };
    return refuse(say`This is neither a folder nor a regular file.`);
  } catch (error) {
    const code = cleanLine((error as NodeJS.ErrnoException).code ?? '');
    return refuse(code === 'ENOENT' ? missing(path) : say`It cannot be read (${code}).`);
  }
}

/** What looks like a host may be meant as one, but a word alone is never asked for on the web. */
function missing(path: string): Safe {
  const isHost =
    /^(?:[\w-]+\.)+[a-z]{2,}(?:[:/].*)?$/i.test(path) && !/\.(?:md|markdown|txt|json|csv|opml|html?)$/i.test(path);
  const hint = isHost ? say` For what is on the web, write https://${cleanLine(path)}` : say``;
  return say`There is no such file or folder.${hint}`;
}
