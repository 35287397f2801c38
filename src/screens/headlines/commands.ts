import { say, type Safe } from '../../text/index.ts';
import { smartLists, type Headline, type SmartList } from '../../news/index.ts';
import type { Choice, Command, Effect, Next } from '../../loop/index.ts';
import { connectingCommands } from '../connecting.ts';
import { articleCommands } from '../marking.ts';
import { movingCommands } from '../moving.ts';
import type { World } from '../world.ts';
import { articlesOnPage } from './layout.ts';
import { keepingCommands } from './keeping.ts';
import { headlineAt, openList, queryOf, seenFrom, selectedHeadline, type Headlines } from './state.ts';
import { moveTo, neighbour, startAgain } from './update.ts';
import { wholeListCommands } from './whole-list.ts';

type Row = Command<Headlines, World>;

const noArticle = (state: Headlines) => (selectedHeadline(state) ? null : say`No article is selected.`);

const opening: readonly Row[] = [
  {
    id: 'article.open',
    title: say`Read`,
    short: say`read`,
    hint: say`Open the selected article where you left it.`,
    keys: ['enter', 'l', 'right'],
    group: 'Move',
    prominence: 'footer',
    unavailable: noArticle,
    run: (state) => withSelected(state, (headline) => [state, openingOf(state, headline)]),
  },
  {
    id: 'article.next',
    title: say`Next article`,
    hint: say`The next article of the list.`,
    keys: ['J'],
    group: 'Move',
    prominence: 'help',
    run: (state, world) => moveTo(state, state.selected + 1, world),
  },
  {
    id: 'article.previous',
    title: say`Previous article`,
    hint: say`The article before this one in the list.`,
    keys: ['K'],
    group: 'Move',
    prominence: 'help',
    run: (state, world) => moveTo(state, state.selected - 1, world),
  },
  {
    id: 'article.nextUnread',
    title: say`Next unread`,
    hint: say`The next article that is not read yet.`,
    keys: ['n'],
    group: 'Move',
    prominence: 'help',
    run: (state, world) => toUnread(state, 1, world),
  },
  {
    id: 'article.previousUnread',
    title: say`Previous unread`,
    hint: say`The last unread article above.`,
    keys: ['N'],
    group: 'Move',
    prominence: 'help',
    run: (state, world) => toUnread(state, -1, world),
  },
];

const marking: readonly Row[] = [
  {
    id: 'list.markReadToHere',
    title: say`Mark read up to here`,
    hint: say`Mark this article and all above it in the list as read. u takes it back.`,
    keys: ['M'],
    group: 'State',
    prominence: 'help',
    unavailable: noArticle,
    run: (state) =>
      withSelected(state, (headline) => [
        state,
        { type: 'markAbove', query: queryOf(state), headline, mark: { read: 'read' }, first: seenFrom(state) },
      ]),
  },
  ...wholeListCommands,
];

/** The digits that are left for the reader's own lists. */
const ownDigits = ['7', '8', '9'].slice(Math.max(0, smartLists.length - 6));

