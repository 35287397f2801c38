import { say } from '../text/index.ts';
import type { Source } from '../news/index.ts';
import type { Round } from '../desk/index.ts';
import { counted } from './counted.ts';
import { articlesOf, named, type Taking } from './takings.ts';
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
  const before = new Map(feeds.map(({ id }) => [id, articlesOf(id, library)]));
  context.progress(say`Asking ${counted(feeds.length, say`feed`)} …`);
  const rounds: { readonly value: Round; readonly problems: readonly Complaint[] }[] = [];
  for (const asked of apart(feeds)) {
    if (rounds.length > 0 && context.interrupt().aborted) break;
    rounds.push(await desk.refresh(asked, wanted, tell(context), context.interrupt()));
  }
  const takings = feeds.map((source): Taking => {
    const added = Math.max(0, articlesOf(source.id, library) - (before.get(source.id) ?? 0));
    return { source: named(source), files: 0, added, changed: 0 };
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
