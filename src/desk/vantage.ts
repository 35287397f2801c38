import type { ArticleId, Neighbourhood, Story, StoryId, Surroundings, Timeline } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { neighbourhood } from './neighbourhood.ts';
import { surroundings } from './surroundings.ts';
import { timeline } from './timeline.ts';

/** Sees how articles are connected, each answer at once and in bounded time. */
export interface Vantage {
  /** What stands around an article beyond its own links, and why. Of one that is not connected yet as well. */
  surroundings(article: ArticleId): Surroundings;
  /** The story of an article, also when it is alone in it, so that it can be followed; null when it is not connected yet. */
  storyOf(article: ArticleId): Story | null;
  /** A story as it is read; null when it has no articles any more. */
  timeline(story: StoryId): Timeline | null;
  /** What lies around an article, two steps out. */
  neighbourhood(article: ArticleId): Neighbourhood;
}

export function vantageOn(library: Library): Vantage {
  return {
    surroundings: (article) => library.connections.still(() => surroundings(library, article)),
    storyOf: (article) => library.storyOf(article),
    timeline: (story) => library.connections.still(() => timeline(library, story)),
    neighbourhood: (article) => library.connections.still(() => neighbourhood(library, article)),
  };
}
