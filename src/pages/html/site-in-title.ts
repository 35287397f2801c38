import { titleKey } from '../../news/index.ts';

/** By what names a site may call itself in its titles. */
export interface SiteNames {
  readonly name: string | null;
  /** The word of its host that tells it from others: of "www.the-tide.example" it is "the-tide". */
  readonly label: string | null;
}

const separators =
  /\s+[|\u2502\u2016\u00b7\u2022\u00bb\u00ab\u2013\u2014:~*\\/>-]{1,2}\s+|\s*[|\uff5c\u2502»]\s*|\s+::\s+/u;

/** Returns the parts of a title that the signs between a title and a site's name may part. */
export function partsOfTitle(title: string): readonly string[] {
  return title
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Returns whether the words are a name of the site and no more. */
function isSiteName(words: string, { name, label }: SiteNames): boolean {
  const key = titleKey(words);
  if (key === '') return false;
  if (name !== null && (titleKey(name) === key || (key.length > 2 && titleKey(name).includes(key)))) return true;
  const bare = key.replace(/\s+/g, '');
  const host = label?.replace(/[^a-z0-9]/g, '') ?? '';
  return (
    host.length >= 4 &&
    bare.length <= host.length + 16 &&
    (bare.includes(host) || (bare.length >= 4 && host.includes(bare)))
  );
}

/** Returns the title without the name of the site before or after it. `others` are other titles that the page gives. */
export function withoutSite(title: string, site: SiteNames, others: readonly string[]): string {
  const [, told, name] = /^(.{8,}\S)\s*[:：]\s*([^:：]{2,40})$/u.exec(title) ?? [];
  if (told && name && isSiteName(name, site)) return told;
  const parts = partsOfTitle(title);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const before = slice(title, parts, 0, parts.length - 2);
  if (isSiteName(last, site)) return before;
  if (isSiteName(parts[0]!, site)) return slice(title, parts, 1, parts.length - 1);
  const bare = others.find((other) => other.length > 15 && other.length < title.length && title.startsWith(other));
  if (bare) return bare;
  const isShort = last.split(' ').length <= 4 && before.split(' ').length >= 3 && before.length > last.length;
  return isShort && /\s[^\p{L}\p{N}\s:]{1,2}\s+\S+(?:\s+\S+){0,3}$/u.test(title) ? before : title;
}

/** The title from one of its parts to another, with the signs between them as they are. */
function slice(title: string, parts: readonly string[], from: number, to: number): string {
  const start = title.indexOf(parts[from]!);
  return title.slice(start, title.lastIndexOf(parts[to]!) + parts[to]!.length).trim();
}

/** Returns the word of a host that tells it from others, or null. */
export function labelOf(address: string | null): string | null {
  const labels = (URL.parse(address ?? '')?.hostname ?? '').split('.').slice(0, -1);
  return (
    labels
      .filter((label) => !/^(?:www|co|com|org|net|blog|news|m)$/.test(label))
      .toSorted((one, other) => other.length - one.length)[0] ?? null
  );
}
