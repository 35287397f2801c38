import { leading, whole } from '../matching.ts';
import { isName } from '../roles.ts';
import { bylines, desks } from '../signatures.ts';
import { attribute, firstWithin, type Part } from './tree.ts';

const afterByline = leading(bylines);
/** Words before a name that the wordings of bylines do not have, because they are no sentence's beginning. */
const labels =
  /^(?:(?:posted|published|written|reported|created|submitted|updated|erstellt|veröffentlicht|publicado|publié|geschrieben|gepostet|escrito|actualizado)\b.{0,40}?(?<!\p{L})(?:by|von|por|par)|by|from|via|escribe|text(?:e|o)?(?: und interview)?\s*:|ein(?:e)? (?:beitrag|artikel|kolumne|gastbeitrag|interview) von|artikel von|(?:more )?(?:stories|articles|posts) (?:by|from)|author|投稿者|執筆者|autor(?:in|en|es|a|s)?|auteur(?:e|s|es)?|redaktion:|journalist:|story:|words:|από|text)(?!\p{L})[\s:.]*/iu;
/** Where the name ends and something else begins: a date, a role, a button. */
const tail =
  /\s*(?:[|•·»+]|\s\/|\/\s|\s[-–—]\s|\s\(|\bon (?=\p{Lu})|\bin (?=\p{Lu})|\bfollow\b|\bview\b|\bupdated\b|\bpublish|\bposted\b|\bveröffentlicht\b|\berstellt\b|\bam \d|\bam$|\bat \d|\bist\b|\bis an?\b|\bsays\b|\bsagt\b|,\s*\d|@|\d{1,2}[.:/]\d|\b(?:19|20)\d\d|\d+\s*min).*$/isu;
const month =
  '(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|ago|août|sep|set|oct|okt|out|nov|dec|dez|déc|dic)\\p{L}*\\.?';
const trailingDate = new RegExp(
  `,?\\s*(?:\\p{L}+day,?\\s+)?(?:${month}\\s+\\d{1,2}|\\d{1,2}\\.?\\s+(?:de\\s+)?${month})(?:\\s+de)?$`,
  'iu',
);
/** What stands in place of a name, or beside it, and is none. */
const noName =
  /^(?:no author|admin|administrator|author|autor(?:in|en)?|auteurs?|guest|gast|unknown|anonymous|null|undefined|share|teilen|last|name|home|published|publicado|veröffentlicht|date|photo|foto|staff|comments?|read more)$|https?:|\bcookie|[<>{}=]|^(?:foto|photo|bild|image|quelle|source)s?\b|^[^\p{L}\p{N}]|:$|\bvorschau\b|\bnewsletter\b|\bread\b|\bcomments?\b/iu;
/** Longest byline, in characters. */
const longest = 600;

/** What those are called who write; and domains of the Internet: beside a name they are none. */
const roles =
  /^(?:(?:contributing|senior|staff|chief|freelance|associate|managing|executive|deputy|guest|online|digital|national|political|business|science|sports?|tech(?:nology)?|news)[\s-]+)*(?:reporter|writer|editor|contributor|correspondent|journalist(?:in)?|author|autor(?:in)?|redakteur(?:in)?|columnist|staff|producer|online-redaktion|editor-in-chief)$|^[\w-]+\.(?:com|org|net|de|co\.uk|fr|it|es|at|ch|pl)$/iu;

/** Buttons and roles that stand behind a name without a sign between. */
const beside =
  /(?:\s+(?:twitter|facebook|linkedin|instagram|email|e-mail|rss|share|seite teilen|teilen|contributing (?:reporter|writer|editor)|(?:senior |staff )(?:reporter|writer|editor)))+$/iu;

/** Returns the name, or the names in their order, in the words of a byline; null when there is none. */
export function cleanName(words: string): string | null {
  let name = words
    .replace(/\s+/g, ' ')
    .replace(/^['"]|['"]$/g, '')
    .trim();
  if (name.length > 400) return null;
  if (isDesk(name)) return name;
  for (let times = 0; times < 3; times++)
    name = (afterByline(name) ?? name)
      .replace(labels, '')
      .replace(/^[\s,;:|–—-]+/u, '')
      .trim();
  name = name
    .replace(tail, '')
    .replace(trailingDate, '')
    .replace(/[\s,;:|–—-]+$/u, '')
    .trim();
  name = name.replace(/(?<=\p{Ll}{3})\.$/u, '').trim();
  name = name.replace(beside, '').trim();
  const parts = name.split(/,\s+/);
  if (parts.length > 1) name = parts.filter((part, index) => index === 0 || !roles.test(part)).join(', ');
  if (name.length < 2 || name.length > longest || !/\p{L}/u.test(name) || noName.test(name) || roles.test(name))
    return null;
  return name.split(between).some((part) => part.split(' ').length > 6) ? null : name;
}

const isDesk = whole(desks);
const between = /\s*(?:[,;&、]|\s(?:and|und|et|y|e|en|i|og|och)\s)\s*/u;

/** Returns whether words that stand alone are a name, or several. */
export function areNames(words: string): boolean {
  return words.split(between).every(isName);
}

/** Most elements of a byline. */
const most = 80;

/** Returns the names that an element shows, from the links and marks in it where it has any. */
export function namesIn(part: Part): string | null {
  const inside = firstWithin(part, most + 1);
  if (inside.length > most) return null;
  const all = cleanName(spaced(part));
  const texts = textsIn(part);
  for (const [index, text] of texts.entries()) {
    const name = isLabel(text) ? cleanName(texts[index + 1] ?? '') : hasLabel(text) ? cleanName(text) : null;
    if (name && isLabel(text) && texts.length > index + 2 && /^(?:,|&|and|und|et|y)$/.test(texts[index + 2]!)) break;
    if (name && (areNames(name) || /^[\w.-]{3,30}$/.test(name))) return name;
  }
  if (all && areNames(all) && texts.length <= 3) return all;
  const marked = [
    ...new Set(inside.filter((inner) => inner !== part && isMarked(inner)).map((inner) => cleanName(spaced(inner)))),
  ];
  const names = outermost(marked.filter((name) => name !== null));
  if (all && areNames(all) && names.length > 1) return all;
  if (names.length > 0) return names.join(', ');
  if (all && areNames(all)) return all;
  for (const text of texts) {
    const name = cleanName(text);
    if (name && areNames(name)) return name;
  }
  return all && all.split(' ').length <= 5 && !/[:?!]|\d{3}/.test(all) ? all : null;
}

/** Returns whether the words are those before a name, and no more. */
export function isLabel(text: string): boolean {
  return /^(?:by|von|par|por|di|da|door|av|autor(?:in)?|author|written by|posted by|text)\s*:?$/iu.test(text);
}

function hasLabel(text: string): boolean {
  return /^(?:by|von|par|por|written by|posted by)\s*:?\s+\S/iu.test(text);
}

/** A link to who wrote it, or what says that it is a name. */
function isMarked(part: Part): boolean {
  if (/\bname\b/.test(attribute(part, 'itemprop')) || /\bauthor\b/i.test(attribute(part, 'rel'))) return true;
  if (/(?:^|\s)(?:fn|p-name)(?:\s|$)/.test(attribute(part, 'class'))) return true;
  return (
    part.tag === 'a' &&
    isAuthorAddress(attribute(part, 'href')) &&
    cleanName(spaced(part)) !== null &&
    areNames(cleanName(spaced(part))!)
  );
}

export function isAuthorAddress(href: string): boolean {
  return /\/(?:author|authors|autor|autoren|autores|auteur|auteurs|people|person|by|profile|profil|staff|reporters?|journalists?|journalisten|redaktion|contributors?|columnists?|user|users|team|experts?|writers?|bios?)[/-]|[?&]author=|author\.|\/@/i.test(
    href,
  );
}

/** Of names one of which is part of another, the longer. */
function outermost(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}

/** The words of an element; what stands in different elements is set apart. */
export function spaced(part: Part): string {
  return textsIn(part)
    .join(' ')
    .replace(/\s+([,;])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the texts in an element one by one; of many, the first. */
export function textsIn(part: Part): string[] {
  const found: string[] = [];
  const work: (Part | string)[] = [part];
  let visited = 0;
  for (let next = work.pop(); next !== undefined && visited < mostTexts; next = work.pop(), visited++) {
    if (typeof next === 'string') {
      const text = next.replace(/\s+/g, ' ').trim();
      if (text !== '') found.push(text);
    } else if (!unseen.has(next.tag))
      for (let index = Math.min(next.children.length, mostTexts) - 1; index >= 0; index--)
        work.push(next.children[index]!);
  }
  return found;
}

const mostTexts = 400;
const unseen = new Set('script style svg button time noscript template'.split(' '));
