import { decode } from '../encoding/index.ts';
import type { Reading } from '../news/index.ts';
import { cleanLine, say } from '../text/index.ts';
import { readBookmarkCsv } from './bookmark-csv.ts';
import { readBookmarkHtml } from './bookmark-html.ts';
import { readBookmarkJson } from './bookmark-json.ts';
import type { Carried } from './carried.ts';
import { readFeedOutline } from './feed-outline.ts';
import { readUrls } from './newsboat-urls.ts';

/** Larger files are refused, in bytes: some programs put the whole text of each page into theirs. */
const mostBytes = 100_000_000;

/**
 * Returns what the file of another program holds, or null when it is none that is known: newsboat's `urls`, OPML, the exports
 * of Pocket, Instapaper, Omnivore, Wallabag, Pinboard, Feedbin and readers that are like Google Reader, tables of pages (CSV),
 * and the bookmarks of browsers. It is recognised by what stands in it; the name only says where a problem is.
 */
export function readExchange(name: string | null, bytes: Uint8Array): Reading<Carried | null> {
  const where = cleanLine(name ?? 'The list');
  if (bytes.length > mostBytes) {
    const detail = say`is larger than ${mostBytes / 1_000_000} million bytes and is not read`;
    return { value: null, problems: [{ kind: 'too-large', where, detail }] };
  }
  const { text } = decode(bytes);
  for (const read of [readBookmarkJson, readBookmarkHtml, readUrls, readBookmarkCsv]) {
    const reading = read(text, where);
    if (reading) return reading;
  }
  return readFeedOutline(text, bytes, where) ?? { value: null, problems: [] };
}
