import type { Instant, SourceId } from '../news/index.ts';
import { LibraryProblem, type Library } from '../library/index.ts';
import type { Keeper } from './keeper.ts';
import type { Report } from './messages.ts';

/** Articles that may break a worker before the rest is left for another time. */
const mostBroken = 50;

/**
 * Has a worker connect the articles that wait, stretch by stretch, so that others come to it in between. Resolves to how many were
 * connected, when none waits, `most` are, or the signal ended it. An article that ends the worker stays unconnected.
 */
export async function connect(
  { folder, turns, connections }: Library,
  apart: () => readonly SourceId[],
  clock: () => Instant,
  keeper: Keeper,
  signal: AbortSignal,
  most = Infinity,
): Promise<number> {
  let articles = 0;
  for (let broken = 0; !signal.aborted && broken < mostBroken && articles < most;) {
    const outcome = await keeper.run(() => ({ type: 'connect', folder, turns, apart: apart(), at: clock() }), hear);
    if (outcome.type === 'closed') break;
    if (outcome.type === 'broken') {
      if (outcome.path === null) break;
      broken++;
      connections.pass(Number(outcome.path));
    } else if (outcome.ending.type === 'connected') {
      articles += outcome.ending.articles;
      if (!outcome.ending.more) break;
    }
  }
  return articles;
}

async function hear(report: Report): Promise<void> {
  if (report.type === 'refused') throw new LibraryProblem(report.trouble, report.file);
}
