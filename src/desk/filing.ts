import type { ArticleId, Entry, Problem, SourceId } from '../news/index.ts';
import type { Filed } from '../library/index.ts';
import type { Newsroom } from './newsroom.ts';

/** Articles that are filed in one go: so few that a turn can end after any of them. */
const handful = 10;

/** What filing the entries of a feed did in all. */
export interface Tally {
  readonly added: ArticleId[];
  changed: number;
  readonly problems: Problem[];
}

/** Files entries, a few at a time. Once the signal has ended it, no more are filed. */
export async function fileEntries(
  { library, clock, tray }: Newsroom,
  source: SourceId,
  entries: readonly Entry[],
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const handfuls: Promise<void>[] = [];
  for (let start = 0; start < entries.length; start += handful) {
    const some = entries.slice(start, start + handful);
    const file = () => (signal.aborted ? null : library.file(source, some, clock()));
    handfuls.push(tray(file).then((filed) => (filed ? add(tally, filed) : undefined)));
  }
  await Promise.all(handfuls);
}

function add(tally: Tally, { added, changed, problems }: Filed): void {
  tally.added.push(...added);
  tally.changed += changed.length;
  tally.problems.push(...problems);
}
