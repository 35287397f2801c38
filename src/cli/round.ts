import { say } from '../text/index.ts';
import type { Source, Round } from '../news/index.ts';
import { counted } from './counted.ts';
import { articlesOfEach, named, type Taking } from './takings.ts';
import type { Complaint, Context } from './verb.ts';

export type { Round };

/** What a round of asking feeds for news brought. */
export interface AskedFeeds {
  readonly takings: readonly Taking[];
  readonly round: Round;
  readonly problems: readonly Complaint[];
}

/** Asks feeds for news, and says on the terminal how far it is. `wanted`: whether they are due or not. Ctrl-C ends it. */
export async function askFeeds(feeds: readonly Source[], wanted: boolean, context: Context): Promise<AskedFeeds> {
  const library = await context.library();
  const desk = await context.desk();
  const ids = feeds.map(({ id }) => id);
  const before = articlesOfEach(ids, [], library);
  context.progress(say`Asking ${counted(feeds.length, say`feed`)} …`);
  const rounds: { readonly value: Round; readonly problems: readonly Complaint[] }[] = [];
  for (const asked of apart(feeds)) {
    if (rounds.length > 0 && context.interrupt().aborted) break;
    rounds.push(await desk.refresh(asked, wanted, tell(context), context.interrupt()));
  }
  // A feed that was read for the first time has its own name now, and one that moved its new address.
  const after = new Map(library.sources().map((source) => [source.id, source]));
  const now = articlesOfEach(ids, [], library);
  const takings = feeds.map((known, index): Taking => {
    const added = Math.max(0, (now[index] ?? 0) - (before[index] ?? 0));
    return { source: named(after.get(known.id) ?? known), files: 0, added, changed: 0 };
  });
  return {
    takings,
    round: sum(rounds.map(({ value }) => value)),
    problems: rounds.flatMap(({ problems }) => problems),
  };
}

/** A feed that is paused is asked only when it is named alone. */
function apart(feeds: readonly Source[]): readonly (readonly Source[])[] {
  const awake = feeds.filter(({ paused }) => !paused);
  return [...(awake.length > 0 ? [awake] : []), ...feeds.filter(({ paused }) => paused).map((feed) => [feed])];
}

function tell(context: Context): (round: Round) => void {
  return ({ asked, done, added }) =>
    context.progress(say`${done} of ${counted(asked, say`feed`)}, ${counted(added, say`new article`)} …`);
}

function sum(rounds: readonly Round[]): Round {
  const of = (name: keyof Round) => rounds.reduce((total, round) => total + round[name], 0);
  return {
    asked: of('asked'),
    done: of('done'),
    added: of('added'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    failed: of('failed'),
  };
}
