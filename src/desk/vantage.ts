import type {
  ArticleId,
  Comparison,
  Instant,
  Neighbourhood,
  SourceId,
  Story,
  StoryId,
  Surroundings,
  Timeline,
} from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { changesOf } from './changes.ts';
import { neighbourhood } from './neighbourhood.ts';
import { surroundings, type Sight } from './surroundings.ts';
import { follow, timeline } from './timeline.ts';

/** Sees how articles are connected, each answer at once and in bounded time. */
export interface Vantage {
  /** What stands around an article beyond its own links, and why. Of one that is not connected yet as well. */
  surroundings(article: ArticleId): Surroundings;
  /** The story of an article, also when it is alone in it, so that it can be followed; null when it is not connected yet. */
  storyOf(article: ArticleId): Story | null;
  /** A story as it is read; null when it has no articles any more. */
  timeline(story: StoryId): Timeline | null;
  /** Follows a story or no longer: what comes of it from now on is fresh. */
  follow(story: StoryId, followed: boolean, at: Instant): void;
  /** What lies around an article, two steps out. */
  neighbourhood(article: ArticleId): Neighbourhood;
  /** How its source changed the article, word by word, the last change first. */
  changes(article: ArticleId): readonly Comparison[];
}

/** Returns who sees that. Articles of sources that stand apart, as those of the guide do, have nothing around them. */
export function vantageOn(library: Library, isApart: (source: SourceId) => boolean): Vantage {
  const sight: Sight = { library, isApart };
  const still = <Result>(work: () => Result): Result => library.connections.still(work);
  return {
    surroundings: (article) => still(() => surroundings(sight, article)),
    storyOf: (article) => library.storyOf(article),
    timeline: (story) => still(() => timeline(library, story)),
    follow: (story, followed, at) => follow(library, story, followed, at),
    neighbourhood: (article) => still(() => neighbourhood(sight, article)),
    changes: (article) => changesOf(library, article),
  };
}
