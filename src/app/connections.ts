import { say } from '../text/index.ts';
import type { ArticleId, Headline, Instant, Story, Timeline } from '../news/index.ts';
import type { Effect, Message } from '../loop/index.ts';
import type { Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';

/** How articles are connected, and what the reader has to do with their stories. */
export type Connections = Pick<Library, 'storiesOf' | 'storyOf' | 'followedStories' | 'lookedAt' | 'pin'> &
  Pick<Desk, 'follow' | 'surroundings' | 'timeline' | 'neighbourhood' | 'changes'>;

/** Returns what the library keeps of connections and the desk finds out about them. */
export function connectionsOf(library: Library, desk: Desk): Connections {
  return {
    storiesOf: (articles) => library.storiesOf(articles),
    storyOf: (article) => library.storyOf(article),
    followedStories: () => library.followedStories(),
    follow: (...asked) => desk.follow(...asked),
    lookedAt: (...asked) => library.lookedAt(...asked),
    pin: (...asked) => library.pin(...asked),
    surroundings: (article) => desk.surroundings(article),
    timeline: (story) => desk.timeline(story),
    neighbourhood: (article) => desk.neighbourhood(article),
    changes: (article) => desk.changes(article),
  };
}

type Connecting = Extract<
  Effect,
  { type: 'lookAround' | 'gatherStory' | 'offerStories' | 'followStory' | 'pin' | 'mapOut' | 'compare' }
>;

/** Does what a turn asked for about connections. */
export function connect(effect: Connecting, connections: Connections, now: Instant): readonly Message[] {
  const { article } = effect;
  switch (effect.type) {
    case 'lookAround': {
      const then = effect.then ? { then: effect.then } : {};
      return [{ type: 'aroundArrived', article, around: connections.surroundings(article), ...then }];
    }
    case 'gatherStory':
      return [{ type: 'timelineArrived', article, timeline: gathered(effect, connections, now) }];
    case 'followStory':
      return followed(article, connections, now);
    case 'offerStories':
      return [{ type: 'storiesOffered', article, stories: connections.followedStories() }];
    case 'pin':
      connections.pin(article, effect.story, effect.belongs ? 'into' : 'out of');
      return [{ type: 'libraryChanged' }];
    case 'mapOut':
      return [{ type: 'mapArrived', map: connections.neighbourhood(article) }];
    case 'compare':
      return [{ type: 'changesArrived', article, changes: connections.changes(article) }];
  }
}

/** What is new is told this once: the next time it was looked at. */
function gathered(
  { article, seen }: Extract<Effect, { type: 'gatherStory' }>,
  connections: Connections,
  now: Instant,
): Timeline | null {
  const story = connections.storyOf(article);
  const timeline = story && connections.timeline(story.id);
  if (story && seen) connections.lookedAt(story.id, now);
  return timeline && timeline.moments.length > 1 ? timeline : null;
}

function followed(article: ArticleId, connections: Connections, now: Instant): readonly Message[] {
  const story = connections.storyOf(article);
  if (!story)
    return [{ type: 'told', words: say`This article was only just taken in. Its story is known in a moment.` }];
  const wanted = !story.followed;
  connections.follow(story.id, wanted, now);
  const words = wanted
    ? say`Following what comes of this story · F ends it`
    : say`The story is no longer followed · F follows it again`;
  return [{ type: 'libraryChanged' }, { type: 'told', words }];
}

/** Returns the stories of the rows of a list. */
export function storiesOfRows(rows: readonly Headline[], connections: Connections): ReadonlyMap<ArticleId, Story> {
  return rows.length === 0 ? new Map() : connections.storiesOf(rows.map(({ id }) => id));
}
