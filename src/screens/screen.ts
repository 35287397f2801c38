import type { Safe } from '../text/index.ts';
import type { Command, Message, Next } from '../loop/index.ts';
import type { Row } from '../kit/index.ts';
import type { World } from './world.ts';

/** The rows of a chooser, drawn by Ink's select input in the middle of a frame. */
export interface ChooserPicture {
  /** Index of the row of the frame at which it begins. */
  readonly at: number;
  readonly rows: readonly { readonly key: string; readonly row: Row; readonly chosen: Row }[];
  readonly selected: number;
  readonly limit: number;
}

/** What a screen shows: as many rows as the terminal has, less those of the chooser. */
export interface Frame {
  readonly rows: readonly Row[];
  readonly chooser: ChooserPicture | null;
  /** Column and row of the text cursor while something is being typed. */
  readonly cursor: { readonly column: number; readonly row: number } | null;
  /** Rows at the foot that no toast may cover, since something is typed there; one if it is not said. */
  readonly foot?: number;
  /** The same in linear text, for a screen reader. */
  readonly spoken: readonly Safe[];
}

/** A screen: what it does with a key, with a message, and how it looks. All three are pure. */
export interface Screen<State> {
  readonly name: string;
  readonly title: Safe;
  /** Whether it is drawn over the screen below it. */
  readonly isOverlay?: true;
  readonly commands: readonly Command<State, World>[];
  /** Whether keys are typed into it; they then arrive as `typed` messages. */
  readonly captures: (state: State) => boolean;
  readonly update: (state: State, message: Message, world: World) => Next<State>;
  /** The frame; an overlay draws over the rows of the screen below it. */
  readonly view: (state: State, world: World, below: readonly Row[]) => Frame;
}
