import { plainText } from '../../prose/index.ts';
import { isoOf } from './dates.ts';
import type { WebPage } from './page.ts';
import { writeBlocks } from './write.ts';

/** A page in words of no one reader: plain text and safe HTML, dates as ISO 8601. */
export interface NeutralPage {
  readonly title: string | null;
  readonly byline: string | null;
  readonly excerpt: string | null;
  readonly siteName: string | null;
  readonly publishedTime: string | null;
  readonly language: string | null;
  readonly leadImage: string | null;
  readonly html: string;
  readonly text: string;
}

/** What stands in a text and is none of it: pictures, links to other pieces, and words of our own. */
const beside: ReadonlySet<string> = new Set(['figure', 'alsoSee', 'notice']);

/** Returns the page for checks from outside, as other readers are compared. */
export function neutralPage(page: WebPage): NeutralPage {
  return {
    title: page.title,
    byline: page.byline,
    excerpt: page.excerpt,
    siteName: page.siteName,
    publishedTime: page.dated && isoOf(page.dated),
    language: page.language,
    leadImage: page.picture?.address ?? null,
    html: writeBlocks(page.body, page.links),
    text: plainText(page.body.filter(({ type }) => !beside.has(type))),
  };
}
