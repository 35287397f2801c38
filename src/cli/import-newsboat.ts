import { judgeAddress } from '../address/index.ts';
import type { CarriedFeed } from '../exchange/index.ts';
import { say, type Safe } from '../text/index.ts';
import { addressKey, type Instant, type Source } from '../news/index.ts';
import { entryKeys, type Feed, type FeedEntry } from '../feeds/index.ts';
import { readNewsboat, type Library } from '../library/index.ts';
import { headlineEntry } from './headline-entry.ts';
import { nothingImported, type Imported } from './imported.ts';
import { keepFeeds } from './keep-feeds.ts';
import { markFor } from './keep-pages.ts';
import type { Location } from './location.ts';
import { setMarks } from './state.ts';
import type { Complaint, Context } from './verb.ts';

type NewsboatCache = NonNullable<ReturnType<typeof readNewsboat>['value']>;
type NewsboatArticle = NewsboatCache['articles'][number];

/**
 * Carries over newsboat's cache: its feeds, the headlines of its articles, and what was read and flagged. The text of an article
 * comes with its feed, or when it is opened.
 */
export async function importNewsboat({ path, name: file }: Location, context: Context): Promise<Imported> {
  const { value, problems } = readNewsboat(path);
  if (!value) return { ...nothingImported, problems };
  const library = await context.library();
  const [feeds, others] = onTheWeb(value.feeds);
  const addresses = new Set(feeds.map(({ address }) => address));
  const articles = value.articles.filter(({ feed }) => addresses.has(feed));
  const kept = library.together(() => keepAll(feeds, articles, context.now(), library, file));
  const left = others.map(({ address }): Complaint => {
    const detail = say`left out with its articles, as it is no feed of the web`;
    return { kind: 'address', where: address, detail };
  });
  const counts = {
    feeds: { all: feeds.length, new: kept.feeds.added },
    articles: { all: articles.length, new: kept.added },
  };
  return {
    ...nothingImported,
    marked: kept.marked,
    carried: [{ file, format: say`newsboat’s articles`, ...counts, lists: [] }],
    problems: [...problems, ...left, ...kept.feeds.problems],
    remarks: kept.feeds.remarks,
  };
}

type NewsboatFeed = NewsboatCache['feeds'][number];

/** Returns the feeds that can be asked for news, and the others: what a program makes, and files. */
function onTheWeb(feeds: readonly NewsboatFeed[]): readonly [readonly CarriedFeed[], readonly NewsboatFeed[]] {
  const isWeb = ({ address }: NewsboatFeed) => judgeAddress(address).verdict !== 'refused';
  const carried = feeds.filter(isWeb).map(({ address, title }) => ({ address, name: title || null, tags: [] }));
  return [carried, feeds.filter((feed) => !isWeb(feed))];
}

function keepAll(
  carried: readonly CarriedFeed[],
  articles: readonly NewsboatArticle[],
  at: Instant,
  library: Library,
  file: Safe,
) {
  const feeds = keepFeeds(carried, library, file);
  const added = fileArticles(articles, at, library);
  const marks = articles.flatMap(({ address, read, bookmarked }) =>
    address === null ? [] : (markFor({ address, read, bookmarked, tags: [] }, library) ?? []),
  );
  return { feeds, added, marked: setMarks(library, marks, at) };
}

/** Files the articles that are not here, each under its feed, and returns how many they are. */
function fileArticles(articles: readonly NewsboatArticle[], at: Instant, library: Library): number {
  const sources = new Map(library.sources().map((source) => [addressKey(source.location), source]));
  let added = 0;
  for (const [feed, own] of Map.groupBy(articles, (article) => article.feed)) {
    const source = sources.get(addressKey(feed));
    if (source) added += fileUnder(source, own, at, library);
  }
  return added;
}

function fileUnder(source: Source, own: readonly NewsboatArticle[], at: Instant, library: Library): number {
  const missing = own.filter(({ address }) => address === null || library.articleWithAddress(address) === null);
  const keys = entryKeys(feedOf(source, missing));
  const entries = missing.map(({ title, address, author, published }, index) =>
    headlineEntry({ title, address, byline: author, published, keys: keys[index]! }),
  );
  return library.file(source.id, entries, at).added.length;
}

/** Returns the articles as the entries of their feed, so that they are known by the same keys when it is fetched. */
function feedOf({ name }: Source, articles: readonly NewsboatArticle[]): Feed {
  const nothing = {
    id: null,
    links: [],
    language: null,
    updated: null,
    rights: null,
    authors: [],
    contributors: [],
    tags: [],
    image: null,
  };
  const entries = articles.map(({ guid, title, address, published }): FeedEntry => ({
    ...nothing,
    id: guid,
    title,
    link: address,
    summary: null,
    content: [],
    published,
    enclosures: [],
    comments: null,
    source: null,
  }));
  const about = {
    subtitle: null,
    link: null,
    published: null,
    icon: null,
    generator: null,
    ttl: null,
    skipHours: [],
    skipDays: [],
  };
  return { ...nothing, ...about, format: 'rss', title: name, entries };
}
