import type { ArticleId, Headline, Moment, Related, Timeline } from '../../news/index.ts';
import type { Next } from '../../loop/index.ts';

/** A story: its background, then its articles from the oldest. */
export interface StoryScreen {
  readonly screen: 'story';
  /** The article whose story it is. */
  readonly article: ArticleId;
  /** Null until it was gathered; and `gathered` without one when the article stands alone. */
  readonly timeline: Timeline | null;
  readonly gathered: boolean;
  /** Indices among the entries: the background first, then the articles. */
  readonly selected: number;
  readonly top: number;
}

/** A row of the story that can be chosen. */
export type Entry =
  | { readonly type: 'background'; readonly related: Related }
  | { readonly type: 'moment'; readonly moment: Moment };

export function openStory(article: ArticleId): Next<StoryScreen> {
  const state: StoryScreen = { screen: 'story', article, timeline: null, gathered: false, selected: 0, top: 0 };
  return [state, { type: 'gatherStory', article, seen: true }];
}

export function entriesOf({ timeline }: StoryScreen): readonly Entry[] {
  if (!timeline) return [];
  return [
    ...timeline.background.map((related): Entry => ({ type: 'background', related })),
    ...timeline.moments.map((moment): Entry => ({ type: 'moment', moment })),
  ];
}

export function headlineOf(entry: Entry): Headline {
  return entry.type === 'background' ? entry.related.headline : entry.moment.headline;
}

export function selectedHeadline(state: StoryScreen): Headline | null {
  const entry = entriesOf(state)[state.selected];
  return entry ? headlineOf(entry) : null;
}

/**
 * Returns the state with what was gathered. At first the oldest article is selected that is new to the reader, or else the one
 * from which the story was opened; afterwards the same article as before.
 */
export function gathered(state: StoryScreen, timeline: Timeline | null): StoryScreen {
  const next: StoryScreen = { ...state, timeline, gathered: true };
  const entries = entriesOf(next);
  const wanted = state.gathered ? (selectedHeadline(state)?.id ?? null) : firstWanted(state, timeline);
  const index = entries.findIndex((entry) => headlineOf(entry).id === wanted);
  return { ...next, selected: Math.max(0, index === -1 ? Math.min(state.selected, entries.length - 1) : index) };
}

function firstWanted({ article }: StoryScreen, timeline: Timeline | null): ArticleId {
  return timeline?.moments.find(({ fresh }) => fresh)?.headline.id ?? article;
}
