// Lives here: what other programs write down of their feeds, lists and pages, read by its looks; and bookmarks, written for them.
// Does not live here: OPML as such (feeds), what is kept of a list (library), and reading files (cli).
// Reading never fails: what cannot be carried over is told in words, and no address comes out that may not be followed.
export { readExchange } from './read.ts';
export { writeBookmarksCsv } from './bookmark-csv.ts';
export { writeBookmarksHtml } from './bookmark-html.ts';
export type { Carried, CarriedFeed, CarriedList, CarriedPage } from './carried.ts';
