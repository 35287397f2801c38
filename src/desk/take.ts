import { webAddress } from '../address/index.ts';
import type { Entry } from '../news/index.ts';
import { readEntry } from '../catalog/index.ts';
import { decodePlain } from '../encoding/index.ts';
import { discoverFeeds, readFeed, type Feed } from '../feeds/index.ts';
import { readPage } from '../pages/index.ts';
import { say, type Safe } from '../text/index.ts';
import { coloured } from './coloured.ts';
import type { Copy, FeedAbout, Look, Sheet } from './copy.ts';
import { entriesOf } from './feed-entry.ts';
import { keysAt, pageEntry } from './page-entry.ts';
import { recognise } from './recognise.ts';
import { unreadableKind } from './unreadable-kind.ts';
import { wallOf } from './wall.ts';

/** Entries that are handed over together, and their words: what is handed over holds up the screen for a moment. */
const batch = { entries: 40, words: 30_000 };

/** Some entries of a feed that has more. */
export interface Part {
  readonly about: FeedAbout;
  readonly entries: readonly Entry[];
}

/** Makes of a sheet what the library files. Yields the entries of a feed in batches, and returns what the sheet is. */
export async function* take(sheet: Sheet, look: Look): AsyncGenerator<Part, Copy> {
  const what = unreadableKind(sheet.bytes, sheet.contentType);
  if (what !== null) return { format: 'other', what };
  const { format } = look.wanted === 'feed' ? { format: 'feed' } : recognise({ ...sheet, name: null, asked: null });
  if (format === 'feed') return yield* takeFeed(sheet, look);
  if (format === 'web-page') return takePage(sheet);
  return format === 'outline' ? { format: 'other', what: say`a list of feeds (OPML)` } : takeText(sheet);
}

async function* takeFeed(sheet: Sheet, look: Look): AsyncGenerator<Part, Copy> {
  const { value: feed, problems } = readFeed(sheet.bytes, sheet);
  if (feed === null) return look.wanted === 'feed' ? { format: 'other', what: noFeed(sheet) } : takePage(sheet);
  const about = aboutOf(feed);
  const read = entriesOf(feed, look.at);
  let entries: Entry[] = [];
  let words = 0;
  for (let index = 0; index < feed.entries.length; index++) {
    if (entries.length >= batch.entries || words >= batch.words) {
      yield { about, entries };
      entries = [];
      words = 0;
    }
    const entry = await coloured(read(index));
    entries.push(entry);
    words += entry.words;
  }
  // Of the markup itself only one thing is told: that it ends in the middle.
  const torn = problems.some(({ kind }) => kind === 'markup');
  return { format: 'feed', about, entries, torn, problems };
}

function noFeed(sheet: Sheet): Safe {
  const { format } = recognise({ ...sheet, name: null, asked: null });
  return format === 'web-page' ? say`a web page` : say`something else`;
}

function aboutOf({ title, link, ttl, skipHours, skipDays, entries }: Feed): FeedAbout {
  return { title, site: link === null ? null : webAddress(link), ttl, skipHours, skipDays, count: entries.length };
}

async function takePage(sheet: Sheet): Promise<Copy> {
  const { value: page } = readPage(sheet.bytes, sheet);
  const offers = discoverFeeds(sheet.bytes, sheet);
  if (page === null) return { format: 'page', entry: null, site: null, wall: null, offers };
  const entry = page.words === 0 ? null : await coloured(pageEntry(page, sheet.address));
  return { format: 'page', entry, site: page.siteName, wall: wallOf(page), offers };
}

/** Markdown and plain text are pages, too. */
async function takeText(sheet: Sheet): Promise<Copy> {
  const name = URL.parse(sheet.address)?.pathname.split('/').at(-1) ?? '';
  const { value } = readEntry(name === '' ? 'page.md' : name, decodePlain(sheet.bytes).text);
  const address = webAddress(sheet.address);
  const entry = value && (await coloured({ ...value, declaredId: null, path: null, address, keys: keysAt([address]) }));
  return { format: 'page', entry, site: null, wall: null, offers: { named: [], likely: [] } };
}
