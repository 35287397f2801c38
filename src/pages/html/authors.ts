import { cleanLine } from '../../text/index.ts';
import { titleKey } from '../../news/index.ts';
import { roleOf } from '../roles.ts';
import { isObject, type Head, type LinkedObject } from './head.ts';
import { areNames, cleanName, isAuthorAddress, namesIn, spaced } from './names.ts';
import { namesOf } from './naming.ts';
import { above, attribute, type Part } from './tree.ts';

/** Keys of `meta` elements that name the author, the most certain first. */
const metaKeys = [
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'byl',
  'author',
  'article:author',
  'og:article:author',
  'article:author_name',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor.author',
  'citation_author',
  'cse_author',
  'shareaholic:article_author_name',
];

/** Returns who wrote the article, or null: as its page shows it, else as it says for machines. */
export function readByline(
  parts: readonly Part[],
  head: Head,
  heading: Part | null,
  site: string | null,
): string | null {
  const declared = [...linkedAuthors(head), ...metaAuthors(head)].map(cleanName).filter((name) => name !== null);
  const shown = shownAuthors(parts, heading);
  const title = heading ? spaced(heading) : null;
  const isWeak = (name: string) => (site !== null && titleKey(name) === titleKey(site)) || organisation.test(name);
  const strong = [
    agreedName(shown, declared),
    ...shown.filter(({ distance }) => distance < 200).map(({ name }) => name),
    ...declared,
    ...nearbyAuthors(parts, heading).filter((name) => name !== title),
  ];
  return strong.find((name) => name !== undefined && !isWeak(name)) ?? shown[0]?.name ?? declared[0] ?? null;
}

const organisation =
  /\b(?:e\.\s?V\.|GmbH|Inc\.?|Ltd\.?|LLC|AG|Corp\.?|S\.A\.|Verlag|Stiftung|Foundation|News|Media)(?:\s|$)/;

/** The name that is shown and declared. Where one says more than the other, that which is names alone. */
function agreedName(shown: readonly Shown[], declared: readonly string[]): string | undefined {
  const same = shown.find(({ name }) => declared.some((other) => sameName(name, other)));
  if (same) return same.name;
  for (const { name } of shown) {
    const other = declared.find(
      (one) => one.includes(' ') && (titleKey(name).includes(titleKey(one)) || titleKey(one).includes(titleKey(name))),
    );
    if (other && areNames(other)) return other;
  }
  return undefined;
}

function sameName(one: string, other: string): boolean {
  const [a, b] = [titleKey(one), titleKey(other)];
  return a === b;
}

function linkedAuthors({ objects }: Head): string[] {
  return objects.flatMap((object) => {
    const type = [object['@type']].flat().join(' ');
    if (!/Article|Posting|Report|News|Review|Page|Recipe|Creative/i.test(type)) return [];
    const names = [object['author'], object['creator']]
      .flat(2)
      .map(nameOf)
      .filter((name) => name !== '');
    return names.length > 0 ? [joined(names, objects)] : [];
  });
}

/** Several authors in their order, without the publisher that some pages put among them. */
function joined(names: readonly string[], objects: readonly LinkedObject[]): string {
  const publishers = new Set(objects.flatMap(({ publisher }) => [publisher].flat().map(nameOf)));
  const people = names.filter((name) => !publishers.has(name));
  return [...new Set(people.length > 0 ? people : names)].join(', ');
}

function nameOf(author: unknown): string {
  if (typeof author === 'string') return author.trim();
  if (!isObject(author)) return '';
  const { name } = author;
  const words = Array.isArray(name) ? name.filter((one) => typeof one === 'string').join(', ') : name;
  return typeof words === 'string' ? words.trim() : '';
}

