import { join, say, type Safe } from '../text/index.ts';
import type { Headline } from '../news/index.ts';
import { writeBookmarksCsv, writeBookmarksHtml, type CarriedPage } from '../exchange/index.ts';
import type { Library } from '../library/index.ts';
import { markdownOf } from './markdown.ts';
import type { Context } from './verb.ts';

/** In what bookmarks are written. */
export const formats = ['markdown', 'html', 'csv'] as const;
export type Format = (typeof formats)[number];

/** A bookmark, and the address of its page, if it has one. */
interface Bookmark {
  readonly headline: Headline;
  readonly address: Safe | null;
}

/** Returns a bookmark with the address of its article. */
export function bookmarkPage(headline: Headline, library: Library): Bookmark {
  return { headline, address: library.article(headline.id)?.address ?? null };
}

/** Returns the lines of a file of bookmarks. What has no address stands in the Markdown alone: elsewhere there is no place for it. */
export function bookmarkLines(bookmarks: readonly Bookmark[], format: Format, context: Context): readonly string[] {
  if (format === 'markdown') {
    return ['# Bookmarks', '', ...bookmarks.map((bookmark) => markdownLine(bookmark, context))];
  }
  const pages = bookmarks.flatMap(pageOf);
  const file = format === 'html' ? writeBookmarksHtml('Bookmarks', pages) : writeBookmarksCsv(pages);
  return file.trimEnd().split(/\r?\n/);
}

function markdownLine({ headline, address }: Bookmark, context: Context): string {
  const title = address ? { text: headline.title, link: 0 } : { text: headline.title };
  const links = address ? [{ relation: 'inline' as const, text: headline.title, address }] : [];
  const credit = join(
    [headline.publisher, ...(headline.published === null ? [] : [context.day(headline.published, 'short')])],
    say`, `,
  );
  const spans = [title, { text: say` — ${credit} (${headline.id})` }];
  return `- ${markdownOf([{ type: 'paragraph', spans }], links)}`;
}

function pageOf({ headline: { title, status }, address }: Bookmark): readonly CarriedPage[] {
  if (address === null) return [];
  return [
    {
      address,
      title,
      tags: status.tags,
      read: status.read === 'read',
      bookmarked: status.bookmarked,
      at: status.bookmarkedAt,
    },
  ];
}
