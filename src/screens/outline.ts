import type { Safe } from '../text/index.ts';
import type { Headline } from '../news/index.ts';
import type { Effect, Message } from '../loop/index.ts';
import { tagsFrom } from './marking.ts';

/** Returns the index of the next article in a direction, of unread ones if those are wanted; null where there is none. */
export function neighbourIn(
  headlines: readonly Headline[],
  from: number,
  { step, unread }: Pick<Extract<Message, { type: 'neighbourWanted' }>, 'step' | 'unread'>,
): number | null {
  const isWanted = ({ status }: Headline): boolean => !unread || status.read !== 'read';
  const index =
    step === 1
      ? headlines.findIndex((headline, at) => at > from && isWanted(headline))
      : headlines.findLastIndex((headline, at) => at < from && isWanted(headline));
  return index === -1 ? null : index;
}

/** Returns the effects that give an article the tags that were typed for it. */
export function tagged(headline: Headline | null, text: Safe): readonly Effect[] {
  return headline ? [{ type: 'mark', articles: [headline.id], mark: { tags: tagsFrom(text) } }] : [];
}
