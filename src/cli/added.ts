import type { Safe } from '../text/index.ts';
import type { Headline, Source } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Offered } from './offers.ts';
import type { Taking } from './takings.ts';
import type { Complaint, Context } from './verb.ts';

/** What the options say of what is added. */
export interface Wish {
  readonly name: Safe | null;
  readonly tags: readonly Safe[];
  readonly whole: boolean;
  /** Of the feeds that a page offers: all of them, the one of this number, or the page itself in their place. */
  readonly of: 'all' | 'page' | number | null;
}

/** What was added. */
export interface Added {
  readonly takings: readonly Taking[];
  readonly articles: readonly Headline[];
  readonly offers: readonly Offered[];
  readonly problems: readonly Complaint[];
}

/** What adds nothing. */
export const nothingAdded: Added = { takings: [], articles: [], offers: [], problems: [] };

/** Returns the tags that a source has and those that were asked for, if any was. */
export function tagsFor(source: Source | undefined, { tags }: Wish): Partial<Pick<Source, 'tags'>> {
  return tags.length === 0 ? {} : { tags: [...new Set([...(source?.tags ?? []), ...tags])] };
}

/** Gives the tags that were asked for to articles that were added by themselves. */
export function tagged(
  articles: readonly Headline[],
  wish: Wish,
  library: Library,
  context: Context,
): readonly Headline[] {
  if (wish.tags.length === 0) return articles;
  for (const { id, status } of articles) {
    library.mark([id], { tags: [...new Set([...status.tags, ...wish.tags])] }, context.now());
  }
  return library.headlinesOf(articles.map(({ id }) => id));
}
