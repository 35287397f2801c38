import { cleanLine, say, type Safe } from '../text/index.ts';
import type { SourceId } from '../news/index.ts';
import { nothingAdded, tagged, tagsFor, type Added, type Wish } from './added.ts';
import type { Offered } from './offers.ts';
import { articlesOf, named } from './takings.ts';
import type { Context } from './verb.ts';
import { feedAt } from './visit.ts';

type Feed = Offered['feeds'][number];

/** Keeps what lies at an address: a feed, the feeds that a page offers, or the page as an article. */
export async function addAddress(address: string, wish: Wish, context: Context): Promise<Added> {
  if (wish.of === 'page') return addPage(address, wish, context);
  context.progress(say`Looking at ${cleanLine(address)} …`);
  const found = await (await context.desk()).find(address, context.interrupt());
  switch (found.type) {
    case 'feed':
      return addFeed(found, wish, context);
    case 'offers':
      return addOffered({ page: cleanLine(address), name: found.name, feeds: found.feeds }, wish, context);
    case 'page':
      return addPage(address, wish, context);
    case 'failed':
      return failed(address, found.why);
    case 'cancelled':
      return nothingAdded;
  }
}

/** Of several feeds those are kept that were chosen; of one alone, that one. */
async function addOffered(offered: Offered, wish: Wish, context: Context): Promise<Added> {
  const { page, feeds } = offered;
  if (typeof wish.of === 'number' && wish.of > feeds.length) {
    return failed(page, say`There are ${feeds.length} feeds to pick from, and no ${wish.of}.`);
  }
  if (feeds.length > 1 && wish.of === null) return { ...nothingAdded, offers: [offered] };
  const chosen = typeof wish.of === 'number' ? feeds.slice(wish.of - 1, wish.of) : feeds;
  const done: Added[] = [];
  for (const feed of chosen) {
    if (!context.interrupt().aborted) done.push(await addFeed(feed, wish, context));
  }
  return {
    ...nothingAdded,
    takings: done.flatMap(({ takings }) => takings),
    problems: done.flatMap(({ problems }) => problems),
  };
}

async function addFeed({ address, name }: Feed, wish: Wish, context: Context): Promise<Added> {
  context.progress(say`Fetching ${name} …`);
  const library = await context.library();
  const desk = await context.desk();
  const known = feedAt(address, library);
  const before = known ? articlesOf([known.id], library) : 0;
  const chosen = { address, ...(wish.name ? { name: wish.name } : {}), ...tagsFor(known ?? undefined, wish) };
  const { value: source, problems } = await desk.keepFeed(chosen, context.interrupt());
  if (!source) return { ...nothingAdded, problems };
  const more = wish.whole ? await fetchWholeTexts(source.id, context) : [];
  const taking = { source: named(source), files: 0, added: articlesOf([source.id], library) - before, changed: 0 };
  return { ...nothingAdded, takings: [taking], problems: [...problems, ...more] };
}

/** From now on the pages of its articles are fetched with the feed; those of the first ones, at once. */
async function fetchWholeTexts(id: SourceId, context: Context): Promise<Added['problems']> {
  const library = await context.library();
  const source = library.changeSource(id, { whole: true });
  if (!source || context.interrupt().aborted) return [];
  context.progress(say`Fetching the pages of ${source.name} …`);
  return (await (await context.desk()).refresh([source], true, () => undefined, context.interrupt())).problems;
}

async function addPage(address: string, wish: Wish, context: Context): Promise<Added> {
  context.progress(say`Fetching ${cleanLine(address)} …`);
  const outcome = await (await context.desk()).openPage(address, true, context.interrupt());
  if (outcome.type === 'cancelled') return nothingAdded;
  if (outcome.type === 'failed') return failed(address, outcome.why);
  const library = await context.library();
  const articles = tagged(library.headlinesOf([outcome.article]), wish, library, context);
  return { ...(outcome.wall ? failed(address, outcome.wall) : nothingAdded), articles };
}

function failed(address: string, detail: Safe): Added {
  return { ...nothingAdded, problems: [{ kind: 'network', where: cleanLine(address), detail }] };
}
