import { say } from '../../text/index.ts';
import type { Command } from '../../loop/index.ts';
import type { World } from '../world.ts';
import { queryOf, seenFrom, type Headlines } from './state.ts';

type Row = Command<Headlines, World>;

/** What all of these have in common. */
const whole = {
  hint: say`Every article of this list, as it is filtered, in one change. u takes it back.`,
  keys: [],
  group: 'State',
  prominence: 'help',
} as const;

/** What is done to every article of the list at once. */
export const wholeListCommands: readonly Row[] = [
  ...(
    [
      ['list.markAllRead', say`Mark all of the list read`, { read: 'read' }],
      ['list.markAllUnread', say`Mark all of the list unread`, { read: 'unread' }],
      ['list.bookmarkAll', say`Bookmark all of the list`, { bookmarked: true }],
      ['list.unbookmarkAll', say`Take all bookmarks of the list away`, { bookmarked: false }],
    ] as const
  ).map(([id, title, mark]): Row => ({
    id,
    title,
    ...whole,
    run: (state) => [state, { type: 'markAll', query: queryOf(state), mark, first: seenFrom(state) }],
  })),
  ...(
    [
      ['list.tagAll', say`Tag all of the list`, 'tagAll', say`Tags for all`],
      ['list.untagAll', say`Take tags from all of the list`, 'untagAll', say`Tags to take away`],
    ] as const
  ).map(([id, title, purpose, label]): Row => ({
    id,
    title,
    ...whole,
    run: (state) => [state, { type: 'open', opening: { screen: 'prompt', purpose, label, text: say`` } }],
  })),
];
