import { cleanLine, type Safe } from '../text/index.ts';
import { firstDate } from './dates.ts';
import type { Feed, FeedImage, Format, Origin } from './feed.ts';
import { addressOf, linksOf, pageAmong, tagsOf } from './links.ts';
import { peopleOf } from './people.ts';
import type { Piece } from './piece.ts';
import { firstLine, languageTag } from './text.ts';

const subtitles = [
  'description',
  'subtitle',
  'tagline',
  'dc:description',
  'itunes:subtitle',
  'itunes:summary',
  'googleplay:description',
];

/** Returns what a feed of RSS, RDF or Atom says about itself. Each field names its elements in the order in which they are believed. */
export function readChannel(channel: Piece, format: Format): Omit<Feed, 'entries'> {
  return {
    ...origin(channel),
    format,
    language: languageOf(channel),
    published: firstDate(channel, 'pubdate', 'published', 'issued', 'dcterms:issued', 'created', 'dcterms:created'),
    ttl: ttlOf(channel),
    ...rests(channel),
  };
}

/** Returns what identifies a feed: of this one, or of the one that an entry was taken from. */
export function origin(channel: Piece): Origin {
  const links = linksOf(channel);
  return {
    id: idOf(channel),
    title: firstLine(channel.all('title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title')),
    subtitle: firstLine(channel.all(...subtitles, 'dcterms:abstract', 'media:description')),
    link: pageAmong(links),
    links,
    updated: firstDate(channel, 'updated', 'lastbuilddate', 'modified', 'dcterms:modified', 'dc:date', 'dcterms:date'),
    authors: peopleOf([
      ...channel.all('author', 'managingeditor', 'dc:creator', 'dc:author', 'dcterms:creator'),
      ...channel.all('itunes:author', 'googleplay:author', 'itunes:owner', 'dc:publisher'),
    ]),
    contributors: peopleOf(channel.all('contributor', 'webmaster', 'dc:contributor', 'dcterms:contributor')),
    image: imageOf(channel),
    icon: addressOf(channel.first('icon', 'webfeeds:icon')),
    tags: tagsOf(channel),
    rights: firstLine(channel.all('rights', 'copyright', 'dc:rights', 'dcterms:rights', 'media:copyright')),
    generator: firstLine(channel.all('generator')),
  };
}

function idOf(channel: Piece): Safe | null {
  const id = channel.first('id', 'guid', 'dc:identifier')?.text() ?? channel.attribute('about');
  return id === null ? null : cleanLine(id);
}

function languageOf(channel: Piece): Safe | null {
  const said = firstLine(channel.all('language', 'dc:language', 'dcterms:language'));
  return languageTag(said ?? channel.scope.language ?? '');
}

function imageOf(channel: Piece): FeedImage | null {
  const image = channel.all('image').find((piece) => piece.first('url')) ?? channel.first('image');
  const url = addressOf(
    image?.first('url') ?? null,
    image,
    channel.first('logo'),
    channel.first('itunes:image', 'googleplay:image', 'webfeeds:cover', 'webfeeds:logo', 'media:thumbnail'),
  );
  if (url === null) return null;
  return { url, title: image ? firstLine(image.all('title')) : null, link: addressOf(image?.first('link') ?? null) };
}

const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Minutes: of RSS, or as the syndication module counts them. */
function ttlOf(channel: Piece): number | null {
  const minutes = Number(channel.first('ttl')?.text() ?? Number.NaN);
  if (Number.isFinite(minutes) && minutes > 0) return Math.round(minutes);
  const period = periods[channel.first('sy:updateperiod')?.text()?.toLowerCase() ?? ''];
  if (period === undefined) return null;
  return Math.round(period / Math.max(1, Number(channel.first('sy:updatefrequency')?.text() ?? 1) || 1));
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** When not to fetch: https://www.rssboard.org/skip-hours-days. Midnight is hour 0; some count it as the 24th. */
function rests(channel: Piece): Pick<Feed, 'skipHours' | 'skipDays'> {
  const hours = within(channel, 'skiphours', 'hour').filter((text) => /^\d{1,2}$/.test(text));
  const skipDays = within(channel, 'skipdays', 'day').map((name) => days.indexOf(name.toLowerCase()));
  return {
    skipHours: distinct(hours.map((hour) => Number(hour) % 24)),
    skipDays: distinct(skipDays.filter((day) => day >= 0)),
  };
}

function within(channel: Piece, outer: string, inner: string): readonly string[] {
  return channel.all(outer).flatMap((piece) => piece.all(inner).flatMap((one) => one.text() ?? []));
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)];
