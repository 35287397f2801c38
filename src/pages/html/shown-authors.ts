import { cleanLine } from '../../text/index.ts';
import { roleOf } from '../roles.ts';
import { areNames, cleanName, isAuthorAddress, isLabel, namesIn, spaced, textsIn } from './person-names.ts';
import { aboutAuthor, aboutText, byAuthor, comments, notByAuthor } from './class-words.ts';
import { above, attribute, withInner, type Part } from './tree.ts';

/** A name that an element shows. */
export interface Shown {
  readonly name: string;
  /** How many elements it stands away from the title. */
  readonly distance: number;
}

/** The names on a page, by where they stand. */
export interface ShownAuthors {
  /** In elements that say that they are the author's, those below the title first. */
  readonly marked: readonly Shown[];
  /** In lines near the title. */
  readonly near: readonly string[];
  /** Above notes on an author. */
  readonly described: readonly string[];
}

/** Returns the names that stand where pages put the author. */
export function shownAuthors(parts: readonly Part[], heading: Part | null): ShownAuthors {
  const away = partsElsewhere(parts, heading);
  const title = heading ? spaced(heading) : null;
  return {
    marked: markedAuthors(parts, heading, away),
    near: nearbyAuthors(parts, heading, away).filter((name) => name !== title),
    described: parts
      .filter((part) => aboutAuthor(part))
      .slice(0, 5)
      .map(namesIn)
      .filter((name) => name !== null),
  };
}

/** Most names that are looked at. */
const mostShown = 200;

function markedAuthors(parts: readonly Part[], heading: Part | null, away: ReadonlySet<Part>): Shown[] {
  const start = heading ? parts.indexOf(heading) : 0;
  const found: { name: string; index: number }[] = [];
  for (const [index, part] of parts.entries()) {
    if (found.length >= mostShown) break;
    if (!isAuthorPart(part) || away.has(part)) continue;
    const name = namesIn(part);
    if (name) found.push({ name, index });
  }
  const below = found.filter(({ index }) => index >= start);
  const before = found.filter(({ index }) => index < start && index > start - 60);
  return [...below, ...before.toReversed()].map(({ name, index }) => ({ name, distance: Math.abs(index - start) }));
}

/** Returns the elements that stand in what is not the article; what the title stands in is. */
function partsElsewhere(parts: readonly Part[], heading: Part | null): ReadonlySet<Part> {
  const titled = new Set(heading ? above(heading) : []);
  const isOther = (part: Part) => !titled.has(part) && part.tag !== 'body' && part.tag !== 'html';
  const inComments = withInner(parts, (part) => isOther(part) && comments(part));
  const other = new Set(
    parts.filter((part) => isOther(part) && (notByAuthor(part) || part.tag === 'figure' || part.tag === 'nav')),
  );
  return new Set(
    parts.filter((part) => inComments.has(part) || [part, ...above(part).slice(0, 3)].some((one) => other.has(one))),
  );
}

const machines = new Set('meta link script form input label'.split(' '));

function isAuthorPart(part: Part): boolean {
  if (machines.has(part.tag)) return false;
  const says = `${attribute(part, 'itemprop')} ${attribute(part, 'rel')}`;
  return /\bauthor\b/i.test(says) || part.tag === 'author' || byAuthor(part);
}

/** Most elements around a title among which a line that names its author is looked for. */
const around = 40;

/** Returns the names in lines near the title, where no element says that they are the author's. */
function nearbyAuthors(parts: readonly Part[], heading: Part | null, away: ReadonlySet<Part>): string[] {
  const start = heading ? parts.indexOf(heading) : -1;
  if (start < 0) return [];
  const found: string[] = [];
  for (const part of parts.slice(Math.max(0, start - 8), start + around)) {
    if (part === heading || away.has(part) || part.tag === 'script' || part.tag === 'style') continue;
    found.push(...namesInLine(part));
  }
  return found.map(cleanName).filter((name) => name !== null);
}

function namesInLine(part: Part): readonly string[] {
  const texts = textsIn(part);
  const text = texts.join(' ');
  if (text === '' || text.length > 300) return [];
  const label = texts.findIndex(isLabel);
  const labelled = label === -1 ? undefined : texts[label + 1];
  if (labelled && areNames(labelled)) return [labelled];
  if (text.length > 120) return [];
  const role = roleOf(cleanLine(text));
  if ((role.type === 'byline' || role.type === 'date') && role.name) return [role.name];
  if (role.type === 'date' || /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/.test(text))
    return text.split(/\s+[|•·–—]\s+/).filter(areNames);
  if (part.tag === 'a' && isAuthorAddress(attribute(part, 'href')) && areNames(text)) return [text];
  const isMeta = aboutText(part) || (part.parent !== null && aboutText(part.parent));
  const name = isMeta ? cleanName(text) : null;
  return name && areNames(name) ? [name] : [];
}
