import { titleKey } from '../../news/index.ts';
import { isObject, type Head, type LinkedObject } from './head.ts';
import { areNames, cleanName } from './person-names.ts';
import { shownAuthors, type Shown } from './shown-authors.ts';
import type { Part } from './tree.ts';

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

/** Who wrote an article. */
export interface Byline {
  readonly name: string | null;
  /** Whether it is no more than the name of who publishes it, so that a signature in the text tells more. */
  readonly isPublisher: boolean;
}

/** Returns who wrote the article: as its page shows it, else as it says for machines. */
export function readByline(parts: readonly Part[], head: Head, heading: Part | null, site: string | null): Byline {
  const declared = [...linkedAuthors(head), ...metaAuthors(head)].map(cleanName).filter((name) => name !== null);
  const { marked, near, described } = shownAuthors(parts, heading);
  const agreed = agreedName(marked, declared);
  const names = [
    ...(agreed === undefined ? [] : [agreed]),
    ...marked.filter(({ distance }) => distance < nearest).map(({ name }) => name),
    ...declared,
    ...near,
    ...described,
  ];
  const isPublisher = (name: string) => (site !== null && titleKey(name) === titleKey(site)) || organisation.test(name);
  const person = names.find((name) => !isPublisher(name));
  const name = person ?? marked[0]?.name ?? declared[0] ?? null;
  return { name, isPublisher: person === undefined && name !== null };
}

/** A name that stands more elements away from the title is that of another article. */
const nearest = 200;

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
  return titleKey(one) === titleKey(other);
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
