import { decode } from '../../encoding/index.ts';
import { parseHtml } from '../../markup/index.ts';
import type { Instant, Link, Picture, Problem, Prose, Reading } from '../../news/index.ts';
import { wordCount, wordsOf } from '../../prose/index.ts';
import { cleanLine, say, slice, type Safe } from '../../text/index.ts';
import { absolute, baseOf } from './addresses.ts';
import { readArticleText } from './article-text.ts';
import { bounds, longest, readPlain } from './bounds.ts';
import type { Dated } from './dates.ts';
import { withoutEdges } from './edges.ts';
import { readExcerpt, readLanguage } from './excerpt.ts';
import { readHead, type Head } from './head.ts';
import { readLead } from './lead.ts';
import { findRelated } from './related.ts';
import { signature } from './signature.ts';
import { readTold, type Told } from './told.ts';
import { grow, within, type Part } from './tree.ts';
import { describeWall, findWall, type Wall } from './walls.ts';

/** What a web page says, with all its text made safe. What it does not say is null. */
export interface WebPage {
  readonly title: Safe | null;
  readonly byline: Safe | null;
  /** What the page says its article is about, else the beginning of its text. */
  readonly excerpt: Safe | null;
  readonly siteName: Safe | null;
  readonly published: Instant | null;
  readonly updated: Instant | null;
  /** When it was published, with the zone that the page writes it in. */
  readonly dated: Dated | null;
  /** As BCP 47 writes it: "pt-BR". */
  readonly language: Safe | null;
  readonly picture: Picture | null;
  /** The address that the page gives as its own. */
  readonly address: Safe | null;
  /** The text, without title, byline and picture. */
  readonly body: Prose;
  /** The links of the body, by the indices of its spans. */
  readonly links: readonly Link[];
  /** What the page's lists of related pieces link to; not in the body. */
  readonly related: readonly Link[];
  /** What keeps the text from the reader, if anything does. */
  readonly wall: Wall | null;
  readonly words: number;
}

/** What is known of a page before it is read. */
export interface PageOrigin {
  readonly address?: string | null | undefined;
  /** The HTTP header, with its charset. */
  readonly contentType?: string | null | undefined;
}

/**
 * Returns the article on a web page, or null when there is no text on it. It never throws, and takes time in proportion to
 * the page: what is beyond 5 MB is left out, and a page of more than 50,000 elements is read as plain text; a notice says so.
 */
export function readPage(page: Uint8Array | string, origin: PageOrigin = {}): Reading<WebPage | null> {
  const address = origin.address ?? null;
  const isLong = page.length > longest;
  const html = textOf(isLong ? page.slice(0, longest) : page, origin.contentType ?? null);
  const tree = isLong ? null : parseHtml(html, bounds);
  const isPlain = tree === null || tree.cut;
  const nodes = isPlain ? parseHtml(html.slice(0, glance), { ...bounds, elements: glanced }).nodes : tree.nodes;
  const parts = within(grow(nodes));
  const head = readHead(parts);
  const base = baseOf(parts, address);
  const told = readTold(parts, head, address);
  const { body, links } = isPlain ? readPlain(html) : readArticleText(nodes, base, told.title);
  const value = finish({ head, told, parts, base, address }, body, [...links]);
  const problems = [...(isPlain ? [tooLarge] : []), ...(value.wall ? [describeWall(value.wall)] : [])];
  if (value.words > 0 || value.title !== null) return { value, problems: inPlace(problems, address) };
  return {
    value: null,
    problems: inPlace([value.wall ? describeWall(value.wall) : say`There is no text on the page.`], address),
  };
}

/** How much of a page that is too large is looked at for its title and the like: characters, and elements. */
const glance = 200_000;
const glanced = 3000;

const tooLarge = say`The page is too large to be read as one; its words are shown plain.`;

function inPlace(details: readonly Safe[], address: string | null): readonly Problem[] {
  const where = cleanLine(address ?? 'the page');
  return details.map((detail) => ({ kind: detail === tooLarge ? 'too-large' : 'unreadable', where, detail }));
}

/** Text that is good UTF-8 is UTF-8, whatever the page declares: what saves pages changes their encoding, not what they say of it. */
function textOf(page: Uint8Array | string, contentType: string | null): string {
  if (typeof page === 'string') return page;
  if (!/charset/i.test(contentType ?? '') && !page.includes(0) && !page.includes(0x1b)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(page);
    } catch {
      // Then it is what it says.
    }
  }
  return decode(page, contentType).text;
}

/** What has been found of a page before its text. */
interface Found {
  readonly head: Head;
  readonly told: Told;
  readonly parts: readonly Part[];
  readonly base: string | null;
  readonly address: string | null;
}

function finish({ head, told, parts, base, address }: Found, text: Prose, links: Link[]): WebPage {
  const { name, isPublisher } = told.byline;
  const byline = (name === null || isPublisher ? signature(text) : null) ?? name;
  const host = URL.parse(address ?? base ?? '')?.host ?? null;
  const { picture, body } = readLead(head, withoutEdges(text, links, { title: told.title, byline, host }), parts, base);
  const words = wordCount(body);
  const own = head.canonical === '' ? null : absolute(head.canonical, base);
  return {
    title: line(told.title),
    byline: line(byline),
    excerpt: line(readExcerpt(head)) ?? beginning(body),
    siteName: line(told.site),
    published: told.published?.instant ?? null,
    updated: told.updated?.instant ?? null,
    dated: told.published,
    language: line(readLanguage(head)),
    picture,
    address: own ?? (address === null ? null : absolute(address, null)),
    body,
    links,
    related: findRelated(parts, base).filter(
      (one) => !links.some((link) => link.address === one.address) && one.address !== own,
    ),
    wall: findWall(parts, head, words),
    words,
  };
}

function line(text: string | null): Safe | null {
  const safe = text === null ? '' : cleanLine(text);
  return safe === '' ? null : safe;
}

/** Longest excerpt that is taken from the text, in characters. */
const longestExcerpt = 300;

function beginning(body: Prose): Safe | null {
  const first = body.find((block) => block.type === 'paragraph');
  if (!first) return null;
  const words = cleanLine(wordsOf(first.spans));
  return words.length <= longestExcerpt ? words : say`${slice(words, 0, words.lastIndexOf(' ', longestExcerpt))}…`;
}
