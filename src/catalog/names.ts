import { cleanLine, type Safe } from '../text/index.ts';
import { readDate, type Instant, type Kind } from '../news/index.ts';

const dated = /^(\d{4}-\d{2}-\d{2})(?:[-_ ]+|$)/;
/** Files that speak for their folder. */
const folderFiles = /^(?:_?index|readme)$/i;
const backgroundFolders = /^(?:backgrounders?|explainers?|background)$/i;

/** Returns the last part of a path without its ending. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdown)$/i, '');
}

/** Returns a title made of a file's name: without date and ending, words instead of dashes. */
export function titleOf(path: string): Safe {
  const base = baseName(path);
  const folder = path.split('/').at(-2);
  const name = folderFiles.test(base) && folder ? folder : base;
  const words = cleanLine(name.replace(dated, '').replace(/[-_]+/g, ' ')) || cleanLine(name) || cleanLine('Untitled');
  return cleanLine(words.charAt(0).toLocaleUpperCase('en') + words.slice(1));
}

/** Returns the date that begins a file's name, as Jekyll writes it, or null. */
export function dateOf(path: string): Instant | null {
  const written = dated.exec(baseName(path))?.[1];
  return written ? readDate(written) : null;
}

/** Returns what the folders of a path say of its kind. */
export function kindOf(path: string): Kind {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => backgroundFolders.test(folder))
    ? 'backgrounder'
    : 'news';
}

/** Returns whether the file lies in a folder for what is not to be published yet. */
export function isDraftPath(path: string): boolean {
  return path.split('/').slice(0, -1).includes('_drafts');
}
