import type { Safe } from '../text/index.ts';

/** What was looked at: whether it works, what was found, and where it does not work, how to mend it. */
export interface Finding {
  readonly name: Safe;
  readonly state: 'works' | 'note' | 'broken';
  readonly found: Safe;
  readonly mend: Safe | null;
}

/** Returns what is found of something that works. */
export function works(name: Safe, found: Safe): Finding {
  return { name, state: 'works', found, mend: null };
}
