import {
  readingMinutes,
  type Article,
  type Headline,
  type Instant,
  type Related,
  type ResolvedLink,
} from '../news/index.ts';
import { markdownOf } from './markdown.ts';

/**
 * A headline as JSON tells it. These fields are stable: some may be added, none changes its meaning.
 * Times are ISO 8601 in UTC or null, `words` counts the body, `minutes` is the time to read it, `progress` runs from 0 to 1;
 * `alsoSee` and `background` count the links of that kind, `linkedFrom` the articles here that link to this one.
 */
export function headlineRecord(headline: Headline) {
  const { id, kind, title, summary, byline, publisher, source, words, tags, status } = headline;
  return {
    id,
    kind,
    title,
    summary,
    byline,
    publisher,
    source,
    published: iso(headline.published),
    words,
    minutes: readingMinutes(words),
    tags,
    status: { read: status.read, bookmarked: status.bookmarked, progress: status.progress, tags: status.tags },
    alsoSee: headline.alsoSee,
    background: headline.background,
    linkedFrom: headline.linkedFrom,
  };
}

export type HeadlineRecord = ReturnType<typeof headlineRecord>;

/** An article as JSON tells it: its headline, and with it the body as Markdown, its links, and what links here. */
export function articleRecord(article: Article) {
  return {
    ...headlineRecord(article),
    updated: iso(article.updated),
    place: article.place,
    language: article.language,
    address: article.address,
    path: article.path,
    authorNote: article.authorNote,
    picture: article.picture,
    markdown: markdownOf(article.body, article.links),
    links: article.links.map(linkRecord),
    linkedFromArticles: article.linkedFromArticles.map(headlineRecord),
    problems: article.problems,
  };
}

/** A link as JSON tells it: `relation` is also-see, background or inline; `target` is the headline it leads to, or null; `guess` one that it may mean. */
export function linkRecord(link: ResolvedLink) {
  return {
    relation: link.relation,
    text: link.text,
    address: link.address,
    target: link.target && headlineRecord(link.target),
    guess: link.guess && headlineRecord(link.guess),
  };
}

/** What was found around an article as JSON tells it: a headline, and in `why` the reasons, the strongest first. */
export function relatedRecord({ headline, why }: Related) {
  return { ...headlineRecord(headline), why };
}

/** Returns the instant as ISO 8601 in UTC, or null when there is none or it is outside what dates can say. */
export function iso(instant: Instant | null): string | null {
  if (instant === null || Math.abs(instant) > 8.64e15) return null;
  return new Date(instant).toISOString();
}
