import type { Reading } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import { carried, type Carried } from './carried.ts';
import { gather, type Named } from './gather.ts';

/** One page of a file, as JSON has it. */
type Row = Readonly<Record<string, unknown>>;

interface Shape {
  readonly format: Safe;
  /** Members that each page has. Shapes that have more in common with others come first. */
  readonly members: readonly string[];
  readonly named: (row: Row) => Named;
}

/** What programs write into JSON. */
const shapes: readonly Shape[] = [
  { format: say`an Omnivore export`, members: ['url', 'state', 'labels'], named: omnivore },
  { format: say`a Wallabag export`, members: ['url', 'is_archived'], named: wallabag },
  { format: say`an export of the first Wallabag`, members: ['url', 'is_read', 'is_fav'], named: wallabag },
  { format: say`a Pinboard export`, members: ['href', 'description', 'toread'], named: pinboard },
  { format: say`a Feedbin export`, members: ['url', 'published', 'content'], named: feedbin },
  { format: say`articles of a feed reader`, members: ['title', 'alternate'], named: feedReader },
  { format: say`articles of a feed reader`, members: ['title', 'canonical'], named: feedReader },
];

/** Returns the pages that are listed in JSON, or null when it is none, or of no program that is known. */
export function readBookmarkJson(text: string, where: Safe): Reading<Carried | null> | null {
  if (!/^[\ufeff\s]*[[{]/.test(text)) return null;
  const rows = rowsIn(parsed(text));
  const shape = shapes.find(({ members }) => rows.some((row) => members.every((member) => Object.hasOwn(row, member))));
  if (!shape) return null;
  const { value, problems } = gather(rows.map(shape.named), where);
  return { value: carried(shape.format, { pages: value }), problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^[\ufeff\s]+/, ''));
  } catch {
    return null;
  }
}

/** The pages are the file, or they are its `items`. */
function rowsIn(value: unknown): readonly Row[] {
  const list = Array.isArray(value) ? value : isRow(value) ? value['items'] : null;
  return Array.isArray(list) ? list.filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function truth(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'yes';
}

/** Tags are a list, of words or of objects with a label, or words between commas. */
function tagsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(',');
  if (!Array.isArray(value)) return [];
  return value.map((tag: unknown) => words(isRow(tag) ? (tag['label'] ?? tag['name']) : tag));
}

function omnivore(row: Row): Named {
  const progress = Number(row['readingProgress'] ?? 0);
  const away = row['state'] === 'Archived';
  return {
    address: words(row['url']),
    title: words(row['title']),
    tags: tagsIn(row['labels']),
    read: away || progress >= 98,
    bookmarked: !away,
    at: words(row['savedAt']),
  };
}

/** The first Wallabag had other names for its marks, and no dates. */
function wallabag(row: Row): Named {
  const read = truth(row['is_archived'] ?? row['is_read']);
  return {
    address: words(row['url']),
    title: words(row['title']),
    tags: tagsIn(row['tags']),
    read,
    bookmarked: !read || truth(row['is_starred'] ?? row['is_fav']),
    at: words(row['created_at']),
  };
}

function pinboard(row: Row): Named {
  return {
    address: words(row['href']),
    title: words(row['description']),
    tags: words(row['tags']).split(' '),
    read: !truth(row['toread']),
    bookmarked: true,
    at: words(row['time']),
  };
}

/** Its export holds what was marked to be kept, and nothing else. */
function feedbin(row: Row): Named {
  return {
    address: words(row['url']),
    title: words(row['title']),
    tags: [],
    read: false,
    bookmarked: true,
    at: words(row['created_at']),
  };
}

/** As Google Reader wrote them, and as FreshRSS, Inoreader and others do after it: states and labels are among the categories. */
function feedReader(row: Row): Named {
  const categories = tagsIn(row['categories']);
  const ends = (end: string) => categories.some((name) => name.endsWith(`/state/com.google/${end}`));
  const [link] = [row['canonical'], row['alternate']].flatMap((links) =>
    Array.isArray(links) ? links.filter(isRow) : [],
  );
  const labels = categories.flatMap((name) => /^user\/[^/]*\/label\/(.+)$/.exec(name)?.[1] ?? []);
  return {
    address: words(link?.['href']),
    title: words(row['title']),
    tags: labels,
    read: ends('read'),
    bookmarked: ends('starred') || categories.length === 0,
    at: words(row['crawlTimeMsec'] ?? row['published']),
  };
}
