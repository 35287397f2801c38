import { cleanLine, slice, type Safe } from '../text/index.ts';
import { alsoSeeWording, readDate, type Instant } from '../news/index.ts';
import { furniture, rightsWords, tagWords } from './furniture.ts';
import { anywhere, leading, opening, whole } from './matching.ts';
import { aboutAuthors, bylines, desks, publishedWords, unnamedAuthors, updatedWords } from './signatures.ts';
import { creditTails, credits, listHeadings, pictureCredits, readMores } from './wordings.ts';

/** What a line of a page is. */
export type Role =
  | { readonly type: 'text' | 'furniture' | 'list' | 'read-more' | 'about-author' }
  | { readonly type: 'also-see'; readonly wording: Safe; readonly title: Safe }
  | { readonly type: 'picture'; readonly caption: Safe; readonly credit: Safe }
  | { readonly type: 'credit'; readonly publisher: Safe }
  | { readonly type: 'byline'; readonly name: Safe }
  | { readonly type: 'desk'; readonly name: Safe; readonly isNewsroom: boolean }
  | {
      readonly type: 'date';
      readonly published: Instant | null;
      readonly updated: Instant | null;
      readonly name: Safe | null;
    }
  | { readonly type: 'tags'; readonly tags: readonly Safe[] }
  | { readonly type: 'site'; readonly name: Safe | null };

const isList = whole(listHeadings);
const isReadMore = whole(readMores);
const isFurniture = whole(furniture);
const isAboutAuthor = whole(aboutAuthors);
const isDesk = whole(desks);
const isUnnamed = whole(unnamedAuthors);
/** A line longer than this, in characters, is text and nothing else. */
const longest = 2000;
const afterPictureCredit = opening(pictureCredits);
const afterCredit = opening(credits);
const afterByline = leading(bylines);
const afterPublished = leading(publishedWords);
const afterUpdated = leading(updatedWords);
const afterTags = opening(tagWords);
const rights = anywhere(rightsWords);
const tails = anywhere(creditTails);

/** How a line may be known, the most certain first. */
const signs: readonly ((line: Safe) => Role | null)[] = [
  (line) => (isReadMore(line) ? { type: 'read-more' } : null),
  (line) => (isList(line) ? { type: 'list' } : null),
  (line) => (isFurniture(line) || isOrnament(line) ? { type: 'furniture' } : null),
  (line) => (isAboutAuthor(line) ? { type: 'about-author' } : null),
  picture,
  alsoSee,
  site,
  date,
  tags,
  desk,
  byline,
  credit,
];

/** Returns what a line is, by its own words alone. */
export function roleOf(line: Safe): Role {
  if (line.length > longest) return { type: 'text' };
  for (const sign of signs) {
    const role = sign(line);
    if (role) return role;
  }
  return { type: 'text' };
}

/** Returns the line without a "Read more" at its end, or null when there is none. */
export function withoutReadMore(line: Safe): Safe | null {
  const [, before = '', last = ''] =
    /^(.*[.!?…。\])”"])\s*([^.!?。]{3,30})$/u.exec(line.length > longest ? '' : line) ?? [];
  return isReadMore(last) ? cleanLine(before) : null;
}

/** Whether the words could be a person's name: two to five words, most with a capital, and no sentence. */
export function isName(words: string): boolean {
  const parts = words.split(' ');
  if (parts.length > 5 || words.length > 60 || /[.!?:;"“”]$|\d/.test(words)) return false;
  if (parts.length === 1) return /^\p{Lo}{2,6}$/u.test(words);
  return parts.filter((part) => /^[\p{Lu}\p{Lo}]/u.test(part)).length * 3 >= parts.length * 2;
}

/** Reading times, counts, breadcrumbs, and lines without a letter. */
function isOrnament(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  if (/^\d+\s*(?:min(?:ute)?s?|minutos|minuten|dk|мин|menit|分钟|分)(?![\p{L}]).{0,20}$/iu.test(line)) return true;
  if (/^[\d.,]+\s*[km]?\s+(?:shares?|views?|comments?|likes?)$/i.test(line)) return true;
  return line.length < 120 && (line.match(/\s[>›»/]\s/g)?.length ?? 0) >= 2;
}

/** A caption with its credit at the end, in brackets or after the sentence, or a credit on a line of its own. */
function picture(line: Safe): Role | null {
  const [, caption = '', within = ''] = /^(.*?)\s*[[(（]([^[\]()（）]{3,120})[\])）]\.?$/u.exec(line) ?? [];
  const [, sentence = '', rest = ''] = /^(.{10,300}?[.!?])\s+([^.!?]{3,40}[:：/][^.!?]{2,80})\.?$/u.exec(line) ?? [];
  const forms = [
    [caption, within],
    ['', line.length <= 120 ? line : ''],
    [sentence, rest],
  ] as const;
  for (const [before, words] of forms) {
    const name = afterPictureCredit(words);
    if (name) return { type: 'picture', caption: cleanLine(before), credit: nameOf(name) };
  }
  return null;
}

function nameOf(words: string): Safe {
  return cleanLine(words.replace(/^[\s:：–—-]+|[\s.,;\])]+$/g, ''));
}

