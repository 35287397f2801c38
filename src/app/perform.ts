import { judgeAddress, webAddress } from '../address/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { ArticleId, Headline, Instant, Query, Source, SourceId } from '../news/index.ts';
import type { Effect, Message } from '../loop/index.ts';
import { LibraryProblem, type Change, type Library, type Page } from '../library/index.ts';
import type { Scout } from './connections.ts';
import type { Errands } from './errands.ts';
import { hiddenBy } from './own-lists.ts';
import type { OwnQueries } from './own-queries.ts';
import type { TypedPlace } from './place.ts';
import { addSource, keep, refresh, removeSource } from './source-deeds.ts';
import { sourceReports } from './source-reports.ts';

/** What the effects are done with. Everything that touches the world is an argument, so that a test can look. */
export interface Deeds {
  readonly library: Library;
  /** The sources that are listed now. */
  readonly scope: () => readonly SourceId[];
  /** Hears of a source that came, or of the id of one that went. */
  readonly sourceCame: (source: Source) => void;
  readonly sourceWent: (source: SourceId) => void;
  readonly scout: Scout;
  readonly connectSoon: () => void;
  /** Has what was begun on very many articles go on. */
  readonly goOnSoon: () => void;
  readonly errands: Errands;
  readonly placeTyped: (text: string) => TypedPlace;
  /** The reader's own lists, and the rules that hide. */
  readonly own: OwnQueries;
  readonly now: () => Instant;
  readonly later: (name: string, after: number, message: Message) => void;
  readonly session: () => string;
  readonly problems: () => readonly Message[];
  readonly guide: () => ArticleId | null;
  readonly set: (setting: string, value: string | number | boolean) => void;
  readonly browse: (address: Safe) => void;
  readonly copy: (text: Safe) => void;
  readonly redraw: () => void;
  readonly suspend: () => void;
  readonly quit: () => void;
}

/** Milliseconds without a key after which what is half done is written down. */
const restAfter = 700;

/**
 * Does what a turn asked for, and returns what came of it. The one place where effects happen.
 * A library that cannot be written, as on a full disk, is told in words; what was there stays, and reading goes on.
 */
export function perform(effect: Effect, deeds: Deeds): readonly Message[] {
  try {
    return done(effect, deeds);
  } catch (error) {
    if (error instanceof LibraryProblem) return [{ type: 'told', words: error.problem.detail }];
    throw error;
  }
}

function done(effect: Effect, deeds: Deeds): readonly Message[] {
  const { library, now } = deeds;
  switch (effect.type) {
    case 'list':
      return [listed(effect, deeds)];
    case 'read':
      return read(effect, deeds);
    case 'reread': {
      const article = library.article(effect.article, effect.version);
      return article ? [{ type: 'articleChanged', article }] : [];
    }
    case 'count':
      return [counted(deeds)];
    case 'search':
      return [searched(effect, deeds)];
    case 'mark':
      return changed(library.mark(effect.articles, effect.mark, now()), deeds);
    case 'markAll':
      return allChanged(sweep(effect, deeds), deeds);
    case 'markAbove':
      return changed(markAbove(effect, deeds), deeds);
    case 'undo':
      return undone(library.undo(now()), say`There is nothing to take back.`, deeds);
    case 'redo':
      return undone(library.redo(now()), say`There is nothing to make again.`, deeds);
    case 'notePlace':
      library.notePlace(effect.article, effect.place, effect.progress, now());
      return [];
    case 'askProblems':
      return deeds.problems();
    case 'keepQuery':
      return keepQuery(effect, deeds);
    case 'askNames':
      return [names(deeds)];
    case 'keepSession':
      library.saveSession(deeds.session(), effect.session);
      return [];
    case 'rest':
      deeds.later('rest', restAfter, { type: 'rested' });
      return [];
    case 'remind':
      deeds.later(effect.message.type, effect.after, effect.message);
      return [];
    default:
      return meanwhile(effect, deeds);
  }
}

