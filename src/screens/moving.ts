import { say } from '../text/index.ts';
import type { Command, Next } from '../loop/index.ts';
import type { World } from './world.ts';

/** How a screen is moved through: by an index that it shows, among so many, with so many on a page. */
export interface Moving<State> {
  readonly at: (state: State, world: World) => number;
  readonly count: (state: State, world: World) => number;
  readonly page: (state: State, world: World) => number;
  readonly to: (state: State, index: number, world: World) => Next<State>;
}

/** Returns the commands that move: the same keys in every screen. */
export function movingCommands<State>(moving: Moving<State>): readonly Command<State, World>[] {
  const by = (rows: (state: State, world: World) => number) => (state: State, world: World) =>
    moving.to(state, within(moving.at(state, world) + rows(state, world), moving.count(state, world)), world);
  const half = (state: State, world: World) => Math.max(1, Math.floor(moving.page(state, world) / 2));
  const whole = (state: State, world: World) => Math.max(1, moving.page(state, world) - 1);
  const shared = { group: 'Move', prominence: 'help' } as const;
  return [
    {
      ...shared,
      id: 'move.down',
      title: say`Down`,
      hint: say`One row or line down.`,
      keys: ['j', 'down'],
      run: by(() => 1),
    },
    { ...shared, id: 'move.up', title: say`Up`, hint: say`One row or line up.`, keys: ['k', 'up'], run: by(() => -1) },
    {
      ...shared,
      id: 'move.halfPageDown',
      title: say`Half a page down`,
      hint: say`Half a page down.`,
      keys: ['ctrl+d'],
      run: by(half),
    },
    {
      ...shared,
      id: 'move.halfPageUp',
      title: say`Half a page up`,
      hint: say`Half a page up.`,
      keys: ['ctrl+u'],
      run: by((s, w) => -half(s, w)),
    },
    {
      ...shared,
      id: 'move.pageDown',
      title: say`Page down`,
      hint: say`A page down; at the end of an article, the next unread one.`,
      keys: ['space', 'pagedown', 'ctrl+f'],
      run: by(whole),
    },
    {
      ...shared,
      id: 'move.pageUp',
      title: say`Page up`,
      hint: say`A page up.`,
      keys: ['b', 'pageup', 'ctrl+b'],
      run: by((s, w) => -whole(s, w)),
    },
    {
      ...shared,
      id: 'move.top',
      title: say`Top`,
      hint: say`To the very beginning.`,
      keys: ['g g', 'home'],
      run: (s, w) => moving.to(s, 0, w),
    },
    {
      ...shared,
      id: 'move.bottom',
      title: say`Bottom`,
      hint: say`To the very end.`,
      keys: ['G', 'end'],
      run: (s, w) => moving.to(s, within(Infinity, moving.count(s, w)), w),
    },
  ];
}

/** Returns the index brought into the list. */
export function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
