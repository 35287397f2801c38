import type { Article, ArticleId, NoPage, PageOutcome } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import { fetchPage, type FetchedPage } from './fetch-page.ts';
import type { Keeper } from './keeper.ts';
import type { Newsroom } from './newsroom.ts';
import { hasText, isOfOwnHost } from './open-page.ts';

/** A page with a smaller share of the words that are here already was not read as it is meant. */
const leastShare = 0.7;

/** Fetches the page of an article and keeps its text beside the feed's. A page that is here already is not asked for again. */
export async function fetchWhole(
  room: Newsroom,
  keeper: Keeper,
  id: ArticleId,
  signal: AbortSignal,
): Promise<PageOutcome> {
  const article = room.library.article(id);
  if (!article) return failed(say`The article is not here any more.`);
  if (article.versions.includes('page')) return { type: 'article', article: id, wall: null };
  if (article.address === null) return failed(say`The article names no page on the web where more of it would be.`);
  const reach = isOfOwnHost(room, article, article.address) ? 'own host' : 'public';
  const page = await fetchPage(room, keeper, article.address, reach, signal);
  if (page.type !== 'page') return page;
  const worse = whyWorse(article, page);
  if (worse) return worse;
  const isKept = room.library.fileWhole(id, page.entry, room.clock());
  return isKept ? { type: 'article', article: id, wall: page.wall } : failed(say`The article is not here any more.`);
}

/** Returns why the page is no gain over what is here, or null. */
function whyWorse(article: Article, { entry, wall }: FetchedPage): NoPage | null {
  if (!hasText(article)) return null;
  if (wall !== null && entry.words <= article.words) return { type: 'failed', why: wall, wall: true };
  const words = say`Its page has less text than is here already. Open it in the browser to see why.`;
  return entry.words < article.words * leastShare ? failed(words) : null;
}

function failed(why: Safe): NoPage {
  return { type: 'failed', why, wall: false };
}
