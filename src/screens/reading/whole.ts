import { say, type Safe } from '../../text/index.ts';
import type { Article, Source } from '../../news/index.ts';
import type { Command, Next } from '../../loop/index.ts';
import { isWeb } from '../addresses.ts';
import type { World } from '../world.ts';
import type { Reading } from './state.ts';

type Origin = Pick<Source, 'kind'> | null;

/** Words up to which a feed's text may be only the beginning of the article. */
const excerpt = 300;

/** Fetches the whole article, or changes between what the feed gave and what its page says. */
export const wholeCommand: Command<Reading, World> = {
  id: 'article.whole',
  title: say`Whole article`,
  short: say`whole`,
  hint: say`Fetch the whole article from its page; once it is here, change between it and what the feed gave.`,
  keys: ['w'],
  group: 'View',
  prominence: 'footer',
  unavailable: ({ article, source }) => {
    if (article.versions.length > 1 || mayBeFetched(article, source)) return null;
    return isWeb(article.address) ? say`This article has only this text.` : say`This article has no web address.`;
  },
  run: ({ article, ...state }): Next<Reading> => {
    const here = { ...state, article };
    if (article.versions.length > 1)
      return [here, { type: 'reread', article: article.id, version: article.version === 'page' ? 'filed' : 'page' }];
    return [here, { type: 'fetchWhole', article: article.id, address: article.address }];
  },
};

/** Returns what stands at the foot of an article whose text is not, or not only, the whole one; null where there is no more to say. */
export function wholeNote(article: Article, source: Origin, world: World): Safe | null {
  const key = world.signs.keyName(world.keyOf('article.whole'));
  const dot = world.signs.dot;
  if (article.versions.length > 1)
    return article.version === 'page'
      ? say`The whole article, from its page ${dot} ${key} shows what the feed gave`
      : say`This is what the feed gave ${dot} ${key} shows the whole article`;
  if (!mayBeFetched(article, source)) return null;
  if (article.versions.length === 0) return say`Only the headline is kept here ${dot} ${key} fetches the article`;
  return isExcerpt(article) ? say`This is what the feed gave ${dot} ${key} fetches the whole article` : null;
}

/** Whether the page of the article could say more than what is here. What came from a file or a page is whole. */
function mayBeFetched({ address, path, versions }: Article, source: Origin): boolean {
  if (!isWeb(address) || versions.includes('page')) return false;
  return versions.length === 0 || (path === null && source?.kind !== 'page');
}

/** A short text, or one that breaks off, is only the beginning of the article. */
function isExcerpt({ words, body }: Article): boolean {
  const last = body.at(-1);
  const end = last?.type === 'paragraph' ? (last.spans.at(-1)?.text ?? '') : '';
  return words < excerpt || /(?:…|\.\.\.)[\])]*\s*$/.test(end);
}
