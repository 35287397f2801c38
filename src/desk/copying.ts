import type { Entry } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import type { Copy, FeedAbout, Look, Sheet } from './copy.ts';
import type { Keeper } from './keeper.ts';

/** What a sheet is, or why it was given up. */
export type Copied = Copy | { readonly format: 'broken'; readonly why: Safe };

/**
 * Has a sheet looked at by the worker, where it can hold up nobody. `hear` takes the entries of a large feed, batch by batch, but for
 * its last, which are in what is returned.
 */
export async function copyOf(
  keeper: Keeper,
  sheet: Sheet,
  look: Look,
  hear: (about: FeedAbout, entries: readonly Entry[]) => Promise<void>,
): Promise<Copied> {
  const outcome = await keeper.run(
    () => ({ type: 'take', sheet, look }),
    async (report) => (report.type === 'part' ? hear(report.about, report.entries) : undefined),
  );
  if (outcome.type === 'answered' && outcome.ending.type === 'taken') return outcome.ending.copy;
  return { format: 'broken', why: outcome.type === 'broken' ? outcome.why : say`nothing came of it` };
}

/** For documents of which only the end is waited for. */
export const unheard = async (): Promise<void> => undefined;
