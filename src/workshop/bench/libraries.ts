import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectSome } from '../../desk/connect.ts';
import { openLibrary, type Library } from '../../library/index.ts';
import { migrations } from '../../library/schema.ts';
import type { Source } from '../../news/index.ts';
import { say } from '../../text/index.ts';
import { entry, sources } from './articles.ts';
import { finish, grow } from './growing.ts';

/** Made once and kept, for each version of the tables. Counted on when what is in the libraries changes. */
const cache = join(tmpdir(), 'alsosee-bench-libraries', `2-${migrations.length}`);
/** Articles in one change of the library. */
const together = 2000;
/** Articles that are filed one by one. Of more, the rest are copies of these. */
const filed = 10_000;
/** The newest article is of this day, and each is ten minutes older than the one after it. */
const end = Date.UTC(2026, 0, 1);
const apart = 600_000;

/** Puts a library with so many articles into a reader's folder. */
export function libraryOf(articles: number, folder: string): void {
  const made = join(cache, String(articles));
  if (!existsSync(made)) make(articles, made);
  const from = join(made, 'library');
  const to = join(folder, 'library');
  mkdirSync(to, { recursive: true });
  // Where the disk can share what is in two files, a copy takes no time.
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(to, file), constants.COPYFILE_FICLONE);
}

function make(articles: number, at: string): void {
  const unfinished = `${at}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const folder = join(unfinished, 'library');
  mkdirSync(folder, { recursive: true });
  within(folder, (library) => fileAll(library, articles));
  for (let first = filed; first < articles; first += filed) grow(folder, first, apart);
  finish(folder);
  within(folder, (library) => {
    while (connectSome(library, { begin: () => undefined, rest: () => undefined, isApart: () => false }).more);
  });
  renameSync(unfinished, at);
}

function within(folder: string, work: (library: Library) => void): void {
  const { library } = openLibrary(folder, end);
  try {
    work(library);
  } finally {
    library.close();
  }
}

function fileAll(library: Library, articles: number): void {
  const kept = Array.from({ length: sources }, (_, number) =>
    library.keepSource({
      kind: 'feed',
      name: say`Source ${number}`,
      location: `https://source${number}.example/feed`,
      kept: true,
      paused: true,
    }),
  );
  const begin = end - articles * apart;
  const all = Math.min(articles, filed);
  for (let first = 0; first < all; first += together) {
    library.together(() => fileSome(library, kept, first, Math.min(all, first + together), begin));
  }
}

function fileSome(library: Library, kept: readonly Source[], first: number, after: number, begin: number): void {
  for (const [index, { id }] of kept.entries()) {
    const numbers = Array.from({ length: after - first }, (_, n) => first + n).filter((n) => n % sources === index);
    library.file(
      id,
      numbers.map((number) => entry(number, begin + number * apart)),
      end,
    );
  }
}
