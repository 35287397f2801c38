import type { ArticleId, Instant, Mark, Source } from '../news/index.ts';
import type { CarriedPage } from '../exchange/index.ts';
import type { Library } from '../library/index.ts';
import { headlineEntry } from './headline-entry.ts';
import { hostOf } from './keep-feeds.ts';
import { setMarks, type MarkFor } from './state.ts';

/** What became of pages of another program's list. */
interface KeptPages {
  /** Pages that were not here. */
  readonly added: number;
  readonly marked: readonly ArticleId[];
}

/**
 * Keeps pages as articles of their sites, with their headline alone until they are opened, and their marks. What is here
 * already is marked, too; no mark is taken away.
 */
export function keepPages(pages: readonly CarriedPage[], at: Instant, library: Library): KeptPages {
  const missing = pages.filter(({ address }) => library.articleWithAddress(address) === null);
  const sites = Map.groupBy(missing, ({ address }) => new URL('/', address).href);
  const known = new Map(library.sources().map((source) => [source.location, source]));
  for (const [location, own] of sites) {
    library.file(
      siteAt(location, known.get(location), library).id,
      own.map((page) => headlineEntry(page)),
      at,
    );
  }
  const marks = pages.flatMap((page) => markFor(page, library) ?? []);
  return { added: missing.length, marked: setMarks(library, marks, at) };
}

/** The pages of a site are one source, which the reader keeps by having kept its pages. */
function siteAt(location: string, known: Source | undefined, library: Library): Source {
  if (!known) return library.keepSource({ kind: 'page', name: hostOf(location), location, kept: true });
  return (known.kept ? null : library.changeSource(known.id, { kept: true })) ?? known;
}

/** Returns the marks that a page has and its article has not. */
export function markFor(
  { address, read, bookmarked, tags }: Omit<CarriedPage, 'title' | 'at'>,
  library: Library,
): MarkFor | null {
  const id = library.articleWithAddress(address);
  const [headline] = id ? library.headlinesOf([id]) : [];
  if (!headline) return null;
  const { status } = headline;
  const all = [...new Set([...status.tags, ...tags])];
  const mark: Mark = {
    ...(read && status.read !== 'read' ? { read: 'read' } : {}),
    ...(bookmarked && !status.bookmarked ? { bookmarked: true } : {}),
    ...(all.length > status.tags.length ? { tags: all } : {}),
  };
  return Object.keys(mark).length > 0 ? { id: headline.id, mark } : null;
}
