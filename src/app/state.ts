import type { Safe } from '../text/index.ts';
import { emptyTrail, smartLists, type Instant, type SmartList, type Trail } from '../news/index.ts';
import type { Size } from '../loop/index.ts';
import type { Signs } from '../kit/index.ts';
import type { ScreenState } from '../screens/index.ts';

/** The whole state of the running program: one value. */
export interface Root {
  readonly stack: readonly ScreenState[];
  readonly trail: Trail;
  readonly counts: readonly number[];
  /** Files read so far while folders are being taken in, else null. */
  readonly reading: number | null;
  readonly lists: readonly SmartList[];
  /** The keys of a chord that has begun, such as `g`. */
  readonly pending: string;
  readonly toast: { readonly words: Safe; readonly number: number } | null;
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

/** What is known before the first screen opens. */
export type Beginning = Pick<
  Root,
  'measure' | 'theme' | 'themes' | 'size' | 'now' | 'locale' | 'zone' | 'signs' | 'rebound' | 'preview' | 'pictures'
>;

export function begin(beginning: Beginning): Root {
  return {
    ...beginning,
    stack: [],
    trail: emptyTrail,
    counts: [],
    reading: null,
    lists: smartLists,
    pending: '',
    toast: null,
    zen: false,
  };
}

export function topOf(root: Root): ScreenState | undefined {
  return root.stack.at(-1);
}
