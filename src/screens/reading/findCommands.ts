import { say } from '../../text/index.ts';
import type { Command, Next } from '../../loop/index.ts';
import type { World } from '../world.ts';
import { leftAt, matches, noteProgress, reveal, type Reading } from './state.ts';

type Row = Command<Reading, World>;

/** Find in the article; while a find is active n and N follow it, else they go to unread articles. */
export const findCommands: readonly Row[] = [
  {
    id: 'article.find',
    title: say`Find`,
    short: say`find`,
    hint: say`Find words in this article; n and N go from hit to hit, Esc ends it.`,
    keys: ['/'],
    group: 'Find',
    prominence: 'footer',
    run: (state) => [
      state,
      {
        type: 'open',
        opening: { screen: 'prompt', purpose: 'find', label: say`Find`, text: state.find?.words ?? say`` },
      },
    ],
  },
  {
    id: 'article.nextUnread',
    title: say`Next hit or unread`,
    hint: say`The next hit while finding, else the next unread article.`,
    keys: ['n'],
    group: 'Find',
    prominence: 'help',
    run: (state, world) => onward(state, 1, world),
  },
  {
    id: 'article.previousUnread',
    title: say`Previous hit or unread`,
    hint: say`The previous hit while finding, else the unread article above.`,
    keys: ['N'],
    group: 'Find',
    prominence: 'help',
    run: (state, world) => onward(state, -1, world),
  },
];

function onward(state: Reading, step: 1 | -1, world: World): Next<Reading> {
  if (state.find) return [toMatch(state, step, world)];
  return [
    state,
    ...noteProgress(state, world),
    { type: 'send', message: { type: 'neighbourWanted', step, unread: true, from: leftAt(state, world) } },
  ];
}

function toMatch(state: Reading, step: 1 | -1, world: World): Reading {
  const found = matches(state, world);
  if (!state.find || found.length === 0) return state;
  const at = (state.find.at + step + found.length) % found.length;
  return reveal({ ...state, find: { ...state.find, at } }, found[at]!.line, world);
}
