import { cleanLine, join, say, type Safe } from '../text/index.ts';
import { titleKey, type Block, type Instant, type Link, type Picture } from '../news/index.ts';
import type { Told } from './pieces.ts';
import { isName } from './roles.ts';

/** What the lines of a page say of its article. Filled in from the first line to the last. */
export interface Draft {
  title: Safe | null;
  picture: Picture | null;
  byline: Safe | null;
  authorNote: Safe | null;
  publisher: Safe | null;
  site: Safe | null;
  /** The newsroom that signs, if one does. */
  desk: Safe | null;
  place: Safe | null;
  published: Instant | null;
  updated: Instant | null;
  tags: readonly Safe[];
  links: Link[];
  body: Block[];
  /** How it was read, in sentences. */
  why: Safe[];
}

/** Where the reading is: above the article, in it, below it, or in the note on its author. */
type Stage = 'top' | 'body' | 'below' | 'author';

interface Reading {
  readonly draft: Draft;
  readonly lines: readonly Told[];
  /** Lines above the first list: what stands below it is the foot of the page. */
  readonly above: number;
  stage: Stage;
  index: number;
}

/** Returns what the lines say, those of lists taken out. `above` is the number of lines above the first list. */
export function readArticle(lines: readonly Told[], above: number): Draft {
  const draft: Draft = {
    title: null,
    picture: null,
    byline: null,
    authorNote: null,
    publisher: null,
    site: null,
    desk: null,
    place: null,
    published: null,
    updated: null,
    tags: [],
    links: [],
    body: [],
    why: [],
  };
  const reading: Reading = {
    draft,
    lines,
    above: textsIn(lines.slice(0, above)) >= 2 ? above : lines.length,
    stage: 'top',
    index: 0,
  };
  for (; reading.index < lines.length; reading.index++) readLine(reading, lines[reading.index]!);
  return draft;
}

function textsIn(lines: readonly Told[]): number {
  return lines.filter(({ role }) => role.type === 'text').length;
}

function readLine(reading: Reading, { line, role }: Told): void {
  const { draft } = reading;
  switch (role.type) {
    case 'text':
      return readText(reading, line);
    case 'picture':
      return readPicture(reading, role.caption, role.credit);
    case 'also-see':
      return readAlsoSee(reading, role.wording, role.title);
    case 'credit':
      return readCredit(reading, line, role.publisher);
    case 'desk':
      if (role.isNewsroom) draft.desk ??= role.name;
      return sign(reading, role.name, 'author');
    case 'byline':
      return sign(reading, role.name, reading.stage);
    case 'about-author':
      return enter(reading, 'author');
    case 'date':
      draft.published ??= role.published;
      draft.updated ??= role.updated;
      if (role.name) draft.byline ??= role.name;
      return note(draft, say`“${line}” states when it was published.`);
    case 'tags':
      draft.tags = [...draft.tags, ...role.tags];
      return;
    case 'site':
      draft.site ??= role.name;
      return;
    case 'furniture':
    case 'read-more':
    case 'list':
  }
}

function note(draft: Draft, sentence: Safe): void {
  draft.why.push(sentence);
}

function enter(reading: Reading, stage: Stage): void {
  if (reading.stage !== 'top') reading.stage = stage;
}

function readText(reading: Reading, line: Safe): void {
  const { draft, stage } = reading;
  if (draft.title === null) return readTitle(reading, line);
  if (draft.body.length === 0 && titleKey(line) === titleKey(draft.title)) return;
  if (reading.index >= reading.above && stage !== 'author') return;
  if (stage === 'below' || stage === 'author') return readFoot(reading, line);
  reading.stage = 'body';
  if (draft.body.length === 0) draft.place = placeOf(line);
  draft.body.push(isHeading(reading, line) ? { type: 'heading', level: 2, spans: [{ text: line }] } : paragraph(line));
}

function paragraph(text: Safe): Block {
  return { type: 'paragraph', spans: [{ text }] };
}

