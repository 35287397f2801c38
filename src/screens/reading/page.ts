import { join, say, type Safe } from '../../text/index.ts';
import {
  readingMinutes,
  type Article,
  type Block,
  type Link,
  type Place,
  type Prose,
  type ResolvedLink,
  type Source,
  type Span,
} from '../../news/index.ts';
import { typeset, type Line } from '../../prose/index.ts';
import { fullDate, shortDate } from '../dates.ts';
import { linkSign } from '../signs.ts';
import type { World } from '../world.ts';
import { wholeNote } from './whole.ts';

/** What a line of the page belongs to: the article's own body, or what stands around it. */
export type Part = 'title' | 'facts' | 'body' | 'section' | 'foot' | 'note';

export interface PageLine {
  readonly part: Part;
  readonly line: Line;
}

/** A link of the page: of the body first, in order, then those of the foot. */
export interface PageLink {
  readonly link: ResolvedLink;
  /** Index of the first line on which it stands, or -1 when it stands nowhere. */
  readonly line: number;
}

export interface Page {
  readonly lines: readonly PageLine[];
  readonly links: readonly PageLink[];
  /** Index after the last line of the body. */
  readonly bodyEnd: number;
  readonly headings: readonly { readonly line: number; readonly level: number; readonly text: Safe }[];
  readonly isWide: boolean;
}

interface Section {
  readonly part: Part;
  readonly block: Block;
}

/** The last page of each article, since typesetting is the one costly step of a view. */
const pages = new WeakMap<Article, { readonly key: string; readonly page: Page }>();

/** Returns the article typeset for the width of the screen, with its head and foot. */
export function pageOf(article: Article, source: Source | null, world: World): Page {
  const note = wholeNote(article, source, world) ?? say``;
  const key = `${columnsOfText(world)} ${world.pictures} ${world.locale} ${world.zone} ${world.signs.rule} ${note}`;
  const known = pages.get(article);
  if (known?.key === key) return known.page;
  const page = compose(article, note, world);
  pages.set(article, { key, page });
  return page;
}

/** Returns the columns that the text fills: the reader's measure, or what the screen has. */
export function columnsOfText(world: World): number {
  return Math.max(16, Math.min(world.measure, world.size.columns - (world.size.columns > 40 ? 4 : 2)));
}

/** Returns the index of the line where a place is: the last that begins at or before it. */
export function lineOf(page: Page, place: Place | null): number {
  if (!place) return 0;
  const after = page.lines.findIndex(({ line }) => isAfter(line.place, place));
  return after === -1 ? page.lines.length - 1 : Math.max(0, after - 1);
}

function isAfter(one: Place, other: Place): boolean {
  return one.block > other.block || (one.block === other.block && one.offset > other.offset);
}

function compose(article: Article, note: Safe, world: World): Page {
  const foot = footOf(article, note, world);
  const head = headOf(article, world);
  const sections: readonly Section[] = [
    ...head,
    ...bodyOf(article, world).map((block): Section => ({ part: 'body', block })),
    ...foot.sections,
  ];
  const shift = head.length;
  const lines = typeset(
    sections.map(({ block }) => block),
    { columns: columnsOfText(world), ascii: world.signs.rule === '-' },
  ).map((line): PageLine => ({
    part: sections[line.place.block]?.part ?? 'body',
    line: { ...line, place: { block: line.place.block - shift, offset: line.place.offset } },
  }));
  return {
    lines,
    links: [...article.links, ...foot.links].map((link, index) => ({ link, line: lineOfLink(lines, index) })),
    bodyEnd: lines.findLastIndex(({ part }) => part === 'body') + 1,
    headings: headingsOf(lines),
    isWide: lines.some(({ line }) => line.wide),
  };
}

/** An update on the day of publication is told by nobody but the machine that published it. */
function updatedOf({ published, updated }: Article, world: World): readonly Safe[] {
  if (updated === null) return [];
  const shown = shortDate(updated, world);
  return published !== null && shortDate(published, world) === shown ? [] : [say`updated ${shown}`];
}

function headOf(article: Article, world: World): readonly Section[] {
  const facts = [
    ...(article.byline ? [say`By ${article.byline}`] : []),
    article.publisher,
    ...(article.place ? [article.place] : []),
    ...(article.published === null ? [] : [fullDate(article.published, world)]),
    ...updatedOf(article, world),
    say`${readingMinutes(article.words)}\u00a0min`,
  ];
  const tags = [...article.tags, ...article.status.tags.map((tag) => say`#${tag}`)];
  const kind = article.kind === 'backgrounder' ? [say`Backgrounder`] : [];
  const lines = [facts.filter((fact) => fact !== ''), [...kind, ...tags]].filter((parts) => parts.length > 0);
  const about = lines.map((parts, index): Span => {
    const text = join(parts, say` · `);
    return index < lines.length - 1 ? { text, breaks: true } : { text };
  });
  return [
    { part: 'title', block: { type: 'heading', level: 1, spans: [{ text: article.title }] } },
    { part: 'facts', block: paragraphOf(about) },
    ...pictureOf(article, world),
  ];
}

function pictureOf(article: Article, world: World): readonly Section[] {
  const { picture } = article;
  if (!picture || !world.pictures) return [];
  const caption = picture.caption ? [{ text: picture.caption }] : [];
  const alt = picture.alt === '' ? say`Picture` : picture.alt;
  return [{ part: 'body', block: { type: 'figure', alt, caption, credit: picture.credit, address: picture.address } }];
}

