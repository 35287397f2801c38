import { cleanLine, join, say, type Safe } from '../text/index.ts';
import { titleKey, type Instant } from '../news/index.ts';
import { withoutReadMore, type Role } from './roles.ts';

/** A line with what it is. */
export interface Told {
  readonly line: Safe;
  readonly role: Role;
  readonly isSecond: boolean;
}

/** An entry of a page's list of other articles. */
export interface Piece {
  readonly title: Safe;
  readonly summary: Safe | null;
  readonly byline: Safe | null;
  readonly published: Instant | null;
}

/** A page in two: the pieces it lists, and its other lines, with the number of those above the first list. */
export interface Parted {
  readonly pieces: readonly Piece[];
  readonly rest: readonly Told[];
  readonly above: number;
}

/** Lines that end a list whose entries do not say where they end. */
const closing: ReadonlySet<Role['type']> = new Set([
  'credit',
  'desk',
  'about-author',
  'site',
  'furniture',
  'tags',
  'list',
]);

/** Takes the lists out of a page's lines. A title that is listed twice is one piece. */
export function partLists(lines: readonly Told[]): Parted {
  const pieces: Piece[] = [];
  const rest: Told[] = [];
  let above: number | undefined;
  for (let index = 0; index < lines.length;) {
    const told = lines[index]!;
    if (told.role.type !== 'list') {
      rest.push(told);
      index++;
      continue;
    }
    above ??= rest.length;
    const end = endOfList(lines, index + 1);
    pieces.push(...readPieces(lines.slice(index + 1, end)));
    index = Math.max(end, index + 1);
  }
  return { pieces: distinctPieces(pieces), rest, above: above ?? rest.length };
}

/** A list goes on to its last "Read more", and to a doubled title after that; without any, to the first line of another kind. */
function endOfList(lines: readonly Told[], start: number): number {
  const next = lines.findIndex(({ role }, index) => index >= start && role.type === 'list');
  const limit = next === -1 ? lines.length : next;
  const last = lines
    .slice(start, limit)
    .findLastIndex(({ line, role }) => role.type === 'read-more' || withoutReadMore(line));
  const from = last === -1 ? start : start + last + 1;
  if (last !== -1 && !isDoubled(lines, from)) return from;
  const end = lines.findIndex(({ role }, index) => index >= from && closing.has(role.type));
  return end === -1 || end > limit ? limit : end;
}

function isDoubled(lines: readonly Told[], index: number): boolean {
  const [one, two] = [lines[index], lines[index + 1]];
  return one !== undefined && two !== undefined && titleKey(one.line) === titleKey(two.line);
}

interface Draft {
  title: Safe;
  summary: Safe[];
  byline: Safe | null;
  published: Instant | null;
}

function readPieces(lines: readonly Told[]): readonly Piece[] {
  const drafts: Draft[] = [];
  const isMarked = lines.some(({ line, role }) => role.type === 'read-more' || withoutReadMore(line));
  let open: Draft | null = null;
  for (const [index, { line, role }] of lines.entries()) {
    const words = listed(line);
    if (role.type === 'read-more') open = null;
    else if (role.type === 'furniture') continue;
    else if (open && titleKey(words) === titleKey(open.title)) continue;
    else if (open && role.type === 'date') Object.assign(open, { published: role.published, byline: role.name });
    else if (open && role.type === 'byline') open.byline = role.name;
    else if (open && !isDoubled(lines, index) && (isMarked || isSummary(words)))
      open.summary.push(withoutReadMore(words) ?? words);
    else drafts.push((open = { title: words, summary: [], byline: null, published: null }));
    if (withoutReadMore(line)) open = null;
  }
  return drafts.map(({ summary, ...piece }) => ({
    ...piece,
    summary: summary.length > 0 ? join(summary, say` `) : null,
  }));
}

/** The line without a bullet or number before it. */
function listed(line: Safe): Safe {
  return cleanLine(line.replace(/^(?:[•·▪●*»›-]|\d{1,2}[.)])\s+/, ''));
}

/** Where entries are not marked off: whether the line tells of the title above it, and is no title itself. */
function isSummary(words: string): boolean {
  return words.length > 160 || /[.…。]["”»]?$/.test(words) || /[.!?] \p{Lu}/u.test(words);
}

function distinctPieces(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Set<string>();
  return pieces.filter(({ title }) => {
    const key = titleKey(title);
    return key !== '' && seen.size < seen.add(key).size;
  });
}
