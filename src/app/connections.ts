import { say } from '../text/index.ts';
import type { ArticleId, Instant, Surroundings, Timeline } from '../news/index.ts';
import type { Effect, Message } from '../loop/index.ts';
import type { Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';

/** How articles are connected, and what the reader has to do with their stories. */
export type Connections = Pick<Library, 'storyOf' | 'followedStories' | 'lookedAt' | 'pin'> &
  Pick<Desk, 'follow' | 'surroundings' | 'timeline' | 'neighbourhood' | 'changes'>;

/** Answers what is asked about connections. The desk is opened when it is first needed: the first frame asks nothing of it. */
export interface Scout {
  /** Does what a turn asked for: at once where the desk is open, else what came of it is sent. */
  perform(effect: Connecting): readonly Message[];
  /** Returns what stands around an article; null as long as the desk is not open. */
  around(article: ArticleId): Surroundings | null;
}

/** Returns who answers what is asked about connections. */
export function openScout(
  library: Library,
  open: () => Promise<Desk>,
  send: (message: Message) => void,
  ending: AbortSignal,
): Scout {
  let known: Connections | null = null;
  const opened = async (): Promise<Connections> => (known ??= connectionsOf(library, await open()));
  const later = async (effect: Connecting): Promise<void> => {
    const connections = await opened();
    if (!ending.aborted) connect(effect, connections, Date.now()).forEach(send);
  };
  return {
    perform: (effect) => {
      if (known) return connect(effect, known, Date.now());
      void later(effect);
      return [];
    },
    around: (article) => known?.surroundings(article) ?? null,
  };
}

function connectionsOf(library: Library, desk: Desk): Connections {
  return {
    storyOf: (article) => library.storyOf(article),
    followedStories: () => library.followedStories(),
    lookedAt: (...asked) => library.lookedAt(...asked),
    pin: (...asked) => library.pin(...asked),
    follow: (...asked) => desk.follow(...asked),
    surroundings: (article) => desk.surroundings(article),
    timeline: (story) => desk.timeline(story),
    neighbourhood: (article) => desk.neighbourhood(article),
    changes: (article) => desk.changes(article),
  };
}

/** The effects that are about connections. */
export type Connecting = Extract<
  Effect,
  { type: 'lookAround' | 'gatherStory' | 'offerStories' | 'followStory' | 'pin' | 'mapOut' | 'compare' }
>;

/** Does what a turn asked for about connections. */
export function connect(effect: Connecting, connections: Connections, now: Instant): readonly Message[] {
  const { article } = effect;
  switch (effect.type) {
    case 'lookAround': {
      const asked = effect.asked ? { asked: effect.asked } : {};
      return [{ type: 'aroundArrived', article, around: connections.surroundings(article), ...asked }];
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
