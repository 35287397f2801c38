import type { Ground } from './ground.ts';

/** One figure that the reader is held to. */
export interface Row {
  /** A sentence: what is measured, and against what. */
  readonly what: string;
  readonly goal: string;
  /** Returns what was measured, in words. */
  readonly measure: (ground: Ground) => Promise<string>;
}
