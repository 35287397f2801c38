import type { Safe } from '../text/index.ts';
import { emptyTrail, type Instant, type SmartList, type Source, type Trail, type Round } from '../news/index.ts';
import type { Errand, Offer, Size } from '../loop/index.ts';
import type { Signs } from '../kit/index.ts';
import type { ScreenState } from '../screens/index.ts';

/** The whole state of the running program: one value. */
export interface Root {
  readonly stack: readonly ScreenState[];
  readonly trail: Trail;
  readonly counts: readonly number[];
  /** Articles that each of the rules hides. */
  readonly hidden: readonly number[];
  /** Files read so far while folders are being taken in, else null. */
  readonly reading: number | null;
  readonly lists: readonly SmartList[];
  readonly rules: readonly SmartList[];
  /** The keys of a chord that has begun, such as `g`. */
  readonly pending: string;
  readonly toast: Toast | null;
  /** What goes on while keys are answered, a line each. */
  readonly waiting: { readonly [line in Errand['line']]: Going | null };
  /** Sources that were removed since the last mark, the last one at the end: undo brings them back. */
  readonly removed: readonly Source[];
  readonly zen: boolean;
  readonly pictures: boolean;
  readonly preview: boolean;
  readonly measure: number;
  readonly theme: string;
  readonly themes: readonly { readonly name: string; readonly about: Safe }[];
  readonly size: Size;
  readonly now: Instant;
  readonly locale: string;
  readonly zone: string;
  readonly signs: Signs;
  /** Keys of commands as the settings have them. */
  readonly rebound: Readonly<Record<string, readonly string[]>>;
}

/** A sentence at the foot of the screen, and what the key of a command does while it stands. */
interface Toast {
  readonly words: Safe;
  readonly number: number;
  readonly offer: Offer | null;
}

/** An errand that goes on. */
export interface Going extends Errand {
  /** What the reader was at when it was asked for. */
  readonly spot: string;
  /** Whether it has taken so long that it is told of. */
  readonly slow: boolean;
  /** Whether it has ended, and what follows from it is about to begin. */
  readonly isFollowed: boolean;
  readonly round: Round | null;
}

/** What is known before the first screen opens. */
export type Beginning = Pick<
  Root,
  | 'lists'
  | 'rules'
  | 'measure'
  | 'theme'
  | 'themes'
  | 'size'
  | 'now'
  | 'locale'
  | 'zone'
  | 'signs'
  | 'rebound'
  | 'preview'
  | 'pictures'
>;

export function begin(beginning: Beginning): Root {
  return {
    ...beginning,
    stack: [],
    trail: emptyTrail,
    counts: [],
    hidden: [],
    reading: null,
    pending: '',
    toast: null,
    waiting: { fetch: null, round: null },
    removed: [],
    zen: false,
  };
}

export function topOf(root: Root): ScreenState | undefined {
  return root.stack.at(-1);
}
