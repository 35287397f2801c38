import { neutral, type Feed, type FeedEntry } from '../../feeds/index.ts';
import type { FeedInspection } from '../../desk/index.ts';
import { say } from '../../text/index.ts';
import { iso } from '../records.ts';
import type { Context, Paint } from '../verb.ts';
import { wrapWords } from '../wrap.ts';
import { fieldLines } from './fields.ts';
import type { Telling } from './telling.ts';

/** Tells of a feed: what it says of itself, and its entries. */
export function tellFeed({ format, feed, why }: FeedInspection, context: Context): Telling {
  return {
    data: { format, found: feed && neutral(feed), why },
    nothing: feed === null,
    text: (width, paint) => [
      ...why.flatMap((sentence) => wrapWords(sentence, width, '')),
      ...(feed
        ? ['', ...aboutFeed(feed, width, paint), ...feed.entries.flatMap(entryLines(context, width, paint))]
        : []),
    ],
  };
}

function aboutFeed(feed: Feed, width: number | null, paint: Paint): readonly string[] {
  const { title, subtitle, link: site, language, authors, updated } = feed;
  const byline = authors.map(({ name }) => name).filter(Boolean);
  return fieldLines({ title, subtitle, site, language, byline, updated: iso(updated) }, width, paint);
}

/** An entry has its day and title on the first line, and where it is on the second. */
function entryLines(context: Context, width: number | null, paint: Paint) {
  return ({ title, link, published, updated }: FeedEntry): readonly string[] => {
    const instant = published ?? updated;
    const day = instant === null ? say`no date   ` : context.day(instant, 'short');
    const heading = `${paint('quiet', day)}  ${paint('strong', title ?? say`(no title)`)}`;
    return ['', ...wrapWords(heading, width, ''), ...wrapWords(link ?? '', width, '            ')];
  };
}
