import type { Link } from '../../news/index.ts';
import { cleanLine } from '../../text/index.ts';
import { roleOf } from '../roles.ts';
import { absolute, isOnPage } from './addresses.ts';
import { namesOf } from './naming.ts';
import { attribute, partsOf, within, wordsOf, type Part } from './tree.ts';

const relatedNames =
  /\brelated|\brecommend|\brecirc|\bread (?:next|also|more)\b|\balso (?:like|read|see)\b|\bmore (?:stories|on|from|like)\b|\bsee also\b|\bsimilar\b|\bseealso\b/;
/** Most pieces that a page's lists may give. */
const most = 20;

/** Returns the titles that the page's lists of related pieces link to, each once, in order. */
export function findRelated(parts: readonly Part[], base: string | null): readonly Link[] {
  const found = new Map<string, Link>();
  for (const list of parts.filter(isRelated)) {
    for (const part of within(list)) {
      const link = found.size < most ? titleLink(part, base) : null;
      if (link?.address && !found.has(link.address)) found.set(link.address, link);
    }
  }
  return [...found.values()];
}

/** A list is known by its class, or by the heading above its links. */
function isRelated(part: Part): boolean {
  if (part.tag === 'a' || part.tag === 'body' || part.tag === 'html' || part.tag === 'main' || part.tag === 'article')
    return false;
  if (relatedNames.test(namesOf(part))) return true;
  const [first] = partsOf(part);
  if (!first || !/^(?:h[2-6]|strong|header|p|span)$/.test(first.tag)) return false;
  const words = cleanLine(wordsOf(first));
  return words.length < 60 && roleOf(words).type === 'list';
}

function titleLink(part: Part, base: string | null): Link | null {
  const href = attribute(part, 'href');
  if (part.tag !== 'a' || href === '' || isOnPage(href, base)) return null;
  const text = cleanLine(wordsOf(part));
  const address = absolute(href, base);
  if (address === null || text.length > 200 || !isTitle(text) || host(address) !== host(base ?? address)) return null;
  return { relation: 'also-see', text, address };
}

function isTitle(text: string): boolean {
  return (
    text.split(' ').length >= 4 ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{8}/u.test(text)
  );
}

function host(address: string): string | undefined {
  return URL.parse(address)?.host.replace(/^www\./, '');
}
