import { cleanLine, type Safe } from '../text/index.ts';
import { origin } from './channel.ts';
import { firstDate } from './dates.ts';
import type { Body, Enclosure, FeedEntry, FeedLink, Origin } from './feed.ts';
import { addressOf, enclosuresOf, linksOf, pageAmong, tagsOf } from './links.ts';
import { peopleOf } from './people.ts';
import type { Piece } from './piece.ts';
import { bodyOf, firstLine, languageTag, lineOf } from './text.ts';

/** Returns an entry of RSS, RDF or Atom. Each field names its elements in the order in which they are believed. */
export function readEntry(entry: Piece): FeedEntry {
  const links = linksOf(entry);
  const enclosures = enclosuresOf(entry, links);
  const groups = mediaGroups(entry);
  return {
    id: idOf(entry),
    title: firstLine([
      ...entry.all('title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title'),
      ...groups.flatMap((group) => group.all('media:title')),
    ]),
    link: pageOf(entry, links),
    links,
    summary: summaryOf(entry, groups),
    content: bodiesOf(entry),
    authors: peopleOf(
      entry.all(...creators(entry), 'dcterms:creator', 'itunes:author', 'googleplay:author', 'dc:author'),
    ),
    contributors: peopleOf(entry.all('contributor', 'dc:contributor', 'dcterms:contributor')),
    published: firstDate(
      entry,
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'prism:publicationdate',
      'dcterms:date',
      'created',
      'dcterms:created',
      'date',
    ),
    updated: firstDate(entry, 'updated', 'modified', 'dcterms:modified', 'lastbuilddate'),
    tags: tagsOf(entry),
    enclosures,
    comments: commentsOf(entry, links),
    source: sourceOf(entry),
    image: pictureOf(entry, groups, enclosures),
    language: languageOf(entry),
    rights: firstLine(entry.all('rights', 'copyright', 'dc:rights', 'dcterms:rights', 'media:copyright')),
  };
}

/** An author in RSS is an address before it is a name, so a creator is believed first; in Atom it is the other way round. */
function creators({ scope }: Piece): readonly string[] {
  return scope.atom ? ['author', 'dc:creator'] : ['dc:creator', 'author'];
}

/** What Media RSS wraps titles, descriptions and pictures in. */
function mediaGroups(entry: Piece): readonly Piece[] {
  const groups = entry.all('media:group');
  return [...groups, ...[entry, ...groups].flatMap((group) => group.all('media:content'))];
}

/** The id of the entry as it is written: it is compared and never resolved. */
function idOf(entry: Piece): Safe | null {
  const said = entry.all('guid', 'id', 'dc:identifier', 'dcterms:identifier').map((piece) => piece.text());
  const id = said.find((text) => text !== null) ?? entry.attribute('about');
  return id === null ? null : cleanLine(id);
}

/** The page of the entry: its link, or the guid where that is said to be, or looks like, an address. */
function pageOf(entry: Piece, links: readonly FeedLink[]): Safe | null {
  const page = pageAmong(links);
  if (page !== null) return page;
  const about = entry.attribute('about') ?? '';
  if (URL.canParse(about)) return cleanLine(about);
  const guid = entry.first('guid');
  const isAddress =
    guid?.attribute('ispermalink')?.toLowerCase() !== 'false' && /^https?:\/\/\S+$/i.test(guid?.text() ?? '');
  return isAddress ? addressOf(guid) : null;
}

function summaryOf(entry: Piece, groups: readonly Piece[]): Body | null {
  const said = [
    ...entry.all(
      'description',
      'summary',
      'dc:description',
      'dcterms:abstract',
      'dcterms:description',
      'itunes:summary',
    ),
    ...entry.all('googleplay:description', 'media:description', 'itunes:subtitle'),
    ...groups.flatMap((group) => group.all('media:description')),
  ];
  return first(said.map((piece) => () => bodyOf(piece)));
}

function bodiesOf(entry: Piece): readonly Body[] {
  const said = [
    ...entry.all('content:encoded').map((piece) => bodyOf(piece, true)),
    ...entry.all('content', 'body', 'xhtml:body', 'xhtml:div', 'fullitem').map((piece) => bodyOf(piece)),
  ];
  return said.filter((body) => body !== null);
}

function first<T>(attempts: readonly (() => T | null)[]): T | null {
  for (const attempt of attempts) {
    const value = attempt();
    if (value !== null) return value;
  }
  return null;
}

function commentsOf(entry: Piece, links: readonly FeedLink[]): Safe | null {
  const replies = links.find(({ rel, type }) => rel === 'replies' && (type === null || /html/i.test(type)));
  return addressOf(entry.first('comments')) ?? replies?.href ?? null;
}

function sourceOf(entry: Piece): Origin | null {
  const source = entry.joined('source') ?? entry.first('dc:source');
  if (!source) return null;
  if (source.element.children.some((node) => typeof node !== 'string')) return origin(source);
  const link = addressOf(source.attribute('url') === null ? null : source);
  return { ...origin(source), title: lineOf(source), link };
}

const isPicture = ({ type, url }: Enclosure): boolean =>
  type === null ? /\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(url) : type.startsWith('image/');

/** The picture of the entry: one that is meant for it, or the first file that is a picture. */
function pictureOf(entry: Piece, groups: readonly Piece[], enclosures: readonly Enclosure[]): Safe | null {
  const everywhere = [entry, ...groups];
  const picture = entry.first('image');
  const drawn = everywhere
    .flatMap((piece) => piece.all('media:content'))
    .find((piece) => piece.attribute('medium') === 'image');
  return (
    addressOf(
      entry.first('itunes:image', 'googleplay:image'),
      ...everywhere.flatMap((piece) => piece.all('media:thumbnail')),
      picture?.first('url') ?? picture,
      drawn ?? null,
    ) ??
    enclosures.find(isPicture)?.url ??
    null
  );
}

function languageOf(entry: Piece): Safe | null {
  const said = firstLine(entry.all('language', 'dc:language', 'dcterms:language'));
  return languageTag(said ?? entry.element.attributes.get('xml:lang') ?? '');
}
