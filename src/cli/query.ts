import { cleanLine, pad, say, slice, widthOf } from '../text/index.ts';
import { muteRules } from '../app/index.ts';
import { muting, readQuery } from '../query/index.ts';
import type { Query } from '../news/index.ts';
import { WrongUse, type Context } from './verb.ts';

/** Returns the query that was written. Throws {@link WrongUse} with a mark under the place of a mistake. */
export function queryOf(text: string, context: Pick<Context, 'now'>): Query {
  const { value, mistake } = readQuery(text, when(context));
  if (!mistake) return value;
  const shown = cleanLine(text.replace(/\s/g, ' '));
  const place = pad(say``, widthOf(slice(shown, 0, mistake.at)));
  throw new WrongUse(`This query cannot be read:\n  ${shown}\n  ${place}^ expected ${mistake.expected}`);
}

/** Returns the query without what the reader's rules hide. */
export function withoutMuted(query: Query, context: Pick<Context, 'now' | 'settings'>): Query {
  return muting(
    query,
    muteRules(context.settings.value, when(context)).map((rule) => rule.query),
  );
}

/** Days are those of the reader. */
export function when({ now }: Pick<Context, 'now'>) {
  return { now: now(), zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}
