import type { Index, Ref } from './card.ts';

/** How an article is reached over a link from or to one that is alike. */
export interface Path {
  readonly worth: number;
  /** The article most alike over which it is reached. */
  readonly over: Ref;
  /** Whether that article links to it, or it links to that article. */
  readonly direction: 'linked' | 'links';
}

/** Articles with links that are followed. */
const sources = 30;
const forward = 0.3;
const backward = 0;

/**
 * Returns the articles that the most alike ones link to, and that link to those, with what that is worth. What editors
 * linked from similar articles they would link from this one: one step of a random walk over the links that begins at the
 * articles alike (after Haveliwala, "Topic-sensitive PageRank", 2002), the worth of an article shared among its links by the
 * root of their number.
 */
export function reachedOverLinks(
  alike: readonly { readonly article: Ref; readonly worth: number }[],
  index: Index,
): ReadonlyMap<Ref, Path> {
  const paths = new Map<Ref, Path>();
  let followed = 0;
  for (const { article, worth } of alike) {
    const out = index.linksFrom(article);
    const into = index.linksTo(article);
    if (out.length + into.length === 0) continue;
    if (++followed > sources) break;
    for (const target of out)
      add(paths, target, { worth: (forward * worth) / Math.sqrt(out.length), over: article, direction: 'linked' });
    for (const from of into)
      add(paths, from, { worth: (backward * worth) / Math.sqrt(into.length), over: article, direction: 'links' });
  }
  return paths;
}

function add(paths: Map<Ref, Path>, article: Ref, path: Path): void {
  const known = paths.get(article);
  paths.set(article, known ? { ...known, worth: known.worth + path.worth } : path);
}
