import type { Carried } from '../exchange/index.ts';
import { keepFeeds } from './keep-feeds.ts';
import { keepLists } from './keep-lists.ts';
import { keepPages } from './keep-pages.ts';
import { nothingImported, type Imported } from './imported.ts';
import type { Location } from './location.ts';
import type { Complaint, Context } from './verb.ts';

/**
 * Keeps what another program's list holds: its feeds, its lists, its pages and their marks, all of it or nothing. Asks nothing of
 * the web.
 */
export async function carryOver(
  carried: Carried,
  problems: readonly Complaint[],
  { name: file }: Location,
  context: Context,
): Promise<Imported> {
  const library = await context.library();
  const lists = await keepLists(carried.lists, context);
  const { feeds, pages } = library.together(() => ({
    feeds: keepFeeds(carried.feeds, library, file),
    pages: keepPages(carried.pages, context.now(), library),
  }));
  return {
    ...nothingImported,
    marked: pages.marked,
    carried: [
      {
        file,
        format: carried.format,
        feeds: { all: carried.feeds.length, new: feeds.added },
        articles: { all: carried.pages.length, new: pages.added },
        lists: lists.names,
      },
    ],
    problems: [...problems, ...feeds.problems, ...lists.problems],
    remarks: feeds.remarks,
  };
}
