import { titleKey } from '../../news/index.ts';
import type { Head } from './head.ts';
import { partsOfTitle, withoutSite, type SiteNames } from './site-in-title.ts';
import { attribute, firstWithin, firstWordsOf, type Part } from './tree.ts';

/** The title of a page, and the heading on the page that bears it, if one does. */
export interface Title {
  readonly words: string;
  readonly heading: Part | null;
}

/** Keys whose titles are written for the article itself, the most certain first. */
const metaKeys = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'sailthru.title',
  'title',
];
/** Longest title, in characters. */
const longest = 400;
/** Most headings that are looked at. */
const most = 200;

/** Returns the title: the first heading that agrees with what the page says for machines, else that without the site's name. */
export function readTitle(parts: readonly Part[], head: Head, site: SiteNames): Title | null {
  const declared = declaredTitles(head);
  const all = [...declared, head.title].filter((title) => title !== '');
  const headings = parts
    .filter(isHeading)
    .slice(0, most)
    .map((heading) => toldBy(heading, all))
    .filter(
      ({ words, heading }) => words !== '' && words.length < longest && !isOnlySite(words, site) && !isLogo(heading),
    );
  const chosen = chooseHeading(headings, all);
  const social = chosen && socialTitle(chosen, head, site);
  if (social) return { words: social, heading: chosen.heading };
  if (chosen) return { words: withoutKicker(chosen.heading, chosen.words, all), heading: chosen.heading };
  const words = withoutSite(fullest(declared) ?? head.title, site, all);
  const heading = headings.find((told) => titleKey(told.words) === titleKey(words))?.heading ?? null;
  if (words !== '' && !isOnlySite(words, site)) return { words, heading };
  const [first] = headings;
  return first ? { words: first.words, heading: first.heading } : words === '' ? null : { words, heading: null };
}

interface Told {
  readonly heading: Part;
  readonly words: string;
  /** How far it agrees with the best of the declared titles: from 0 to 1. */
  readonly agreement: number;
}

function toldBy(heading: Part, all: readonly string[]): Told {
  const words = firstWordsOf(heading, longest);
  return { heading, words, agreement: Math.max(0, ...all.map((title) => agreement(words, title))) };
}

/** The main heading that agrees best; one that stands alone and says as much as the declared title; else a lesser one that agrees. */
function chooseHeading(headings: readonly Told[], all: readonly string[]): Told | null {
  const main = headings.filter(({ heading }) => heading.tag === 'h1');
  const best = (list: readonly Told[]) =>
    list.toSorted(
      (one, other) => other.agreement - one.agreement || termsOf(other.words).length - termsOf(one.words).length,
    )[0];
  const first = best(main);
  if (first && first.agreement >= 0.5) return first;
  const declared = Math.min(...all.map((title) => termsOf(title).length));
  if (first && main.length === 1 && termsOf(first.words).length >= Math.max(2, declared * (all.length > 1 ? 1 : 0.6)))
    return first;
  const second = best(headings);
  return second && second.agreement >= 0.8 ? second : null;
}

/**
 * The title that is written for those who share the page, where it says more than the heading, or where heading, document
 * title and it are three different sentences: then it is the one that tells of the article to those who are not there.
 */
function socialTitle({ words }: Told, { metas, title }: Head, site: SiteNames): string | null {
  const declared = metas.get('og:title')?.[0];
  if (!declared) return null;
  const social = withoutSite(declared, site, []);
  if (social.length <= longest && social.toLowerCase().startsWith(`${words.toLowerCase()}:`)) return social;
  const pairs = [
    [words, social],
    [words, title],
    [social, title],
  ] as const;
  const isOwn =
    pairs.every(([one, other]) => agreement(one, other) < 0.8) && !titleKey(title).includes(titleKey(words));
  return isOwn && termsOf(social).length >= 5 && !titleKey(words).endsWith(titleKey(social)) ? social : null;
}

/** Returns the first title, or a later one when the first was cut short. */
function fullest(titles: readonly string[]): string | undefined {
  const [first] = titles;
  const start = first?.replace(/\s*(?:…|\.\.\.)$/, '');
  return (
    titles.find((title) => start && start !== first && title.length > start.length && title.startsWith(start)) ?? first
  );
}

/** Returns whether the heading only leads to the front page of the site. */
function isLogo(heading: Part): boolean {
  const links = [...firstWithin(heading, 20), heading.parent].filter((part) => part?.tag === 'a');
  return (
    links.length === 1 &&
    firstWordsOf(links[0]!, longest) === firstWordsOf(heading, longest) &&
    isFront(attribute(links[0]!, 'href'))
  );
}

function isFront(href: string): boolean {
  return /^(?:(?:https?:)?\/\/[^/?#]+)?\/?(?:index\.\w+)?$/i.test(href) && href !== '';
}

function isHeading({ tag }: Part): boolean {
  return tag === 'h1' || tag === 'h2' || tag === 'h3';
}

function declaredTitles({ metas, objects }: Head): string[] {
  const linked = objects.map((object) => object['headline']).filter((headline) => typeof headline === 'string');
  return [...linked, ...metaKeys.flatMap((key) => metas.get(key)?.slice(0, 1) ?? [])].map((title) =>
    title.replace(/\s+/g, ' ').trim(),
  );
}

function isOnlySite(words: string, { name }: SiteNames): boolean {
  return name !== null && titleKey(words) === titleKey(name);
}

/** How many of the terms of both are the same, a site's name behind a title counting little. */
function agreement(words: string, title: string): number {
  const mine = termsOf(words);
  const theirs = new Set(termsOf(title));
  if (theirs.size === 0 || mine.length === 0) return 0;
  if (mine.length === 1 && theirs.size > 1) return titleKey(partsOfTitle(title)[0] ?? '') === mine[0] ? 1 : 0;
  const common = mine.filter((word) => theirs.has(word)).length;
  return (2 * common) / (mine.length + Math.max(mine.length, Math.min(theirs.size, mine.length * 2)));
}

/** Words, or characters where there are no spaces between words. */
function termsOf(text: string): readonly string[] {
  return (
    titleKey(text).match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu,
    ) ?? []
  );
}

/** A heading may hold the words above the title too: what the page declares tells them apart. */
function withoutKicker(heading: Part, words: string, all: readonly string[]): string {
  const key = titleKey(words);
  for (const title of all.flatMap((title) => [title, ...title.split(/\s+[|–—-]\s+/).slice(0, 1)])) {
    const declared = titleKey(title);
    if (declared.length > 10 && declared.length < key.length && key.endsWith(` ${declared}`)) return title;
  }
  const inner = firstWithin(heading, 20)
    .slice(1)
    .map((part) => firstWordsOf(part, longest))
    .filter((text) => text.length > words.length * 0.5 && text.length < words.length);
  return (
    inner.find(
      (text) =>
        all.some((title) => titleKey(title).includes(titleKey(text))) &&
        !all.some((title) => titleKey(title).includes(key)),
    ) ?? words
  );
}