/** The title is empty when the wording stands on a line of its own, with a colon: then the next line is the title. */
function alsoSee(line: Safe): Role | null {
  const found = alsoSeeWording(line);
  if (!found || (found.rest === '' && !/[:：]$/.test(line))) return null;
  return { type: 'also-see', wording: cleanLine(found.wording), title: cleanLine(found.rest) };
}

function site(line: Safe): Role | null {
  const owner = /^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.|–-]*(.*)$/iu.exec(line);
  if (line.length > 160 || !(owner || rights.test(line))) return null;
  const name = nameOf(
    (owner?.[1] ?? line)
      .split(rights)[0]
      ?.split(/[.|–]\s/)[0]
      ?.replace(/\d{4}/, '') ?? '',
  );
  return { type: 'site', name: name.length < 60 && name !== '' ? name : null };
}

/** A line that states dates, perhaps beside an author: "By Ada Obi | April 21, 2025". */
function date(line: Safe): Role | null {
  if (line.length > 120) return null;
  const parts = readDate(line) === null ? line.split(/\s+[|•·–—]\s+/).map(cleanLine) : [line];
  let published: Instant | null = null;
  let updated: Instant | null = null;
  let name: Safe | null = null;
  for (const part of parts) {
    const changed = stated(part, afterUpdated);
    if (changed === null) published ??= stated(part, afterPublished) ?? readDate(part);
    updated ??= changed;
    const role = byline(part) ?? desk(part);
    name ??= role && 'name' in role ? role.name : null;
  }
  return published === null && updated === null ? null : { type: 'date', published, updated, name };
}

function stated(part: string, after: (line: string) => string | null): Instant | null {
  const words = after(part);
  return words === null ? null : readDate(words);
}

function tags(line: Safe): Role | null {
  const words = afterTags(line) ?? (/^(?:#[\p{L}\p{N}_-]+[\s,]*)+$/u.test(line) ? line : null);
  if (!words || words.length > 300) return null;
  const found = words.split(/[,;|、，]|\s+(?=#)/).map((tag) => cleanLine(tag.replace(/^\s*#/, '')));
  return { type: 'tags', tags: found.filter((tag) => tag !== '' && tag.length <= 50) };
}

function desk(line: Safe): Role | null {
  const words = line.split(' ');
  if (words.length > 4 || /[.!?]$/.test(line)) return null;
  const endsSo = words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word)) && isDesk(words.at(-1) ?? '');
  const isNewsroom = isDesk(line) || endsSo;
  return isNewsroom || isUnnamed(line) ? { type: 'desk', name: line, isNewsroom } : null;
}

function byline(line: Safe): Role | null {
  const name = line.length <= 100 ? afterByline(line) : null;
  if (!name) return null;
  const names = name.split(/\s*(?:[,&、，]|(?<=\s)(?:and|und|et|y|e|en|i|и|ve|dan|och)(?=\s))\s*/u);
  return names.every(isName) || desk(cleanLine(name)) ? { type: 'byline', name: nameOf(name) } : null;
}

function credit(line: Safe): Role | null {
  const words = line.length <= 250 ? afterCredit(line.replace(/^[[(*_]+|[\])*_]+$/g, '')) : null;
  const name = words?.split(/[.;]\s|,\s(?=\p{Ll})/u)[0]?.split(tails)[0] ?? '';
  const publisher = slice(nameOf(name), 0, 100);
  return publisher !== '' && publisher.split(' ').length <= 8 ? { type: 'credit', publisher } : null;
}
