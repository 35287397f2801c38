import { say, type Safe } from '../text/index.ts';
import type { Problem, Found, Round } from '../news/index.ts';
import type { Choice, Effect, Ending, Message, Next } from '../loop/index.ts';
import { hostOf, listOfSource } from '../screens/index.ts';
import { broadcast, libraryChanged, progressNoted, settle, andThen, told } from './stack.ts';
import { topOf, type Going, type Root } from './state.ts';
import { followed, goingOn, isStillThere, over } from './waiting.ts';
import { worldOf } from './world.ts';

type Ended<Type extends Ending['type']> = Extract<Ending, { type: Type }>;

/** Returns what comes of an errand that ended. One that was given up or replaced meanwhile is only seen in the lists. */
export function endErrand(root: Root, { errand, ending }: Extract<Message, { type: 'errandEnded' }>): Next<Root> {
  const going = goingOn(root, errand);
  if (!going) return libraryChanged(root);
  const done = over(root, going);
  switch (ending.type) {
    case 'found':
      return found(done, going, ending);
    case 'kept':
      return kept(done, going, ending);
    case 'page':
      return page(done, going, ending);
    case 'whole':
      return whole(done, going, ending);
    case 'round':
      return andThen(libraryChanged(done), (so) => roundOver(so, going, ending));
    case 'failed':
      return told(done, ending.why, { stays: true });
  }
}

/** A feed is kept, a page is opened, and of several feeds the reader takes one. */
function found(root: Root, going: Going, { asked, found }: Ended<'found'>): Next<Root> {
  switch (found.type) {
    case 'feed':
      return [followed(root, going), { type: 'keepFeed', address: found.address, name: found.name }];
    case 'page':
      return [followed(root, going), { type: 'openPage', address: found.address, from: null }];
    case 'offers':
      return offered(root, going, asked, found);
    case 'failed':
      return told(root, found.why, { stays: true });
    case 'cancelled':
      return [root];
  }
}

function offered(root: Root, going: Going, asked: Safe, offers: Extract<Found, { type: 'offers' }>): Next<Root> {
  const [only, ...more] = offers.feeds;
  if (only && more.length === 0 && isHome(asked)) return [followed(root, going), { type: 'keepFeed', ...only }];
  const title = say`${offers.name} offers ${more.length === 0 ? say`a feed` : say`${offers.feeds.length} feeds`}`;
  if (!isStillThere(root, going)) return told(root, say`${title} · A and its address again lists them`);
  const choices = [
    ...offers.feeds.map((feed) => choice(feed.name, feed.address, { type: 'keepFeed', ...feed })),
    choice(say`This page alone`, asked, { type: 'openPage', address: asked, from: null }),
  ];
  return settle(root, root.stack.length, [
    { type: 'open', opening: { screen: 'chooser', purpose: 'feeds', title, choices, selected: 0 } },
  ]);
}

