import { join, say, type Safe } from '../../text/index.ts';
import type { Instant, Moment, Story } from '../../news/index.ts';
import { shortDate } from '../dates.ts';
import type { World } from '../world.ts';

/** Returns how large a story is and what is new in it: "9 articles by 3 publishers · 2 new". */
export function storyWords(story: Pick<Story, 'articles' | 'publishers' | 'fresh'>, world: World): Safe {
  const size = say`${counted(story.articles, say`article`)} by ${counted(story.publishers, say`publisher`)}`;
  return join([size, ...freshWords(story)], say` ${world.signs.dot} `);
}

/** Returns the same as short as it can be told, for the row of a list: "4 sources · 9 articles · 3 new". */
export function storyParts(story: Pick<Story, 'articles' | 'publishers' | 'fresh'>): readonly Safe[] {
  return [counted(story.publishers, say`source`), counted(story.articles, say`article`), ...freshWords(story)];
}

/** Returns what is new in a story since it was last looked at. */
function freshWords({ fresh }: Pick<Story, 'fresh'>): readonly Safe[] {
  return fresh > 0 ? [say`${fresh} new`] : [];
}

function counted(count: number, one: Safe): Safe {
  return count === 1 ? say`1 ${one}` : say`${count} ${one}s`;
}

/** Returns from when to when a story was told of: "12 Apr – 21 Apr". */
export function spanWords(from: Instant | null, until: Instant | null, world: World): Safe {
  if (from === null || until === null) return say``;
  const [first, last] = [shortDate(from, world), shortDate(until, world)];
  return first === last ? first : say`${first} – ${last}`;
}

const because: { readonly [why in Moment['because']]?: Safe } = {
  pinned: say`put here by you`,
  linked: say`linked from the story`,
  like: say`much like it`,
};

/** Returns why an article stands in the timeline, where it is not simply of the story. */
export function becauseWords(moment: Moment): readonly Safe[] {
  const why = because[moment.because];
  return why ? [why] : [];
}
