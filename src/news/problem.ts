import type { Safe } from '../text/index.ts';

/** Something expected that went wrong. Shown where it belongs, and kept; never thrown. */
export interface Problem {
  readonly kind:
    | 'unreadable'
    | 'front-matter'
    | 'unresolved-link'
    | 'duplicate-id'
    | 'date'
    | 'too-large'
    | 'markup'
    | 'setting'
    | 'theme'
    | 'library'
    | 'address'
    | 'network';
  /** The file, address or setting it is about. */
  readonly where: Safe;
  /** What is wrong, and what to do about it, in a sentence. */
  readonly detail: Safe;
}

/** What reading something from outside returns: always a value, and what was wrong on the way. */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
