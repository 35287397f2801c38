import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Health, Instant, Problem, Source } from '../news/index.ts';
import type { Fetched } from '../web/index.ts';
import type { Copied } from './copying.ts';

/** Returns why nothing was brought, in a sentence that says what can be done. */
export function whyNot(fetched: Exclude<Fetched, { type: 'document' | 'cancelled' }>): Safe {
  switch (fetched.type) {
    case 'failed':
    case 'later':
      return fetched.why;
    case 'gone':
      return say`The server says that it was taken away for good.`;
    case 'unchanged':
      return say`The server says that nothing has changed, though nothing was known of it. Try again later.`;
  }
}

/** Returns why a document that was to be a feed is none. */
export function whyNoFeed(copied: Exclude<Copied, { format: 'feed' }>): Safe {
  const look = say`Look in the browser whether the feed has moved.`;
  if (copied.format === 'broken') return say`The feed could not be read: it ${copied.why}. Try again later.`;
  if (copied.format === 'page') return say`A web page came in place of the feed. ${look}`;
  return say`What came in place of the feed is ${copied.what}. ${look}`;
}

/** Returns what is told of a source that brought no news: what happened, since when, and when it is asked again. */
export function sourceProblem({ name }: Pick<Source, 'name'>, health: Health, now: Instant): Problem {
  const { failures, failingSince, notBefore, why, gone } = health;
  const parts = [why ?? say`It could not be asked.`];
  if (failures > 1 && failingSince !== null)
    parts.push(say`So it has been since ${day(failingSince)}, ${failures} times in a row.`);
  if (gone) parts.push(say`It is not asked any more, until you do. Remove it, or add the feed that took its place.`);
  else if (notBefore !== null && notBefore > now) parts.push(say`It is asked again after ${day(notBefore)}.`);
  return { kind: 'network', where: name, detail: cleanLine(parts.join(' ')) };
}

/** Returns a date as the reader's locale and time zone have it. */
function day(instant: Instant): Safe {
  return cleanLine(new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(instant));
}

/** Returns what is wrong with a feed that was read all the same, under the name of its source. */
export function readingProblems({ name }: Pick<Source, 'name'>, problems: readonly Problem[]): readonly Problem[] {
  return problems.map(({ kind, detail }) => ({ kind, where: name, detail }));
}
