import type { Safe } from '../text/index.ts';
import type { ArticleId, Headline } from '../news/index.ts';
import { counted } from './counted.ts';
import { join, say } from '../text/index.ts';
import type { Complaint } from './verb.ts';

/** What was carried over from a list of another program. `new`: what was not here before. */
export interface CarriedOver {
  readonly file: Safe;
  /** What the file was taken for. */
  readonly format: Safe;
  readonly feeds: { readonly all: number; readonly new: number };
  readonly articles: { readonly all: number; readonly new: number };
  readonly lists: readonly Safe[];
}

/** What was imported from one file. */
export interface Imported {
  readonly articles: readonly Headline[];
  /** Articles that a page only lists. */
  readonly pieces: readonly Headline[];
  /** Articles that a state file, or another program, has marked. */
  readonly marked: readonly ArticleId[];
  readonly carried: readonly CarriedOver[];
  readonly problems: readonly Complaint[];
  readonly remarks: readonly Safe[];
}

export const nothingImported: Imported = {
  articles: [],
  pieces: [],
  marked: [],
  carried: [],
  problems: [],
  remarks: [],
};

/** Returns what several files brought together. */
export function together(all: readonly Imported[]): Imported {
  return {
    articles: all.flatMap(({ articles }) => articles),
    pieces: all.flatMap(({ pieces }) => pieces),
    marked: all.flatMap(({ marked }) => marked),
    carried: all.flatMap(({ carried }) => carried),
    problems: all.flatMap(({ problems }) => problems),
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}

/** Returns the line that tells what was carried over. */
export function carriedLine({ file, format, feeds, articles, lists }: CarriedOver): Safe {
  const parts = [
    feeds.all > 0 ? say`${counted(feeds.all, say`feed`)}${ofWhichNew(feeds)}` : null,
    articles.all > 0 ? say`${counted(articles.all, say`article`)}${ofWhichNew(articles)}` : null,
    lists.length > 0 ? say`${counted(lists.length, say`list`)} (${join(lists, say`, `)})` : null,
  ].filter((part) => part !== null);
  return say`${file}: ${format}, ${parts.length > 0 ? join(parts, say`, `) : say`nothing in it`}`;
}

function ofWhichNew({ all, new: fresh }: CarriedOver['feeds']): Safe {
  if (fresh === all) return say``;
  return fresh === 0 ? say` (all here already)` : say` (${fresh} new)`;
}
