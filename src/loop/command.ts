import type { Safe } from '../text/index.ts';
import type { Effect } from './effect.ts';
import type { Chord } from './keys.ts';

/** Columns and rows of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a turn leads to: the new state, and what is to be done outside of it. */
export type Next<State> = readonly [State, ...Effect[]];

export type Group = 'Move' | 'Links' | 'Trail' | 'State' | 'Find' | 'Lists' | 'Sources' | 'View' | 'Program';

/** Where a command is offered: in the footer first, in help and palette always. */
export type Prominence = 'footer' | 'help';

/**
 * One row declares a command. From the rows come key dispatch, footer, help, palette, the key table of the README and
 * `alsosee keys`, rebinding by id, and the test that no two share a key in one screen.
 */
export interface Command<State, World> {
  /** Stable: the settings rebind by it. */
  readonly id: `${string}.${string}`;
  readonly title: Safe;
  /** One sentence for help and palette. */
  readonly hint: Safe;
  /** The word in the footer, where the title is too long for it. */
  readonly short?: Safe;
  readonly keys: readonly Chord[];
  readonly group: Group;
  readonly prominence: Prominence;
  /** The reason, in words, why it cannot be run now; null means go. Must be quick: the footer asks on each frame. */
  readonly unavailable?: (state: State, world: World) => Safe | null;
  readonly run: (state: State, world: World) => Next<State>;
}