/** Of a whole site the feed is wanted; who typed the address of one of its pages may have meant that. */
function isHome(asked: Safe): boolean {
  return /^(?:[a-z]+:\/\/)?[^/?#]+\/?$/i.test(asked);
}

function choice(label: Safe, detail: Safe, effect: Effect): Choice {
  return { label, detail, effects: [effect] };
}

/** The list of a source that was just kept is opened. */
function kept(root: Root, going: Going, { source, problems }: Ended<'kept'>): Next<Root> {
  if (!source) return told(root, problems[0]?.detail ?? say`Nothing was kept.`, { stays: true });
  const words = problems[0] ? say`${source.name} is kept, but: ${problems[0].detail}` : say`${source.name} is kept`;
  const opened = isStillThere(root, going)
    ? settle(root, root.stack.length, [{ type: 'open', opening: { screen: 'headlines', list: listOfSource(source) } }])
    : libraryChanged(root);
  return andThen(opened, (so) =>
    andThen(told(so, words, problems[0] ? { stays: true } : {}), (next) => [next, { type: 'count' }]),
  );
}

/** A page that has come is opened where the reader waits for it. Who has gone elsewhere is told, and not disturbed. */
function page(root: Root, going: Going, { address, title, outcome }: Ended<'page'>): Next<Root> {
  if (outcome.type === 'cancelled') return [root];
  if (outcome.type === 'failed') return told(root, withBrowser(outcome.why, root), browsing(address));
  const { article, wall } = outcome;
  if (!isStillThere(root, going))
    return andThen(libraryChanged(root), (so) => told(so, say`“${title ?? hostOf(address)}” is in the library now`));
  const opened = andThen(libraryChanged(root), (so) =>
    settle(so, so.stack.length, [...progressNoted(so), { type: 'follow', article, from: null }]),
  );
  return wall ? andThen(opened, (so) => told(so, withBrowser(wall, so), browsing(address))) : opened;
}

/** A whole text that has come is shown where its article is open, as far as nothing moves under the reader's eyes. */
function whole(root: Root, going: Going, { article, title, address, outcome }: Ended<'whole'>): Next<Root> {
  if (outcome.type === 'cancelled') return [root];
  const trouble = address ? browsing(address) : { stays: true as const };
  if (outcome.type === 'failed') return told(root, withBrowser(outcome.why, root), trouble);
  const shown = andThen(libraryChanged(root), (so) => broadcast(so, { type: 'wholeArrived', article }));
  if (outcome.wall) return andThen(shown, (so) => told(so, withBrowser(outcome.wall ?? say``, so), trouble));
  return isStillThere(root, going) || !title
    ? shown
    : andThen(shown, (so) => told(so, say`The whole text of “${title}” is here`));
}

function browsing(address: Safe) {
  return { stays: true, offer: { command: 'article.browse', effects: [{ type: 'browse', address }] } } as const;
}

function withBrowser(why: Safe, root: Root): Safe {
  const key = keyName(root, 'article.browse');
  return why.includes('browser') ? say`${why} ${key} opens it.` : say`${why} ${key} opens it in the browser.`;
}

/** What a round brought is told where it was asked for; one that began by itself says only what is new, or that nothing answers. */
function roundOver(root: Root, { wanted }: Going, { round, problems }: Ended<'round'>): Next<Root> {
  const { asked, failed, added } = round;
  if (failed === asked && asked > (wanted ? 0 : 1))
    return told(root, noneAnswered(root, asked, problems), wanted ? { stays: true } : {});
  if (!wanted && added === 0) return [root];
  return told(root, roundSummary(root, round, problems));
}

function roundSummary(root: Root, { asked, added, changed, failed }: Round, problems: readonly Problem[]): Safe {
  const news = added + changed === 0 ? say`Nothing new` : said([say`new`, added], [say`changed`, changed]);
  const way = isBelowNewest(root) && added > 0 ? say` · gg goes to the newest` : say``;
  if (failed > 0)
    return say`${news}${way} · ${failed} of ${asked} sources failed: ${keyName(root, 'program.sources')} tells why`;
  const count = problems.length === 1 ? say`1 problem` : say`${problems.length} problems`;
  return problems.length > 0 ? say`${news} · ${count}: ${keyName(root, 'program.problems')}` : say`${news}${way}`;
}

function said(...counts: readonly (readonly [word: Safe, count: number])[]): Safe {
  return counts.reduce(
    (words, [word, count]) => {
      if (count === 0) return words;
      return words === '' ? say`${count} ${word}` : say`${words}, ${count} ${word}`;
    },
    say``,
  );
}

/** One sentence for all, when it is this machine that is offline or there is but one source; else the way to them. */
function noneAnswered(root: Root, asked: number, [problem, ...more]: readonly Problem[]): Safe {
  if (problem && more.length === 0) return problem.detail;
  return say`None of ${asked} sources answered: ${keyName(root, 'program.sources')} tells why. What is here can be read.`;
}

/** Whether what is new comes in above what a list shows: nothing moves there, so that it may not be seen. */
function isBelowNewest(root: Root): boolean {
  const top = topOf(root);
  if (top?.screen !== 'headlines' || top.sort !== 'newest' || top.filter !== '') return false;
  return top.total > 0 && top.list.query.conditions.every(({ type }) => type === 'read' || type === 'source');
}

function keyName(root: Root, command: string): Safe {
  return root.signs.keyName(worldOf(root).keyOf(command));
}
