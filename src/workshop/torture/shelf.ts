import { createHash } from 'node:crypto';
import { openLibrary, type Library } from '../../library/index.ts';
import type { ArticleId, Entry, Prose } from '../../news/index.ts';
import { bareEntry } from '../../pages/bare-entry.ts';
import { cleanLine, say } from '../../text/index.ts';

/** Returns an entry that is known by its name, with some text. */
export function entryCalled(name: string): Entry {
  const title = cleanLine(name);
  const text = cleanLine(`${name} stood in the paper, as it does on most days of the week. `.repeat(4));
  const body: Prose = [{ type: 'paragraph', spans: [{ text }] }];
  const fingerprint = createHash('sha256').update(name).digest('hex');
  return bareEntry({ declaredId: title, title, body, words: 60, fingerprint });
}

/** Fills a library with so many articles, the first `marked` of which are read and bookmarked. */
export function fill(folder: string, articles: number, marked: number): void {
  const { library } = openLibrary(folder, Date.now());
  const source = library.keepSource({ kind: 'folder', name: say`News`, location: say`/news`, kept: true });
  const entries = Array.from({ length: articles }, (_, index) => entryCalled(`n-${index}`));
  library.file(source.id, entries, Date.now());
  const ids = entries.slice(0, marked).map(({ title }): ArticleId => title as string as ArticleId);
  library.mark(ids, { read: 'read', bookmarked: true }, Date.now());
  library.close();
}

/** Returns how many articles there are, and how many of them are bookmarked, by walking over the list. */
export function shelved(library: Library): { readonly articles: number; readonly bookmarked: number } {
  const scope = library.sources().map(({ id }) => id);
  const [articles = 0, bookmarked = 0] = library.counts(
    [
      { conditions: [], sort: 'newest' },
      { conditions: [{ type: 'bookmarked' }], sort: 'newest' },
    ],
    scope,
  );
  return { articles, bookmarked };
}
