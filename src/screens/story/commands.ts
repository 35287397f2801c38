import { say } from '../../text/index.ts';
import type { Command, Next } from '../../loop/index.ts';
import { connectingCommands } from '../connecting.ts';
import { articlesOnPage } from '../headlines/layout.ts';
import { leaveCommand } from '../leaving.ts';
import { articleCommands } from '../marking.ts';
import { movingCommands } from '../moving.ts';
import type { World } from '../world.ts';
import { entriesOf, selectedHeadline, type StoryScreen } from './state.ts';
import { moveTo, openSelected } from './update.ts';

type Row = Command<StoryScreen, World>;

/** The story is open, and followed as a whole. */
const ownIds = new Set(['article.story', 'article.followStory']);

export const storyCommands: readonly Row[] = [
  {
    id: 'article.open',
    title: say`Read`,
    short: say`read`,
    hint: say`Open the selected article; leaving it leads back to the story.`,
    keys: ['enter', 'l', 'right'],
    group: 'Move',
    prominence: 'footer',
    unavailable: (state) => (selectedHeadline(state) ? null : say`No article is selected.`),
    run: openSelected,
  },
  {
    id: 'article.followStory',
    title: say`Follow the story`,
    short: say`follow`,
    hint: say`Have new articles of this story marked and told of, or no more.`,
    keys: ['F'],
    group: 'State',
    prominence: 'footer',
    run: (state) => [state, { type: 'followStory', article: state.article }],
  },
  {
    id: 'story.takeOut',
    title: say`Take out of the story`,
    short: say`take out`,
    hint: say`This article does not belong to the story.`,
    keys: ['x'],
    group: 'State',
    prominence: 'footer',
    unavailable: (state) => (selectedMoment(state) ? null : say`No article of the story is selected.`),
    run: takeOut,
  },
  leaveCommand(),
  ...connectingCommands<StoryScreen>(selectedHeadline).filter(({ id }) => !ownIds.has(id)),
  ...articleCommands<StoryScreen>(selectedHeadline, () => null),
  ...movingCommands<StoryScreen>({
    at: (state) => state.selected,
    count: (state) => entriesOf(state).length,
    page: (_, world) => articlesOnPage(world),
    to: moveTo,
  }),
];

function selectedMoment(state: StoryScreen) {
  const entry = entriesOf(state)[state.selected];
  return entry?.type === 'moment' ? entry.moment : null;
}

function takeOut(state: StoryScreen): Next<StoryScreen> {
  const moment = selectedMoment(state);
  const story = state.timeline?.story;
  if (!moment || !story) return [state];
  const back = { type: 'pin', article: moment.headline.id, story: story.id, belongs: true } as const;
  return [
    state,
    { type: 'pin', article: moment.headline.id, story: story.id, belongs: false },
    { type: 'gatherStory', article: state.article },
    {
      type: 'tell',
      words: say`Taken out of the story · u puts it back`,
      stays: true,
      offer: { command: 'program.undo', effects: [back, { type: 'gatherStory', article: state.article }] },
    },
  ];
}
