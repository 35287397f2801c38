import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary, type Library } from '../../library/index.ts';
import type { Entry, Source } from '../../news/index.ts';
import { bareEntry } from '../../pages/bare-entry.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';

/** Made once and kept: a library of a million articles takes minutes. Counted on when what is in them changes. */
const cache = join(tmpdir(), 'alsosee-bench-libraries-1');
const sources = 20;
/** Articles in one change of the library. */
const together = 2000;
const hour = 3_600_000;

/** Puts a library with so many articles into a reader's folder. */
export async function libraryOf(articles: number, folder: string): Promise<void> {
  const made = join(cache, String(articles));
  if (!existsSync(made)) make(articles, made);
  cpSync(made, folder, { recursive: true });
}

function make(articles: number, at: string): void {
  const unfinished = `${at}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { library } = openLibrary(join(unfinished, 'library'), Date.UTC(2026, 0, 1));
  const kept = Array.from({ length: sources }, (_, number) =>
    library.keepSource({
      kind: 'feed',
      name: say`Source ${number}`,
      location: `https://source${number}.example/feed`,
      kept: true,
      paused: true,
    }),
  );
  for (let first = 0; first < articles; first += together) {
    library.together(() => fileSome(library, kept, first, Math.min(articles, first + together)));
  }
  library.close();
  renameSync(unfinished, at);
}

function fileSome(library: Library, kept: readonly Source[], first: number, end: number): void {
  for (const [index, { id }] of kept.entries()) {
    const numbers = Array.from({ length: end - first }, (_, n) => first + n).filter((n) => n % sources === index);
    library.file(id, numbers.map(entry), Date.UTC(2026, 0, 1));
  }
}

const words =
  'the ministers met in the capital on a day in spring and agreed to meet again before the year was out while the ferry from the harbour was late and the market closed early'.split(
    ' ',
  );

const wordAt = (place: number): Safe => cleanLine(words[place % words.length] ?? '');

/** Returns an article of about 300 words. Every thousandth tells of a lighthouse. */
function entry(number: number): Entry {
  const address = cleanLine(`https://source${number % sources}.example/${number}`);
  const rare = number % 1000 === 7 ? ' The lighthouse was lit again.' : '';
  const paragraph = Array.from({ length: 75 }, (_, n) => words[(number * 7 + n * 13) % words.length]).join(' ');
  return bareEntry({
    title: say`Report ${number} on the ${wordAt(number)} and the ${wordAt(number * 3)}`,
    published: Date.UTC(2000, 0, 1) + (number * hour) / 6,
    address,
    body: Array.from({ length: 4 }, (_, part) => ({
      type: 'paragraph' as const,
      spans: [{ text: cleanLine(`${paragraph}.${part === 0 ? rare : ''}`) }],
    })),
    words: 300,
    fingerprint: String(number),
    keys: [{ value: `at ${address}`, everywhere: true }],
  });
}
