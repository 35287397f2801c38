import { leading } from '../matching.ts';
import { updatedWords } from '../signatures.ts';
import { findDates, readField, type Dated } from './dates.ts';
import type { Head } from './head.ts';
import { dates, notDated, updates } from './class-words.ts';
import { spaced } from './person-names.ts';
import { above, attribute, inline, withInner, type Part } from './tree.ts';

/** When a page was published and last changed, as far as it says. */
export interface Times {
  readonly published: Dated | null;
  readonly updated: Dated | null;
}

const publishedKeys = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'date.created',
  'datecreated',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'published_time_telegram',
  'bt:pubdate',
  'rnews:datepublished',
  'date',
  'published-date',
  'originalpublicationdate',
  'article_date_original',
  'shareaholic:article_published_time',
  'og:published_time',
  'og:pubdate',
  'pdate',
  'article:publicationdate',
  'created',
];
const updatedKeys = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'og:article:modified_time',
  'article:modified',
  'date.updated',
  'date.modified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'revised',
];

/** Returns when the page says that it was published and changed: for machines first, else as it shows it near its title. */
export function readTimes(parts: readonly Part[], head: Head, heading: Part | null, address: string | null): Times {
  const isMonthFirst = writesMonthFirst(head.language);
  const field = (words: unknown) => (typeof words === 'string' ? readField(words, isMonthFirst) : null);
  const linked = (key: string) => first(articlesFirst(head).map((object) => field(object[key])));
  const meta = (keys: readonly string[]) => first(keys.flatMap((key) => head.metas.get(key)?.map(field) ?? []));
  const shown = shownTimes(parts, heading, isMonthFirst);
  return {
    published:
      linked('datePublished') ??
      meta(publishedKeys) ??
      linked('dateCreated') ??
      linked('uploadDate') ??
      shown.published ??
      inAddress(address) ??
      inAddress(head.canonical) ??
      shown.updated ??
      meta(updatedKeys),
    updated: linked('dateModified') ?? meta(updatedKeys) ?? shown.updated,
  };
}

function first(dates: readonly (Dated | null)[]): Dated | null {
  return dates.find((date) => date !== null) ?? null;
}

function articlesFirst({ objects }: Head) {
  const isArticle = (type: unknown) => /Article|Posting|Report|Review|Recipe/i.test([type].flat().join(' '));
  return objects.toSorted((one, other) => Number(isArticle(other['@type'])) - Number(isArticle(one['@type'])));
}

/** Only in the United States, and where its English is written, does the month stand before the day. */
function writesMonthFirst(language: string): boolean {
  return /^$|^en$|^en[-_]us|^es[-_]us/i.test(language);
}

/** The date in an address, "/2025/04/21/". */
function inAddress(address: string | null): Dated | null {
  const [, year, month, day] = /[/-]((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|$/.exec(address ?? '') ?? [];
  return year ? readField(`${year}-${month}-${day}`, false) : null;
}

const afterUpdated = leading(updatedWords);

/** Most dates that are looked at. */
const mostFound = 1000;

interface Found extends Dated {
  readonly index: number;
  readonly worth: number;
  readonly isUpdate: boolean;
}

function shownTimes(parts: readonly Part[], heading: Part | null, isMonthFirst: boolean): Times {
  const start = heading ? parts.indexOf(heading) : -1;
  const found: Found[] = [];
  const away = partsElsewhere(parts, heading);
  for (const [index, part] of parts.entries()) {
    if (part.tag === 'script' || part.tag === 'style' || part.tag === 'meta' || part === heading) continue;
    const worth = worthOf(part, index, start);
    if (worth === 0 || away.has(part)) continue;
    if (found.length >= mostFound) break;
    for (const { before, ...dated } of datesOf(part, isMonthFirst))
      found.push({ ...dated, index, worth, isUpdate: isUpdate(part, before) });
  }
  const best = (list: readonly Found[]) =>
    list.toSorted((a, b) => b.worth - a.worth || distance(a.index, start) - distance(b.index, start))[0] ?? null;
  return {
    published: best(found.filter((date) => !date.isUpdate)),
    updated: best(found.filter((date) => date.isUpdate)),
  };
}

/** What stands above a title is farther from it than what stands below it. */
function distance(index: number, start: number): number {
  return index >= start ? index - start : (start - index) * 3;
}

function worthOf(part: Part, index: number, start: number): number {
  if (/\bdate(?:published|created)\b/i.test(attribute(part, 'itemprop'))) return 5;
  const isNear = start < 0 || (index > start - 40 && index < start + 150);
  if (part.tag === 'time') return part.attributes.has('pubdate') ? 4 : isNear ? 3 : 1;
  if (dates(part)) return isNear ? 3 : 1;
  return start >= 0 && index > start - 25 && index < start + 60 && !inline.has(part.tag) ? 2 : 0;
}

function datesOf(part: Part, isMonthFirst: boolean) {
  const declared = attribute(part, 'datetime') || (part.attributes.has('itemprop') ? attribute(part, 'content') : '');
  const dated = declared === '' ? null : readField(declared, isMonthFirst);
  if (dated) return [{ ...dated, before: '' }];
  const text = spaced(part);
  return text.length > 160 ? [] : findDates(text, isMonthFirst);
}

function isUpdate(part: Part, before: string): boolean {
  if (/\bdatemodified\b/i.test(attribute(part, 'itemprop')) || updates(part)) return true;
  const words = before.trim().split(/[|•·]/).at(-1)!.trim();
  return afterUpdated(`${words} x`) !== null;
}

/** Returns the elements that stand in what is not the article; what the title stands in is. */
function partsElsewhere(parts: readonly Part[], heading: Part | null): ReadonlySet<Part> {
  const titled = new Set(heading ? above(heading) : []);
  return withInner(
    parts,
    (part) =>
      !titled.has(part) &&
      part.tag !== 'body' &&
      part.tag !== 'html' &&
      (notDated(part) || part.tag === 'aside' || part.tag === 'nav'),
  );
}
