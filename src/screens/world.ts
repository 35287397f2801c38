import type { Safe } from '../text/index.ts';
import type { Instant, SmartList, Trail } from '../news/index.ts';
import type { Group, Size } from '../loop/index.ts';
import type { Signs } from '../kit/index.ts';

/** A command as it is offered to the reader, with the keys that are bound to it now. */
export interface Offer {
  readonly id: string;
  readonly title: Safe;
  readonly hint: Safe;
  readonly keys: readonly string[];
  readonly group: Group;
  /** Where it works: the name of its screen, or "everywhere". */
  readonly screen: Safe;
  /** Why it cannot be run now, or null. */
  readonly unavailable: Safe | null;
}

/** What every screen may look at and none may change: the root hands it down with each turn. */
export interface World {
  readonly size: Size;
  readonly now: Instant;
  /** BCP 47 language tag and IANA zone in which dates are written. */
  readonly locale: string;
  readonly zone: string;
  /** Widest line of an article, in columns. */
  readonly measure: number;
  readonly signs: Signs;
  /** Whether the bars are hidden and the text stands alone. */
  readonly zen: boolean;
  readonly pictures: boolean;
  /** Whether a preview stands beside a wide list. */
  readonly preview: boolean;
  readonly theme: string;
  readonly themes: readonly { readonly name: string; readonly about: Safe }[];
  readonly lists: readonly SmartList[];
  /** Articles in each list. */
  readonly counts: readonly number[];
  /** Letters from which on a word that is typed begins others: of very many articles nearly all have some word with two. */
  readonly beginning: number;
  /** The reader's rules that hide articles, and how many each of them hides. */
  readonly rules: readonly SmartList[];
  readonly hidden: readonly number[];
  readonly trail: Trail;
  /** Files read so far while folders are being taken in, else null. */
  readonly reading: number | null;
  /** How many screens stand on the stack. */
  readonly depth: number;
  /** The commands of the screen that help and palette were called from, and of the program. */
  readonly offers: () => readonly Offer[];
  /** The first key that is bound to a command, or an empty string. */
  readonly keyOf: (command: string) => string;
}
