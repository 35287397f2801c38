import { createHash } from 'node:crypto';
import { webAddress } from '../address/index.ts';
import { entryKeys, type Body, type Feed, type FeedEntry } from '../feeds/index.ts';
import { textOf } from '../markup/index.ts';
import {
  addressKey,
  type Entry,
  type EntryKey,
  type Instant,
  type Link,
  type Picture,
  type Prose,
} from '../news/index.ts';
import { readTree } from '../pages/index.ts';
import { parsePlain, wordCount } from '../prose/index.ts';
import { clean, cleanLine, join, say, slice, type Safe } from '../text/index.ts';
import { footOf } from './foot.ts';
import { cutAtWord, longestSummary, summaryOf, titleOf } from './words-of.ts';

/** Bounds of what a feed says beside the text: longer lines and lists say nothing more to a reader. */
const longestByline = 200;
const mostTags = 20;
const longestTag = 60;
/** Clocks differ. What is dated further ahead than this was dated wrongly, and would stand above all news for ever. */
const furthestAhead = 86_400_000;

/** Returns what makes each entry of a feed, one at a time, what the library files. `at` is when the feed was fetched. */
export function entriesOf(feed: Feed, at: Instant): (index: number) => Entry {
  const keys = entryKeys(feed);
  const only = feed.format === 'atom' || feed.format === 'json' ? namesOf(feed) : null;
  return (index) => entryOf(feed.entries[index]!, keys[index] ?? [], { language: feed.language, byline: only, at });
}

/** What an entry takes over from its feed. */
interface Around {
  readonly language: Safe | null;
  readonly byline: Safe | null;
  readonly at: Instant;
}

function entryOf(said: FeedEntry, keys: readonly EntryKey[], around: Around): Entry {
  const body = withLead(longest([...said.content, ...(said.summary ? [said.summary] : [])]), said.summary);
  const text = body === null ? '' : textOf(body.nodes);
  const { prose, links } = read(body, said.link);
  const address = ownAddress(said, keys);
  const foot = footOf(said, address, links);
  const published = earlier(said.published ?? said.updated, around.at);
  const entry = {
    declaredId: null,
    aliases: [],
    kind: 'news' as const,
    title: titleOf(said.title, text, say`Untitled`),
    summary: said.summary === null || said.summary === body ? null : summaryOf(textOf(said.summary.nodes)),
    byline: namesOf(said) ?? around.byline,
    publisher: said.source?.title ?? null,
    place: null,
    address,
    language: said.language ?? body?.language ?? around.language,
    tags: tagsOf(said),
    picture: pictureOf(said.image, prose),
    authorNote: null,
    links: [...links, ...foot.links],
    body: [...prose, ...foot.blocks],
    words: wordCount(prose),
    path: null,
    problems: [],
  };
  // A date alone is no change: some feeds date all their entries anew each time they are asked.
  const fingerprint = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  return { ...entry, published, updated: updatedOf(said, around.at), keys, fingerprint };
}

/** Returns the text that says most. Some feeds give the whole of it as the summary, and its beginning as the content. */
function longest(bodies: readonly Body[]): Body | null {
  let found: { readonly body: Body; readonly length: number } | null = null;
  for (const body of bodies) {
    const length = bodies.length === 1 ? 0 : textOf(body.nodes).length;
    if (found === null || length > found.length) found = { body, length };
  }
  return found?.body ?? null;
}

/** Characters of a summary by which it is found again in the text that it sums up. */
const sample = 60;
/** How an excerpt ends that stops in the middle, with the words after it that lead on. */
const breakingOff = /(\[?…\]?|\[?\.\.\.\]?).{0,120}$|\b(read|continue|more|comments?)\b.{0,60}$/iu;

/**
 * Returns the text with the summary before it when that is too long to be shown as one, and says what the text does not: some
 * publishers write the beginning there. Else nothing of it would be seen but its first sentences.
 */
function withLead(body: Body | null, summary: Body | null): Body | null {
  if (body === null || summary === null || summary === body || summary.plain || body.plain) return body;
  const whole = cleanLine(textOf(summary.nodes));
  if (whole.length <= longestSummary) return body;
  const words = whole.replace(breakingOff, '').trimEnd();
  const text = cleanLine(textOf(body.nodes));
  const places = [0, Math.floor((words.length - sample) / 2), words.length - sample].map((place) => Math.max(0, place));
  const isExcerpt = places.every((place) => text.includes(words.slice(place, place + sample)));
  return isExcerpt ? body : { ...body, nodes: [...summary.nodes, ...body.nodes] };
}

function read(body: Body | null, base: Safe | null): { readonly prose: Prose; readonly links: readonly Link[] } {
  if (body === null) return { prose: [], links: [] };
  if (body.plain) return parsePlain(body.nodes.filter((node) => typeof node === 'string').join(''));
  const { body: prose, links } = readTree(body.nodes, base);
  return { prose, links };
}

/** Returns the entry's own page: an address that other entries or the site itself have too is not by which it can be known. */
function ownAddress({ link }: FeedEntry, keys: readonly EntryKey[]): Safe | null {
  const address = link === null ? null : webAddress(link);
  return address !== null && keys.some(({ value }) => value === `at ${addressKey(address)}`) ? address : null;
}

function namesOf({ authors }: Pick<FeedEntry, 'authors'>): Safe | null {
  const names = [...new Set(authors.flatMap(({ name }) => name ?? []))];
  return names.length === 0 ? null : cutAtWord(join(names, say`, `), longestByline);
}

function tagsOf({ tags }: FeedEntry): readonly Safe[] {
  const words = tags.map(({ label, term }) => label ?? term).filter((tag) => tag !== '' && !/^https?:\/\//i.test(tag));
  return [...new Set(words.map((tag) => slice(cleanLine(clean(tag)), 0, longestTag)))].slice(0, mostTags);
}

/** A picture that stands in the text is not shown above it as well. */
function pictureOf(image: Safe | null, prose: Prose): Picture | null {
  const address = image === null ? null : webAddress(image);
  const stands = prose.some((block) => block.type === 'figure' && block.address === address);
  return address === null || stands ? null : { address, alt: say``, caption: null, credit: null };
}

function updatedOf({ published, updated }: FeedEntry, at: Instant): Instant | null {
  return published === null || updated === published ? null : earlier(updated, at);
}

function earlier(date: Instant | null, at: Instant): Instant | null {
  return date !== null && date > at + furthestAhead ? at : date;
}
