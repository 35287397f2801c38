import { say, type Safe } from '../text/index.ts';
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
  const row = moveRow<State>;
  return [
    row(
      'move.down',
      say`Down`,
      say`One row or line down.`,
      ['j', 'down'],
      by(() => 1),
    ),
    row(
      'move.up',
      say`Up`,
      say`One row or line up.`,
      ['k', 'up'],
      by(() => -1),
    ),
    row('move.halfPageDown', say`Half a page down`, say`Half a page down.`, ['ctrl+d'], by(half)),
    row(
      'move.halfPageUp',
      say`Half a page up`,
      say`Half a page up.`,
      ['ctrl+u'],
      by((s, w) => -half(s, w)),
    ),
    row('move.pageDown', say`Page down`, pageHint, ['space', 'pagedown', 'ctrl+f'], by(whole)),
    row(
      'move.pageUp',
      say`Page up`,
      say`A page up.`,
      ['b', 'pageup', 'ctrl+b'],
      by((s, w) => -whole(s, w)),
    ),
    row('move.top', say`Top`, say`To the very beginning.`, ['g g', 'home'], (s, w) => moving.to(s, 0, w)),
    row(
      'move.bottom',
      say`Bottom`,
      say`To the very end.`,
      ['G', 'end'],
      by(() => Infinity),
    ),
  ];
}

const pageHint = say`A page down; at the end of an article, the next unread one.`;

function moveRow<State>(
  id: Command<State, World>['id'],
  title: Safe,
  hint: Safe,
  keys: readonly string[],
  run: Command<State, World>['run'],
): Command<State, World> {
  return { id, title, hint, keys, run, group: 'Move', prominence: 'help' };
}

/** Returns the index brought into the list. */
export function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
