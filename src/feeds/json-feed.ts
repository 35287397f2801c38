import { cleanLine, type Safe } from '../text/index.ts';
import { resolve } from '../markup/index.ts';
import { readDate, type Instant } from '../news/index.ts';
import { looksLikeHtml } from './content.ts';
import {
  mostEntries,
  type Enclosure,
  type Feed,
  type FeedEntry,
  type FeedLink,
  type Person,
  type Tag,
} from './feed.ts';
import { distinct } from './people.ts';
import { bodyOfText, languageTag, lineOfText } from './text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Returns the feed in a JSON value, or null when it is none: https://www.jsonfeed.org/version/1.1/ */
export function readJsonFeed(value: unknown, address: string | null): Feed | null {
  if (!isFields(value)) return null;
  const isFeed = /jsonfeed\.org\/version/i.test(string(value, 'version') ?? '') || Array.isArray(value['items']);
  if (!isFeed) return null;
  const base = address ?? string(value, 'feed_url') ?? string(value, 'home_page_url');
  const language = languageTag(string(value, 'language') ?? '');
  const link = at(value, 'home_page_url', base);
  return {
    format: 'json',
    id: null,
    title: text(value, 'title'),
    subtitle: text(value, 'description'),
    link,
    links: linksOf([
      ['alternate', link],
      ['self', at(value, 'feed_url', base)],
      ['next', at(value, 'next_url', base)],
    ]),
    language,
    published: null,
    updated: null,
    authors: authorsOf(value, base),
    contributors: [],
    tags: [],
    image: imageOf(at(value, 'icon', base)),
    icon: at(value, 'favicon', base),
    rights: null,
    generator: null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    entries: list(value, 'items')
      .slice(0, mostEntries)
      .map((entry) => readEntry(entry, base, language)),
  };
}

function readEntry(entry: Fields, base: string | null, language: Safe | null): FeedEntry {
  const link = at(entry, 'url', base);
  const own = languageTag(string(entry, 'language') ?? '');
  const outer = at(entry, 'external_url', base);
  const inside = link ?? base;
  const summary = string(entry, 'summary');
  return {
    id: line(entry, 'id'),
    title: text(entry, 'title'),
    link: link ?? outer,
    links: linksOf([
      ['alternate', link],
      ['related', outer],
    ]),
    summary: summary === null ? null : bodyOfText(summary, !looksLikeHtml(summary), inside, own ?? language),
    content: contentOf(entry, inside, own ?? language),
    authors: authorsOf(entry, base),
    contributors: [],
    published: dateOf(entry, 'date_published'),
    updated: dateOf(entry, 'date_modified'),
    tags: tagsOf(entry),
    enclosures: list(entry, 'attachments').flatMap((attachment) => enclosureOf(attachment, base)),
    comments: null,
    source: null,
    image: at(entry, 'image', base) ?? at(entry, 'banner_image', base),
    language: own,
    rights: null,
  };
}

function contentOf(entry: Fields, base: string | null, language: Safe | null) {
  const html = string(entry, 'content_html');
  const plain = string(entry, 'content_text');
  const body = html === null ? null : bodyOfText(html, false, base, language);
  return [body ?? (plain === null ? null : bodyOfText(plain, true, base, language))].filter((one) => one !== null);
}

function authorsOf(fields: Fields, base: string | null): readonly Person[] {
  const said = fields['authors'] ?? fields['author'] ?? [];
  const authors: readonly unknown[] = Array.isArray(said) ? said : [said];
  return distinct(authors.flatMap((author) => authorOf(author, base)));
}

/** Version 1.0 has one author, and some write a mere name. */
function authorOf(author: unknown, base: string | null): readonly Person[] {
  if (typeof author === 'string') return [{ name: lineOfText(author), email: null, url: null }];
  return isFields(author) ? [{ name: text(author, 'name'), email: null, url: at(author, 'url', base) }] : [];
}

function tagsOf(entry: Fields): readonly Tag[] {
  const tags = Array.isArray(entry['tags']) ? entry['tags'] : [];
  const words = tags.filter((tag): tag is string => typeof tag === 'string').map((tag) => cleanLine(tag));
  return [...new Set(words)].filter(Boolean).map((term) => ({ term, scheme: null, label: null }));
}

function enclosureOf(attachment: Fields, base: string | null): readonly Enclosure[] {
  const url = at(attachment, 'url', base);
  const length = amount(attachment, 'size_in_bytes');
  const duration = amount(attachment, 'duration_in_seconds');
  return url === null ? [] : [{ url, type: line(attachment, 'mime_type'), length, duration }];
}

function amount(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function linksOf(links: readonly (readonly [rel: string, href: Safe | null])[]): readonly FeedLink[] {
  return links.flatMap(([rel, href]) =>
    href === null ? [] : [{ href, rel: cleanLine(rel), type: null, title: null, hreflang: null, length: null }],
  );
}

const imageOf = (url: Safe | null) => (url === null ? null : { url, title: null, link: null });

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Numbers, too: some write ids as numbers. */
function string(fields: Fields, name: string): string | null {
  const value = fields[name];
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && words.trim() !== '' ? words : null;
}

function line(fields: Fields, name: string): Safe | null {
  const value = string(fields, name);
  return value === null ? null : cleanLine(value);
}

function text(fields: Fields, name: string): Safe | null {
  const value = string(fields, name);
  return value === null ? null : lineOfText(value);
}

function at(fields: Fields, name: string, base: string | null): Safe | null {
  const value = string(fields, name);
  return value === null ? null : cleanLine(resolve(value, base) ?? value);
}

function dateOf(fields: Fields, name: string): Instant | null {
  return readDate(string(fields, name) ?? '', 'field');
}
