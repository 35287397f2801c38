import type { Because, Headline, Instant, Moment, Related, StoryId, Timeline } from '../news/index.ts';
import { backgroundOf, profileOf, timelineOf, type Moment as Found, type Ref } from '../related/index.ts';
import type { Library } from '../library/index.ts';
import { told } from './surroundings.ts';

/** Articles that explain a story, at most. */
const most = 5;

/** Returns a story as it is read, or null when it has no articles any more. */
export function timeline(library: Library, id: StoryId): Timeline | null {
  const { connections, index } = library;
  const story = library.story(id);
  if (!story) return null;
  const { into, outOf } = connections.pinsOf(id);
  const articles = index.members(id);
  const found = timelineOf({ articles, pinned: into, removed: outOf }, index);
  const headlines = headlinesOf(library, found);
  const fresh = new Set(connections.freshIn(id));
  const moments = found.flatMap((moment): Moment[] => {
    const headline = headlines.get(moment.card.article);
    if (!headline) return [];
    const copies = moment.copies.flatMap((copy) => headlines.get(copy) ?? []);
    return [{ headline, because: because[moment.because], fresh: fresh.has(moment.card.article), copies }];
  });
  return { story, moments, background: backgroundOfStory(library, articles) };
}

/** Follows a story or no longer. Of one that is followed, what came of it is kept together, though it be told of as another event. */
export function follow(library: Library, story: StoryId, followed: boolean, at: Instant): void {
  library.together(() => {
    library.follow(story, followed, at);
    library.connections.gather(story, followed ? developmentsOf(library, story) : []);
  });
}

/** Stories that are followed of which developments are looked for at a time, those with the latest news first. */
const mostFollowed = 50;

/** Looks for what came of the stories that are followed. */
export function gatherFollowed(library: Library): void {
  for (const { id } of library.followedStories().slice(0, mostFollowed))
    library.connections.gather(
      id,
      library.connections.still(() => developmentsOf(library, id)),
    );
}

/** Returns what stands in the timeline of a story besides its own articles. */
function developmentsOf({ connections, index }: Library, story: StoryId): readonly Ref[] {
  const { into, outOf } = connections.pinsOf(story);
  const found = timelineOf({ articles: index.members(story), pinned: into, removed: outOf }, index);
  return found.filter((moment) => moment.because !== 'seed').map(({ card }) => card.article);
}

const because = { seed: 'member', pinned: 'pinned', linked: 'linked', like: 'like' } as const satisfies Record<
  Found['because'],
  Because
>;

function headlinesOf({ connections }: Library, found: readonly Found[]): ReadonlyMap<Ref, Headline> {
  const articles = found.flatMap(({ card, copies }) => [card.article, ...copies]);
  const headlines = connections.headlines(articles);
  return new Map(articles.map((article, place) => [article, headlines[place]!]));
}

/** Returns what explains the latest article of the story, which is about where it stands now. */
function backgroundOfStory(library: Library, articles: readonly Ref[]): readonly Related[] {
  const { connections, index } = library;
  const latest = index
    .cards(articles)
    .toSorted((one, other) => (other.published ?? 0) - (one.published ?? 0) || other.article - one.article)[0];
  const text = latest && connections.read(latest.article);
  if (!text) return [];
  const subject = { ...latest, terms: profileOf(text, index).terms };
  return told(library, backgroundOf(subject, index, { limit: most }));
}