const lists: readonly Row[] = [
  {
    id: 'list.filter',
    title: say`Filter`,
    short: say`filter`,
    hint: say`Show only articles with the words you type, or a query such as is:unread tag:trade. Tab completes.`,
    keys: ['/'],
    group: 'Find',
    prominence: 'footer',
    run: (state) => [
      state,
      { type: 'open', opening: { screen: 'prompt', purpose: 'filter', label: say`Filter`, text: state.filter } },
    ],
  },
  {
    id: 'list.sort',
    title: say`Sort`,
    hint: say`Choose the order of the list.`,
    keys: ['S'],
    group: 'Lists',
    prominence: 'help',
    run: (state) => [
      state,
      {
        type: 'open',
        opening: {
          screen: 'chooser',
          purpose: 'sort',
          title: say`Sort by`,
          choices: sortChoices,
          selected: sorts.findIndex(([sort]) => sort === state.sort),
        },
      },
    ],
  },
  {
    id: 'list.fold',
    title: say`One line a story`,
    short: say`by story`,
    hint: say`Show one line for all articles on the same event, or every article again. Enter opens the story.`,
    keys: ['c'],
    group: 'Lists',
    prominence: 'help',
    run: fold,
  },
  {
    id: 'list.preview',
    title: say`Preview beside the list`,
    hint: say`Show or hide the preview of the selected article on a wide screen.`,
    keys: ['v'],
    group: 'View',
    prominence: 'help',
    run: (state, world) => [state, { type: 'set', setting: 'preview', value: world.preview ? 'off' : 'auto' }],
  },
  {
    id: 'article.linkedFrom',
    title: say`Linked from`,
    hint: say`List the articles that link to this one.`,
    keys: ['B'],
    group: 'Links',
    prominence: 'help',
    unavailable: (state) =>
      (selectedHeadline(state)?.linkedFrom ?? 0) > 0 ? null : say`Nothing here links to this article.`,
    run: (state) => withSelected(state, (headline) => openAsList(state, headline)),
  },
  ...smartLists.map((list, index): Row => ({
    id: `list.${list.id}`,
    title: list.name,
    hint: say`Show the list ${list.name}.`,
    keys: [String(index + 1)],
    group: 'Lists',
    prominence: 'help',
    run: (state) => [state, { type: 'open', opening: { screen: 'headlines', list } }],
  })),
  ...ownDigits.map((digit, index): Row => ({
    id: `list.own${index + 1}`,
    title: say`Your list ${index + 1}`,
    hint: say`Show the list of your own that stands behind this digit.`,
    keys: [digit],
    group: 'Lists',
    prominence: 'help',
    unavailable: (_, world) =>
      ownList(world, index) ? null : say`No list of yours stands here yet. + keeps what you see as one.`,
    run: (state, world) => {
      const list = ownList(world, index);
      return list ? [state, { type: 'open', opening: { screen: 'headlines', list } }] : [state];
    },
  })),
  {
    id: 'screen.leave',
    title: say`Out`,
    hint: say`Out one level: ends the filter, or goes back to the list before.`,
    keys: ['esc', 'h', 'left'],
    group: 'Move',
    prominence: 'help',
    unavailable: (state, world) =>
      state.filter !== '' || world.depth > 1 ? null : say`This is the first list. q quits.`,
    run: (state) => leave(state),
  },
  {
    id: 'screen.leaveOrQuit',
    title: say`Out or quit`,
    hint: say`Out one level; in the first list it quits.`,
    keys: ['q'],
    group: 'Move',
    prominence: 'help',
    run: (state) => (state.filter === '' ? [state, { type: 'leave', orQuit: true }] : leave(state)),
  },
];

/** Behind the lists that every reader has, up to nine. */
function ownList(world: World, index: number): SmartList | undefined {
  return world.lists[smartLists.length + index];
}

const sorts = [
  ['newest', say`Newest first`],
  ['oldest', say`Oldest first`],
  ['title', say`Title`],
  ['publisher', say`Publisher`],
  ['longest', say`Longest first`],
  ['shortest', say`Shortest first`],
  ['recently-read', say`Most recently read`],
] as const;

const sortChoices: readonly Choice[] = sorts.map(([sort, label]) => ({
  label,
  detail: null,
  effects: [{ type: 'send', message: { type: 'chosen', purpose: 'sort', value: sort } }],
}));

export const headlinesCommands: readonly Row[] = [
  ...opening,
  ...articleCommands<Headlines>(selectedHeadline, () => null),
  ...connectingCommands<Headlines>(selectedHeadline),
  ...marking,
  ...keepingCommands,
  ...lists,
  ...movingCommands<Headlines>({
    at: (state) => state.selected,
    count: (state) => state.total,
    page: (_, world) => articlesOnPage(world),
    to: moveTo,
  }),
];

function toUnread(state: Headlines, step: 1 | -1, world: World): Next<Headlines> {
  const index = neighbour(state, step, true);
  if (index === null || !headlineAt(state, index))
    return [state, { type: 'tell', words: say`No unread article in this direction.` }];
  return moveTo(state, index, world);
}

function openAsList(state: Headlines, headline: Headline): Next<Headlines> {
  const name: Safe = say`Linked from “${headline.title}”`;
  const query = { conditions: [{ type: 'links-to' as const, target: headline.id }], sort: 'newest' as const };
  return [
    state,
    { type: 'open', opening: { screen: 'headlines', list: { id: `links-to ${headline.id}`, name, query } } },
  ];
}

/** The same article stays selected, where it stands for itself or for its story. */
function fold(state: Headlines, world: World): Next<Headlines> {
  const selected = selectedHeadline(state)?.id;
  if (!selected) return startAgain({ ...state, folded: !state.folded });
  const { list, sort, filter, folded } = state;
  return openList(list, world, { sort, filter, folded: !folded, selected, above: state.selected - state.top });
}

/** A line that stands for several articles is opened to these. */
function openingOf(state: Headlines, article: Headline): Effect {
  return state.folded && state.stories.has(article.id)
    ? { type: 'open', opening: { screen: 'story', article } }
    : { type: 'follow', article: article.id, from: null };
}

function leave(state: Headlines): Next<Headlines> {
  return state.filter === '' ? [state, { type: 'leave' }] : startAgain({ ...state, filter: say``, narrowing: [] });
}

function withSelected(state: Headlines, run: (headline: Headline) => Next<Headlines>): Next<Headlines> {
  const headline = selectedHeadline(state);
  return headline ? run(headline) : [state];
}