/** The body with the sign of its target after each link, so that it is known before it is followed. */
function bodyOf(article: Article, world: World): Prose {
  const shown = world.pictures ? article.body : article.body.filter((block) => block.type !== 'figure');
  return shown.map((block) => signed(block, article.links, world));
}

function signed(block: Block, links: readonly ResolvedLink[], world: World): Block {
  const spans = (list: readonly Span[]) => signedSpans(list, links, world);
  const blocks = (list: readonly Block[]) => list.map((inner) => signed(inner, links, world));
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'alsoSee':
      return { ...block, spans: spans(block.spans) };
    case 'list':
      return { ...block, entries: block.entries.map((entry) => ({ ...entry, blocks: blocks(entry.blocks) })) };
    case 'quote':
      return { ...block, blocks: blocks(block.blocks) };
    case 'figure':
      return { ...block, caption: spans(block.caption) };
    case 'table':
      return { ...block, head: block.head.map(spans), rows: block.rows.map((row) => row.map(spans)) };
    case 'footnotes':
      return { ...block, notes: block.notes.map((note) => ({ ...note, blocks: blocks(note.blocks) })) };
    default:
      return block;
  }
}

/** The sign is bound to the last word of the link by a no-break space, and has one column whatever it tells. */
function signedSpans(spans: readonly Span[], links: readonly ResolvedLink[], world: World): readonly Span[] {
  return spans.flatMap((span, index) => {
    const link = span.link === undefined ? undefined : links[span.link];
    if (!link || span.link === undefined) return [span];
    if (spans[index + 1]?.link === span.link) return [span];
    const { breaks: _, ...rest } = span;
    const sign = { text: say`\u00a0${linkSign(link, world)}`, link: span.link };
    return [{ ...rest, text: titled(span, link) }, span.breaks ? { ...sign, breaks: true as const } : sign];
  });
}

/** A link that was written by the file name of its target alone, as `[[harbour-bridge]]`, reads as the target's title. */
function titled(span: Span, link: ResolvedLink): Safe {
  const isName = span.text === link.address && !/\s/.test(span.text);
  return link.target && isName ? link.target.title : span.text;
}

interface Foot {
  readonly sections: readonly Section[];
  readonly links: readonly ResolvedLink[];
}

/** What stands under the body: notes, links that have no place in the text, and what links here. */
function footOf(article: Article, note: Safe, world: World): Foot {
  const placed = placedLinks(article.body);
  const unplaced = article.links.map((link, index) => ({ link, index })).filter(({ index }) => !placed.has(index));
  const inward = article.linkedFromArticles.map((target, index) => ({
    link: { relation: 'inline' as const, text: target.title, address: null, target, guess: null },
    index: article.links.length + index,
  }));
  const sections = [
    ...(note === '' ? [] : [{ part: 'note' as const, block: paragraph(note) }]),
    ...noteOf(article),
    ...listOf(
      say`Also see`,
      unplaced.filter(({ link }) => link.relation === 'also-see'),
      world,
    ),
    ...listOf(
      say`Background`,
      unplaced.filter(({ link }) => link.relation === 'background'),
      world,
    ),
    ...listOf(say`Linked from`, inward, world),
  ];
  return { sections, links: inward.map(({ link }) => link) };
}

function noteOf(article: Article): readonly Section[] {
  const parts = [...(article.authorNote ? [article.authorNote] : []), ...(article.address ? [article.address] : [])];
  return parts.map((text) => ({ part: 'note', block: paragraph(text) }));
}

function listOf(
  name: Safe,
  links: readonly { readonly link: ResolvedLink; readonly index: number }[],
  world: World,
): readonly Section[] {
  if (links.length === 0) return [];
  const entries = links.map(({ link, index }) => ({
    blocks: [paragraphOf(signedSpans([{ text: titleOf(link), link: index }], padded(link, index), world))],
  }));
  return [
    { part: 'section', block: { type: 'heading', level: 2, spans: [{ text: name }] } },
    { part: 'foot', block: { type: 'list', start: null, loose: false, entries } },
  ];
}

/** The sign is looked up by the link's index on the page. */
function padded(link: ResolvedLink, index: number): readonly ResolvedLink[] {
  const links: ResolvedLink[] = [];
  links[index] = link;
  return links;
}

function titleOf(link: ResolvedLink): Safe {
  return link.target?.title ?? (link as Link).text;
}

function placedLinks(prose: Prose): ReadonlySet<number> {
  const placed = new Set<number>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') {
      if ('link' in value && typeof value.link === 'number') placed.add(value.link);
      Object.values(value).forEach(walk);
    }
  };
  walk(prose);
  return placed;
}

function lineOfLink(lines: readonly PageLine[], link: number): number {
  return lines.findIndex(({ line }) => line.runs.some((run) => run.link === link));
}

function headingsOf(lines: readonly PageLine[]) {
  return lines.flatMap(({ line, part }, index) => {
    const isFirst = lines[index - 1]?.line.place.block !== line.place.block;
    if (line.kind !== 'heading' || part === 'title' || !isFirst) return [];
    return [
      {
        line: index,
        level: line.level ?? 2,
        text: join(
          line.runs.map((run) => run.text),
          say``,
        ),
      },
    ];
  });
}

function paragraph(text: Safe): Block {
  return paragraphOf([{ text }]);
}

function paragraphOf(spans: readonly Span[]): Block {
  return { type: 'paragraph', spans };
}