/** Deeds on sources, and those that go on while keys are answered: these return at once. */
function meanwhile(effect: Effect, deeds: Deeds): readonly Message[] {
  const { errands, library } = deeds;
  switch (effect.type) {
    case 'askSources':
      return [{ type: 'sourcesArrived', sources: sourceReports(library, deeds.now()) }];
    case 'changeSource':
      return library.changeSource(effect.source, effect.change)
        ? [{ type: 'libraryChanged' }]
        : [{ type: 'told', words: say`This source is no longer here.` }];
    case 'removeSource':
      return removeSource(effect.source, deeds);
    case 'keepAgain': {
      const { id: _, ...source } = effect.source;
      const kept = keep(source, deeds);
      return [{ type: 'libraryChanged' }, ...errands.refreshOne(kept)];
    }
    case 'addSource':
      return addSource(effect.location, deeds);
    case 'keepFeed':
      return errands.keepFeed(effect.address, effect.name);
    case 'openPage':
      return errands.openPage(effect.address, effect.from);
    case 'fetchWhole':
      return errands.fetchWhole(effect.article, effect.address);
    case 'refresh':
      return refresh(effect.of, deeds);
    case 'connect':
      deeds.connectSoon();
      return [];
    case 'lookAround':
    case 'gatherStory':
    case 'offerStories':
    case 'followStory':
    case 'pin':
    case 'mapOut':
    case 'compare':
      return deeds.scout.perform(effect);
    case 'cancel':
      errands.cancel(effect.errand);
      return [];
    default:
      return outside(effect, deeds);
  }
}

/** Deeds outside the library. */
function outside(effect: Effect, deeds: Deeds): readonly Message[] {
  switch (effect.type) {
    case 'browse':
      return browse(effect.address, deeds);
    case 'copy':
      deeds.copy(effect.text);
      return [{ type: 'told', words: say`Copied the ${effect.what}` }];
    case 'openGuide': {
      const guide = deeds.guide();
      return guide
        ? read({ article: guide, arrival: { type: 'new' } }, deeds)
        : [{ type: 'told', words: say`The guide is not here.` }];
    }
    case 'set':
      deeds.set(effect.setting, effect.value);
      return [{ type: 'settingChanged', setting: effect.setting, value: effect.value }];
    case 'redraw':
      deeds.redraw();
      return [];
    case 'suspend':
      deeds.suspend();
      return [];
    case 'quit':
      deeds.quit();
      return [];
    default:
      // What concerns the stack was carried out by the turn.
      return [];
  }
}

function listed(effect: Extract<Effect, { type: 'list' }>, deeds: Deeds): Message {
  const page: Page = effect.window;
  const { rows, total, first } = deeds.library.headlines(deeds.own.shown(effect.query), deeds.scope(), page);
  const stories = deeds.library.storiesOf(rows.map(({ id }) => id));
  return { type: 'headlinesArrived', list: effect.list, window: effect.window, rows, total, first, stories };
}

function read(
  effect: Pick<Extract<Effect, { type: 'read' }>, 'article' | 'arrival' | 'version' | 'find'>,
  { library, scout }: Deeds,
): readonly Message[] {
  const article = library.article(effect.article, effect.version);
  if (!article)
    return [{ type: 'told', words: say`This article is no longer here. Its marks are kept for when it returns.` }];
  const source = library.sources().find(({ id }) => id === article.source) ?? null;
  const around = effect.arrival.type === 'step' ? scout.around(article.id) : null;
  return [
    {
      type: 'articleArrived',
      article,
      source,
      arrival: effect.arrival,
      // The place that is gone back to may be in what stands around it.
      ...(around ? { around } : {}),
      ...(effect.find ? { find: effect.find } : {}),
    },
  ];
}

