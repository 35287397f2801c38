import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Problem } from '../news/index.ts';

/** Why the library could not do what was asked. Nothing that was kept before is lost by any of them. */
export type Trouble = 'newer' | 'full' | 'read-only' | 'locked' | 'unreachable' | 'damaged' | 'slow';

/** Thrown when the library cannot do what was asked. Its message is a sentence for the reader. */
export class LibraryProblem extends Error {
  override readonly name = 'LibraryProblem';
  readonly trouble: Trouble;
  readonly problem: Problem;

  constructor(trouble: Trouble, file: string, cause?: unknown) {
    const where = cleanLine(file);
    const detail = sentence(trouble, where);
    super(detail, { cause });
    this.trouble = trouble;
    this.problem = { kind: 'library', where, detail };
  }
}

/** Returns the problem that an error of SQLite or of the disk amounts to, or the error itself when it is a mistake of ours. */
export function asProblem(error: unknown, file: string): unknown {
  const trouble = error instanceof LibraryProblem ? null : troubleOf(error);
  return trouble ? new LibraryProblem(trouble, file, error) : error;
}

/** Returns whether the error says that the file itself is broken, as opposed to out of reach. */
export function saysDamaged(error: unknown): boolean {
  return troubleOf(error) === 'damaged';
}

/** SQLite's primary result codes (sqlite.org/rescode.html); the higher bits only say more. */
const troubles: Readonly<Record<number, Trouble>> = {
  3: 'read-only',
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'unreachable',
  11: 'damaged',
  13: 'full',
  14: 'unreachable',
  23: 'read-only',
  26: 'damaged',
};

const diskTroubles: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'unreachable',
  // A folder that cannot be made, as where nothing can be written at all.
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
  EEXIST: 'unreachable',
  ELOOP: 'unreachable',
};

function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as Error & { readonly code?: unknown; readonly errcode?: unknown };
  if (typeof errcode !== 'number') return diskTroubles[String(code)] ?? null;
  // A table or column that is not there: somebody else changed the schema, which is damage to us.
  if (errcode === 1 && /no such (table|column)/.test(error.message)) return 'damaged';
  return troubles[errcode & 0xff] ?? null;
}

function sentence(trouble: Trouble, file: Safe): Safe {
  switch (trouble) {
    case 'newer':
      return say`The library ${file} was made by a newer version of this program. Update the program; the library was not touched.`;
    case 'full':
      return say`The disk is full, so this was not kept. Everything kept before is safe; make some room and try again.`;
    case 'read-only':
      return say`The library ${file} may not be written, so this was not kept. Reading goes on; check who owns its folder.`;
    case 'locked':
      return say`Another program has been writing to the library for a while, so this was not kept. Try again in a moment.`;
    case 'unreachable':
      return say`The library ${file} cannot be reached on the disk. Check that its folder is there and may be opened.`;
    case 'slow':
      return say`The regular expression has looked through texts for too long, so the list is as it was. A word beside it, or letters in it that are sure to stand there, make it quick.`;
    case 'damaged':
      return say`Part of the library ${file} cannot be read. Start the program again: it will restore what can be restored.`;
  }
}
