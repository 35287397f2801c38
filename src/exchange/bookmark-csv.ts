import type { Reading } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import { carried, type Carried, type CarriedPage } from './carried.ts';
import { readCsv, writeCsv } from './csv.ts';
import { gather, type Named } from './gather.ts';

/** What a column is, by the names that programs give it. */
const columnNames = {
  address: ['url', 'address', 'link', 'href'],
  title: ['title', 'name'],
  tags: ['tags', 'labels'],
  folder: ['folder'],
  at: ['time_added', 'timestamp', 'created', 'added', 'date'],
  state: ['status'],
  bookmarked: ['bookmarked', 'favorite', 'starred'],
} as const;

type Column = keyof typeof columnNames;

/** Characters of the header that are looked at. */
const looked = 1000;

/**
 * Returns the pages of a table whose header names a column of addresses and another that is known: an export of Pocket
 * (title, url, time_added, tags, status) or of Instapaper (URL, Title, Selection, Folder, Timestamp, Tags), and others
 * like them. Null when the text is no such table.
 */
export function readBookmarkCsv(text: string, where: Safe): Reading<Carried | null> | null {
  const header = /^\ufeff?\s*([^\r\n]*)/.exec(text.slice(0, looked))?.[1] ?? '';
  const comma = [',', ';', '\t'].find((sign) => isHeader(columnsOf(header, sign)));
  if (comma === undefined) return null;
  const columns = columnsOf(header, comma);
  const rows = readCsv(text.replace(/^[\ufeff\s]+/, ''), comma).slice(1);
  const { value, problems } = gather(
    rows.map((row) => named((column) => withoutGuard(row[columns.get(column) ?? -1] ?? ''))),
    where,
  );
  return { value: carried(formatOf(header), { pages: value }), problems };
}

function columnsOf(header: string, comma: string): ReadonlyMap<Column, number> {
  const names = (readCsv(header, comma)[0] ?? []).map((name) => name.trim().toLowerCase());
  const found = Object.entries(columnNames).map(([column, known]) => {
    const index = names.findIndex((name) => (known as readonly string[]).includes(name));
    return [column as Column, index] as const;
  });
  return new Map(found.filter(([, index]) => index >= 0));
}

const isHeader = (columns: ReadonlyMap<Column, number>): boolean => columns.has('address') && columns.size > 1;

function formatOf(header: string): Safe {
  if (/\btime_added\b/.test(header)) return say`a Pocket export (CSV)`;
  if (/\bselection\b/i.test(header)) return say`an Instapaper export (CSV)`;
  return say`a table of pages (CSV)`;
}

function named(field: (column: Column) => string): Named {
  const folder = field('folder').trim();
  const state = (field('state') || folder).toLowerCase();
  const isPlace = /^(?:unread|archive|starred)$/i.test(folder);
  const read = state === 'archive' || state === 'read';
  const marked = field('bookmarked').trim();
  return {
    address: field('address'),
    title: field('title'),
    tags: [...(isPlace ? [] : folder.split('/')), ...tagsIn(field('tags'))],
    read,
    bookmarked: marked === '' ? !read : /^(?:1|true|yes)$/i.test(marked),
    at: field('at'),
  };
}

/** Tags stand between bars (Pocket), between commas, or as a list in JSON (Instapaper). */
function tagsIn(field: string): readonly string[] {
  if (field.startsWith('['))
    return [...field.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, tag]) => tag!.replace(/\\(.)/g, '$1'));
  return field.split(field.includes('|') ? '|' : ',');
}

/** Returns the pages as a table with the columns of Pocket, which other programs read, and one for bookmarks that were read. */
export function writeBookmarksCsv(pages: readonly CarriedPage[]): string {
  const header = ['title', 'url', 'time_added', 'tags', 'status', 'bookmarked'];
  const rows = pages.map(({ title, address, at, tags, read, bookmarked }) => [
    guarded(title),
    address,
    at === null ? '' : String(Math.floor(at / 1000)),
    guarded(tags.map((tag) => tag.replaceAll('|', '/')).join('|')),
    read ? 'archive' : 'unread',
    bookmarked ? 'true' : 'false',
  ]);
  return writeCsv([header, ...rows]);
}

/** A spreadsheet computes a field that begins like a formula, and titles come from anywhere: an apostrophe makes it text. */
function guarded(field: string): string {
  return /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
}

function withoutGuard(field: string): string {
  return field.replace(/^'(?=[=+\-@\t\r])/, '');
}