function metaAuthors({ metas }: Head): string[] {
  const named = metaKeys.flatMap((key) => {
    const values = metas.get(key)?.filter((value) => !/^https?:|^@|^\/\//.test(value));
    return values && values.length > 0 ? [[...new Set(values)].join(', ')] : [];
  });
  const label = metas.get('twitter:label1')?.[0] ?? '';
  const labelled = /written|author|autor|verfasst|geschrieben|écrit|por|von|da/i.test(label)
    ? (metas.get('twitter:data1') ?? [])
    : [];
  return [...named, ...labelled];
}

const authorNames =
  /\bby ?lines?\b|\bauthors?\b|\bautor(?:en|es|a)?\b|\bwriters?\b|\bauteurs?\b|\bjournalist|\bcreditline\b|\bposted by\b|\bwrote by\b|\breporter\b|\bverfasser\b|\bvcard\b|\bp author\b|\bauthor ?(?:name|text|link)/;
const metaNames =
  /\bmeta\b|\bmeta ?info\b|\b(?:post|entry|article|story) (?:info|details|header|data)\b|\binfo\b|\bcredits?\b|\bprovider\b|\bdetails?\b|\bdateline\b|\bpublication\b/;
const elsewhere =
  /\brelated|\bsidebar|\bsite footer\b|\brecommend|\bteaser|\bpromo|\bwidget|\bpopular\b|\bpicture|\bcaption|\bphoto|\bimage|\bsearch\b|\bbio(?:graphy)?\b/;
const comments = /\bcomment(?!ary)|\bdisqus|\breplies\b/;

/** Returns the names that stand where pages put the author, those below the title first. */
function shownAuthors(parts: readonly Part[], heading: Part | null): Shown[] {
  const start = heading ? parts.indexOf(heading) : 0;
  const found: { name: string; index: number }[] = [];
  for (const [index, part] of parts.entries()) {
    if (!isAuthorPart(part) || isElsewhere(part, heading)) continue;
    const name = namesIn(part);
    if (name) found.push({ name, index });
  }
  const below = found.filter(({ index }) => index >= start);
  const before = found.filter(({ index }) => index < start && index > start - 60);
  return [...below, ...before.toReversed()].map(({ name, index }) => ({ name, distance: Math.abs(index - start) }));
}

interface Shown {
  readonly name: string;
  /** How many elements it stands away from the title. */
  readonly distance: number;
}

/** Returns whether the part stands in what is not the article; what the title stands in is. */
function isElsewhere(part: Part, heading: Part | null): boolean {
  const titled = new Set(heading ? above(heading) : []);
  const outer = [part, ...above(part)].filter((one) => !titled.has(one) && one.tag !== 'body' && one.tag !== 'html');
  return (
    outer.slice(0, 4).some((one) => elsewhere.test(namesOf(one)) || one.tag === 'figure' || one.tag === 'nav') ||
    outer.some((one) => comments.test(namesOf(one)))
  );
}

function isAuthorPart(part: Part): boolean {
  if (
    part.tag === 'meta' ||
    part.tag === 'link' ||
    part.tag === 'script' ||
    part.tag === 'form' ||
    part.tag === 'input' ||
    part.tag === 'label'
  )
    return false;
  return (
    /\bauthor\b/i.test(attribute(part, 'itemprop')) ||
    /\bauthor\b/i.test(attribute(part, 'rel')) ||
    authorNames.test(namesOf(part)) ||
    part.tag === 'author'
  );
}

/** Most elements around a title among which a line that names its author is looked for. */
const around = 40;

/** Returns the names in lines near the title, where no element says that they are the author's. */
function nearbyAuthors(parts: readonly Part[], heading: Part | null): string[] {
  const start = heading ? parts.indexOf(heading) : -1;
  if (start < 0) return [];
  const found: string[] = [];
  for (const part of parts.slice(Math.max(0, start - 8), start + around)) {
    if (part === heading || isElsewhere(part, heading) || part.tag === 'script' || part.tag === 'style') continue;
    const text = spaced(part);
    if (text.length > 120 || text === '') continue;
    const role = roleOf(cleanLine(text));
    if ((role.type === 'byline' || role.type === 'date') && role.name) found.push(role.name);
    else if (role.type === 'date') found.push(...text.split(/\s+[|•·–—]\s+/).filter(areNames));
    else if (part.tag === 'a' && isAuthorAddress(attribute(part, 'href')) && areNames(text)) found.push(text);
    else if (metaNames.test(namesOf(part)) || (part.parent && metaNames.test(namesOf(part.parent)))) {
      const name = cleanName(text);
      if (name && areNames(name)) found.push(name);
    }
  }
  return found.map(cleanName).filter((name) => name !== null);
}