/** The place that agencies write in capitals before the first sentence. */
function placeOf(line: Safe): Safe | null {
  const [, place] = /^(\p{Lu}[\p{Lu} .'’-]{2,40})(?:,? \([^()]{2,30}\))?\s*(?::|—|–|--|\s-)\s/u.exec(line) ?? [];
  const words = place
    ?.trim()
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return words ? cleanLine(words) : null;
}

/** The first line of text, unless it is only the name of a section above a real title. */
function readTitle(reading: Reading, line: Safe): void {
  const next =
    reading.lines
      .slice(reading.index + 1)
      .find((told) => told.role.type === 'text' && titleKey(told.line) !== titleKey(line))?.line ?? '';
  const isSection =
    line.split(' ').length <= 2 &&
    line.length < 25 &&
    next.split(' ').length >= 4 &&
    next.length < 160 &&
    !/[.…。]$/.test(next);
  if (isSection) return note(reading.draft, say`“${line}” is the name of a section.`);
  reading.draft.title = line;
  note(reading.draft, say`The title is the first line that is not part of the page around the article.`);
}

/** A short line without a full stop, in the body, with a longer one below it. */
function isHeading({ draft, lines, index }: Reading, line: string): boolean {
  const next = lines[index + 1];
  if (draft.body.length === 0 || next?.role.type !== 'text') return false;
  return (
    line.length <= 80 && !/[.,;:!…。”"»]$/.test(line) && next.line.length > line.length && /[.!?…。”"]$/.test(next.line)
  );
}

/** The first picture is the article's own. A credit alone belongs to the line right above it, if that opens the article. */
function readPicture(reading: Reading, caption: Safe, credit: Safe): void {
  const { draft, lines, index } = reading;
  if (draft.picture) {
    const spans = caption ? [{ text: caption }] : [];
    draft.body.push({ type: 'figure', alt: say``, caption: spans, credit, address: null });
    return;
  }
  const above = lines[index - 1];
  const isAbove =
    caption === '' && lines[index]?.isSecond === true && draft.body.length === 1 && above?.role.type === 'text';
  if (isAbove) draft.body.pop();
  draft.picture = { address: null, alt: say``, caption: isAbove ? above.line : caption || null, credit };
  note(draft, say`The picture is credited to ${credit}.`);
}

function readAlsoSee(reading: Reading, wording: Safe, title: Safe): void {
  const { draft, lines } = reading;
  const next = lines[reading.index + 1];
  const named = title || (next?.role.type === 'text' ? next.line : null);
  if (!named || reading.index >= reading.above) return;
  if (!title) reading.index++;
  draft.body.push({ type: 'alsoSee', wording, spans: [{ text: named, link: draft.links.length }] });
  draft.links.push({ relation: 'also-see', text: named, address: null });
  note(draft, say`“${wording}” links to “${named}”.`);
}

/** The line that credits a publisher ends the article, unless much of it is still to come. */
function readCredit(reading: Reading, line: Safe, publisher: Safe): void {
  const { draft, lines, above, index } = reading;
  if (draft.publisher === null) note(draft, say`“${line}” credits ${publisher}.`);
  draft.publisher ??= publisher;
  if (textsIn(lines.slice(index + 1, above)) <= 3) enter(reading, 'below');
}

function sign(reading: Reading, name: Safe, next: Stage): void {
  const { draft } = reading;
  if (draft.byline === null) note(draft, say`It is signed ${name}.`);
  draft.byline ??= name;
  enter(reading, reading.stage === 'below' ? 'author' : next);
}

/** Below the article: a name, and what is said of who bears it. */
function readFoot(reading: Reading, line: Safe): void {
  const { draft } = reading;
  if (reading.index >= reading.above) return;
  if (isName(line) && draft.authorNote === null) return sign(reading, line, 'author');
  if (reading.stage === 'author') {
    draft.authorNote = draft.authorNote === null ? line : join([draft.authorNote, line], say` `);
    return;
  }
  if (!/[.!?…。]$/.test(line)) return;
  draft.body.push(paragraph(line));
}

/** The name of the site that the title ends with, after a bar, and the title without it. */
export function withoutSite(title: Safe): { readonly title: Safe; readonly site: Safe | null } {
  const [, words, site] = /^(.{15,}?)\s+\|\s+([^|]{2,40})$/.exec(title) ?? [];
  return words && site ? { title: cleanLine(words), site: cleanLine(site) } : { title, site: null };
}