function sweep(
  { query, mark, first }: Extract<Effect, { type: 'markAll' | 'markAbove' }>,
  { library, own, scope, now }: Deeds,
  upTo?: Headline,
): Change | null {
  return library.sweep(own.shown(query), scope(), mark, now(), { first, ...(upTo ? { upTo } : {}) });
}

/** Of a list with a line for each story only what has a line is marked, and it is walked to know what that is. */
function markAbove(effect: Extract<Effect, { type: 'markAbove' }>, deeds: Deeds): Change | null {
  return effect.query.folded
    ? deeds.library.mark(idsAbove(effect.query, effect.headline, deeds), effect.mark, deeds.now())
    : sweep(effect, deeds, effect.headline);
}

/** Returns the articles of a list down to one of them, by pages and so without an end to their number. */
function idsAbove(query: Query, last: Headline, deeds: Deeds): readonly ArticleId[] {
  const ids: ArticleId[] = [last.id];
  for (let edge = last; ;) {
    const page: Page = { from: { before: edge, index: 0 }, limit: 1000 };
    const { rows } = deeds.library.headlines(deeds.own.shown(query), deeds.scope(), page);
    ids.unshift(...rows.map((row) => row.id));
    const first = rows[0];
    if (!first) return ids;
    edge = first;
  }
}

/** Who asks for a change of a whole list is told when there was nothing in it to change. */
function allChanged(change: Change | null, deeds: Deeds): readonly Message[] {
  return change ? changed(change, deeds) : [{ type: 'told', words: say`Nothing in this list was to be changed.` }];
}

function changed(change: Change | null, deeds: Deeds): readonly Message[] {
  if (!change) return [];
  if (change.goesOn) deeds.goOnSoon();
  return [{ type: 'marked', ...change }, counted(deeds)];
}

function undone(change: Parameters<typeof changed>[0], otherwise: Safe, deeds: Deeds): readonly Message[] {
  return change ? changed(change, deeds) : [{ type: 'told', words: otherwise }];
}

function counted({ library, own, scope }: Deeds): Message {
  const lists = own.lists();
  const queries = [...lists, ...own.rules().map(hiddenBy)].map(({ query }) => own.shown(query));
  const counts = library.counts(queries, scope());
  return { type: 'countsArrived', counts: counts.slice(0, lists.length), hidden: counts.slice(lists.length) };
}

function searched({ words, query, limit }: Extract<Effect, { type: 'search' }>, deeds: Deeds): Message {
  const hits = deeds.library.search(deeds.own.shown(query), deeds.scope(), limit);
  return { type: 'hitsArrived', words, hits };
}

/** The names that are completed: of the sources that are listed, and the tags, the most frequent first. */
function names({ library, scope }: Deeds): Message {
  const listed = new Set(scope());
  const source = library.sources().flatMap(({ id, name }) => (listed.has(id) ? [name] : []));
  return { type: 'namesArrived', source, tag: library.tags(scope()).map(({ tag }) => tag) };
}

function keepQuery(
  { shelf, name, query, was }: Extract<Effect, { type: 'keepQuery' }>,
  { own }: Deeds,
): readonly Message[] {
  own.keep(shelf, name, query, was);
  const changed: Message = { type: 'listsChanged', lists: own.lists(), rules: own.rules() };
  if (query === null) return [changed];
  const words =
    shelf === 'lists' ? say`“${name}” is a list now · gl shows all` : say`Muted: ${name} · gM shows what is hidden`;
  return [changed, { type: 'told', words }];
}

function browse(address: Safe, deeds: Deeds): readonly Message[] {
  const plain = webAddress(address);
  const judged = judgeAddress(address);
  if (!plain || judged.verdict === 'refused')
    return [{ type: 'told', words: say`This address is not opened: ${judged.why ?? cleanLine(address)}` }];
  deeds.browse(plain);
  return [{ type: 'told', words: say`Opening ${judged.shown}` }];
}
