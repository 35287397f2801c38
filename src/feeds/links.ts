import { cleanLine, type Safe } from '../text/index.ts';
import type { Enclosure, FeedLink, Tag } from './feed.ts';
import type { Piece } from './piece.ts';
import { lineOf } from './text.ts';

const listed = 'http://www.iana.org/assignments/relation/';

/**
 * Returns the links of a feed or entry: those of Atom with their attributes, and those of RSS, whose
 * address is their text. What a counting service stands before comes last, as canonical.
 */
export function linksOf(piece: Piece): readonly FeedLink[] {
  const original = addressOf(piece.first('feedburner:origlink'));
  const links = piece.all('link').flatMap((link) => linkOf(link) ?? []);
  return original === null ? links : [...links, { ...bare, href: original, rel: cleanLine('canonical') }];
}

const bare = { type: null, title: null, hreflang: null, length: null };

function linkOf(link: Piece): FeedLink | null {
  const address = link.element.attributes.get('href') ?? link.text() ?? link.attribute('resource');
  if (address === null && link.element.attributes.size === 0) return null;
  if (!fits(address ?? '')) return null;
  const rel = (link.attribute('rel') ?? 'alternate').toLowerCase().replace(listed, '');
  return {
    href: address === null ? cleanLine('') : cleanLine(link.resolve(address)),
    rel: cleanLine(rel),
    type: said(link, 'type'),
    title: said(link, 'title'),
    hreflang: said(link, 'hreflang'),
    length: numberOf(link.attribute('length')),
  };
}

/** An address is one word. What is not is a note that found its way into the wrong element. */
const fits = (address: string): boolean => address.length <= 4096 && !/[<>\n]/.test(address);

function said(piece: Piece, name: string): Safe | null {
  const value = piece.attribute(name);
  return value === null ? null : cleanLine(value);
}

/** Returns the address of the page among links: an alternate one, of HTML if that is said. */
export function pageAmong(links: readonly FeedLink[]): Safe | null {
  const alternates = links.filter(({ rel, href }) => rel === 'alternate' && href !== '');
  return (alternates.find(({ type }) => type === null || /html/i.test(type)) ?? alternates[0])?.href ?? null;
}

/** Returns the address in the text of the first piece that has one. */
export function addressOf(...pieces: readonly (Piece | null)[]): Safe | null {
  for (const piece of pieces) {
    const address =
      piece?.attribute('href') ?? piece?.attribute('url') ?? piece?.text() ?? piece?.attribute('resource');
    if (piece && address && fits(address)) return cleanLine(piece.resolve(address));
  }
  return null;
}

/** Returns the files of an entry, each once: enclosures of RSS and Atom, and the contents that Media RSS and podcasts name. */
export function enclosuresOf(entry: Piece, links: readonly FeedLink[]): readonly Enclosure[] {
  const groups = [entry, ...entry.all('media:group')];
  const found = [
    ...entry.all('enclosure').map((piece) => enclosureOf(piece, 'length')),
    ...links
      .filter(({ rel, href }) => rel === 'enclosure' && href !== '')
      .map(({ href, type, length }) => ({ url: href, type, length, duration: null })),
    ...groups.flatMap((group) => group.all('media:content')).map((piece) => enclosureOf(piece, 'filesize')),
    ...entry.all('podcast:alternateenclosure').flatMap(alternates),
  ];
  const seen = new Set<string>();
  const files = found.filter((one) => one !== null && !seen.has(one.url) && seen.add(one.url)) as readonly Enclosure[];
  const whole = secondsIn(entry.first('itunes:duration')?.text() ?? null);
  return whole === null ? files : files.map((file) => (isPlayed(file) ? { ...file, duration: whole } : file));
}

/** What an entry says of its length is said of its sound or film. */
const isPlayed = ({ type, duration }: Enclosure): boolean =>
  duration === null && (type === null || /^(?:audio|video)\//i.test(type));

/** Returns a length of time in seconds: so written, or as hours, minutes and seconds between colons. */
function secondsIn(written: string | null): number | null {
  if (written === null || !/^\d{1,6}(?::\d{1,2}){0,2}(?:\.\d+)?$/.test(written)) return null;
  return Math.round(written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
}

function enclosureOf(piece: Piece, length: string): Enclosure | null {
  const address = piece.attribute('url') ?? piece.attribute('href') ?? piece.attribute('resource') ?? piece.text();
  if (address === null || !fits(address)) return null;
  return {
    url: cleanLine(piece.resolve(address)),
    type: said(piece, 'type'),
    length: numberOf(piece.attribute(length)),
    duration: secondsIn(piece.attribute('duration')),
  };
}

function alternates(piece: Piece): readonly (Enclosure | null)[] {
  const [type, length] = [said(piece, 'type'), numberOf(piece.attribute('length'))];
  return piece.all('podcast:source').map((source) => {
    const address = source.attribute('uri');
    return address === null ? null : { url: cleanLine(source.resolve(address)), type, length, duration: null };
  });
}

function numberOf(digits: string | null): number | null {
  return digits !== null && /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

/** Returns the subjects of a feed or entry: categories, subjects of Dublin Core, keywords. */
export function tagsOf(piece: Piece): readonly Tag[] {
  const groups = [piece, ...piece.all('media:group')];
  const tags = [
    ...piece.all('category', 'dc:subject').flatMap((category) => tagOf(category) ?? []),
    ...groups.flatMap((group) => group.all('media:category')).flatMap((category) => tagOf(category) ?? []),
    ...piece.all('itunes:category', 'googleplay:category').flatMap(nested),
    ...[...piece.all('itunes:keywords'), ...groups.flatMap((group) => group.all('media:keywords'))].flatMap(keywords),
  ];
  const seen = new Set<string>();
  return tags.filter(({ term, scheme }) => !seen.has(`${term} ${scheme}`) && seen.add(`${term} ${scheme}`));
}

function tagOf(category: Piece): Tag | null {
  const term = category.attribute('term') ?? lineOf(category) ?? category.attribute('label');
  if (term === null) return null;
  const scheme = said(category, 'scheme') ?? said(category, 'domain');
  return { term: cleanLine(term), scheme, label: said(category, 'label') };
}

function nested(category: Piece): readonly Tag[] {
  const term = category.attribute('text') ?? category.text();
  const own = term === null ? [] : [plainTag(term)];
  return [...own, ...category.all('itunes:category').flatMap(nested)];
}

function keywords(piece: Piece): readonly Tag[] {
  return (piece.text() ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .map(plainTag);
}

function plainTag(term: string): Tag {
  return { term: cleanLine(term), scheme: null, label: null };
}
