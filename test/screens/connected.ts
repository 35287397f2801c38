import { clean, say } from '../../src/text/index.ts';
import type { ArticleId, Headline, Story, StoryId } from '../../src/news/index.ts';
import type { Library } from '../../src/library/index.ts';
import type { Connections } from '../../src/app/connections.ts';

/** What stands in for the desk and for what the library keeps of stories. */
export type Connected = Connections & Pick<Library, 'storiesOf'>;

/** Nothing has to do with anything. */
export const unconnected: Connected = {
  surroundings: () => ({ background: [], related: [], story: null }),
  storiesOf: () => new Map(),
  storyOf: () => null,
  timeline: () => null,
  followedStories: () => [],
  neighbourhood: (article) => ({ article, neighbours: [] }),
  changes: () => [],
  follow: () => {},
  lookedAt: () => {},
  pin: () => {},
};

const number = 7 as StoryId;

/** What the news of a small town has to do with one another, said here and not found: the bridge is a story, and the ferries are of it. */
export function townNews(library: Library): Connected & { readonly looked: number[] } {
  const looked: number[] = [];
  const of = (id: string): Headline => library.headlinesOf([id as ArticleId])[0]!;
  const [bridge, ferries, museum, cables] = ['harbour-bridge', 'ferries', 'museum', 'how-cable-bridges-work'];
  let followed = false;
  const removed = new Set<ArticleId>();
  const story = (): Story => ({
    id: number,
    name: of(bridge).title,
    articles: 3 - removed.size,
    publishers: 2,
    unread: 3,
    fresh: looked.length > 0 ? 0 : 1,
    latest: of(bridge).published,
    followed,
  });
  const background = [
    { headline: of(cables), why: [say`both name cables and the harbour bridge`] },
    { headline: of(museum), why: [say`both tell of the plans of the bridge`] },
  ];
  return {
    ...unconnected,
    looked,
    surroundings: () => ({
      background,
      related: [{ headline: of(museum), why: [say`both name Harbour Street`, say`four days later`] }],
      story: story(),
    }),
    storiesOf: (articles) =>
      new Map(articles.filter((id) => id === bridge || id === ferries).map((id) => [id, story()])),
    storyOf: (article) => (article === museum ? null : story()),
    timeline: () => ({
      story: story(),
      background: background.slice(0, 1),
      moments: [
        { headline: of(ferries), because: 'member' as const, fresh: false, copies: [] },
        { headline: of(museum), because: 'like' as const, fresh: false, copies: [] },
        { headline: of(bridge), because: 'member' as const, fresh: true, copies: [of(ferries)] },
      ].filter(({ headline }) => !removed.has(headline.id)),
    }),
    neighbourhood: (article) => ({
      article,
      neighbours: [
        {
          headline: of(ferries),
          via: 'links to',
          why: [],
          beyond: [{ headline: of(museum), via: 'related', why: [], beyond: [] }],
        },
        { headline: of(cables), via: 'background', why: [say`both name cables`], beyond: [] },
      ],
    }),
    changes: () => [
      {
        seen: Date.UTC(2026, 10, 19, 10),
        title: [
          { kind: 'same', text: say`Harbour bridge ` },
          { kind: 'removed', text: say`closed for a week` },
          { kind: 'added', text: say`shut for a month` },
        ],
        text: [
          { kind: 'same', text: clean(`The first paragraph is as it was.\nThe crack is `) },
          { kind: 'removed', text: say`two` },
          { kind: 'added', text: say`four` },
          { kind: 'same', text: clean(` metres long.\nThe last one is as it was, too.`) },
        ],
      },
    ],
    followedStories: () => (followed ? [story()] : []),
    follow: (_, wanted) => void (followed = wanted),
    lookedAt: (_, at) => void looked.push(at),
    pin: (article, _, how) => void (how === 'into' ? removed.delete(article) : removed.add(article)),
  };
}
