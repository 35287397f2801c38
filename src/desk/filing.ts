import type { ArticleId, Entry, Problem, SourceId } from '../news/index.ts';
import type { Newsroom } from './newsroom.ts';

/** Articles in one transaction: few enough that the screen answers a key at once between two of them. */
const transaction = 25;

/** What filing the entries of a feed did in all. */
export interface Tally {
  readonly added: ArticleId[];
  changed: number;
  readonly problems: Problem[];
}

/** Files entries a few at a time, each time in a turn of its own. Once the signal has ended it, no more are filed. */
export async function fileEntries(
  { library, clock, inTurn }: Newsroom,
  source: SourceId,
  entries: readonly Entry[],
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < entries.length && !signal.aborted; start += transaction) {
    const filed = await inTurn(() => library.file(source, entries.slice(start, start + transaction), clock()));
    tally.added.push(...filed.added);
    tally.changed += filed.changed.length;
    tally.problems.push(...filed.problems);
  }
}
