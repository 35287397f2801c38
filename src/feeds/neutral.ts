import { writeHtml } from '../markup/index.ts';
import type { Instant } from '../news/index.ts';
import type { Offers } from './discover.ts';
import type { Body, Feed, FeedEntry } from './feed.ts';
import type { Outline } from './outline.ts';
import { wordsIn } from './content.ts';

/** Returns a feed as plain values for programs outside: instants as ISO 8601, bodies as HTML or plain text. */
export function neutral(feed: Feed | null): object {
  if (feed === null) return { ok: false };
  const { format, entries, skipHours: _hours, skipDays: _days, ...about } = feed;
  return { ok: true, format, feed: dated(about), entries: entries.map(neutralEntry) };
}

function neutralEntry({ summary, content, source, image, enclosures, ...entry }: FeedEntry): object {
  return {
    ...dated(entry),
    enclosures: enclosures.map(({ url, type, length }) => ({ url, type, length })),
    summary: summary && htmlOf(summary),
    content: content.map((body) => ({
      value: valueOf(body),
      type: body.plain ? 'text/plain' : 'text/html',
      language: body.language,
    })),
    source: source && { ...source, updated: date(source.updated) },
    image: image && { url: image },
  };
}

function dated(said: { readonly published: Instant | null; readonly updated: Instant | null }): object {
  return { ...said, published: date(said.published), updated: date(said.updated) };
}

/** As HTML even when it was plain text: nothing beside it says which it is. */
function htmlOf({ nodes }: Body): string {
  return writeHtml(nodes).trim();
}

function valueOf({ nodes, plain }: Body): string {
  return plain ? wordsIn(nodes) : writeHtml(nodes).trim();
}

function date(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** Returns an outline as plain values for programs outside. */
export function neutralOutline(outline: Outline | null): object {
  if (outline === null) return { ok: false };
  const feeds = outline.feeds.map(({ title, written, site, folders, categories }) => ({
    title,
    xmlUrl: written,
    htmlUrl: site,
    path: folders,
    categories: folders.length > 0 ? [folders, ...categories] : categories,
  }));
  return { ok: true, opml: { title: outline.title, ownerName: outline.owner, outlineCount: outline.lines, feeds } };
}

/** Returns the feeds that a page names as plain values for programs outside. */
export function neutralOffers({ named }: Offers): object {
  return { feedLinks: named.map(({ address, title, type }) => ({ href: address, title, type })) };
}
