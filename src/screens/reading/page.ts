import { join, say, type Safe } from '../../text/index.ts';
import {
  readingMinutes,
  type Article,
  type Place,
  type ResolvedLink,
  type Source,
  type Span,
  type Surroundings,
} from '../../news/index.ts';
import { typeset, type Line } from '../../prose/index.ts';
import { fullDate, shortDate } from '../dates.ts';
import type { World } from '../world.ts';
import { footOf } from './foot.ts';
import { noteSection, paragraphOf, type Part, type Section } from './section.ts';
import { bodyOf } from './signed.ts';
import { wholeNote } from './whole.ts';

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
  /** Indices of the links that explain: those that the article names, and those that were found. */
  readonly background: readonly number[];
  readonly headings: readonly { readonly line: number; readonly level: number; readonly text: Safe }[];
  readonly isWide: boolean;
}

/** What of an article is typeset. */
export interface Printed {
  readonly article: Article;
  readonly source: Source | null;
  /** What stands around it; null as long as that was not looked for. */
  readonly around: Surroundings | null;
}

/** The last page of each article, since typesetting is the one costly step of a view. */
const pages = new WeakMap<
  Article,
  { readonly key: string; readonly around: Surroundings | null; readonly page: Page }
>();

/** Returns the article typeset for the width of the screen, with its head and foot. */
export function pageOf({ article, source, around }: Printed, world: World): Page {
  const note = wholeNote(article, source, world) ?? say``;
  const key = `${columnsOfText(world)} ${world.pictures} ${world.locale} ${world.zone} ${world.signs.rule} ${note}`;
  const known = pages.get(article);
  if (known?.key === key && known.around === around) return known.page;
  const page = compose(article, around, note, world);
  pages.set(article, { key, around, page });
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

function compose(article: Article, around: Surroundings | null, note: Safe, world: World): Page {
  const foot = footOf(article, around, note, world);
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
    background: foot.background,
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
    ...(article.corrected ? [noteSection(correctedWords(world))] : []),
    ...pictureOf(article, world),
  ];
}

function correctedWords(world: World): Safe {
  const key = world.signs.keyName(world.keyOf('article.changes'));
  return say`Changed since you read it ${world.signs.dot} ${key} shows what`;
}

function pictureOf(article: Article, world: World): readonly Section[] {
  const { picture } = article;
  if (!picture || !world.pictures) return [];
  const caption = picture.caption ? [{ text: picture.caption }] : [];
  const alt = picture.alt === '' ? say`Picture` : picture.alt;
  return [{ part: 'body', block: { type: 'figure', alt, caption, credit: picture.credit, address: picture.address } }];
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
