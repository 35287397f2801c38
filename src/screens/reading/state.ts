import type { Article, ArticleId, Place, Source, Surroundings } from '../../news/index.ts';
import type { Safe } from '../../text/index.ts';
import type { Effect, LeftAt, Message, Next } from '../../loop/index.ts';
import { isWeb } from '../addresses.ts';
import { bodyHeight } from '../bars.ts';
import type { World } from '../world.ts';
import { matchesIn, type Match } from './find.ts';
import { lineOf, pageOf, type Page } from './page.ts';

/** What the keys do: move and command, choose a link by its letters, or by its number. */
export type Mode =
  | { readonly type: 'plain' }
  | { readonly type: 'hints'; readonly typed: string }
  | { readonly type: 'number'; readonly typed: string };

/** An article being read. */
export interface Reading {
  readonly screen: 'reading';
  readonly article: Article;
  /** Who publishes it, unless that source is gone. */
  readonly source: Source | null;
  /** What stands around it: null until it was looked for, a moment after the article opened. */
  readonly around: Surroundings | null;
  /** The place that is gone back to, until it is known what stands around the article: it may be in that. */
  readonly returning: LeftAt | null;
  /** Index of the first line that shows. */
  readonly top: number;
  /** Index on the page of the chosen link, or null. */
  readonly link: number | null;
  readonly find: { readonly words: Safe; readonly at: number } | null;
  /** Columns by which wide tables and code are moved to the left. */
  readonly shift: number;
  readonly mode: Mode;
}

/** From what share on an article counts as read to the end. */
const atEnd = 0.995;

type Arrived = Pick<Extract<Message, { type: 'articleArrived' }>, 'article' | 'source' | 'around' | 'find'>;

/**
 * Returns the article opened at a place; at its last place when it was left in the middle. Of one that is only a headline the
 * page is fetched.
 */
export function openArticle(
  { article, source, around, find }: Arrived,
  at: LeftAt | null,
  world: World,
): Next<Reading> {
  const state: Reading = {
    screen: 'reading',
    article,
    source,
    around: around ?? null,
    returning: around ? null : at,
    top: 0,
    link: at?.link ?? null,
    find: null,
    shift: 0,
    mode: { type: 'plain' },
  };
  const { address, versions } = article;
  if (versions.length === 0 && isWeb(address)) return [state, { type: 'fetchWhole', article: article.id, address }];
  const look: readonly Effect[] = around ? [] : [lookSoon(article.id)];
  if (find)
    return [findWords(scrollTo(state, lineOf(page(state, world), find.place), world), find.words, world), ...look];
  return [scrollTo(state, lineOf(page(state, world), at ? at.place : resumePlace(article)), world), ...look];
}

/** Milliseconds after which there is time to look for what stands around an article: its own text stands by then. */
const soon = 20;

/** Returns the effect that has what stands around the article looked for, once the frame is drawn. */
export function lookSoon(article: ArticleId): Effect {
  return { type: 'remind', after: soon, message: { type: 'aroundWanted', article } };
}

/** Returns where reading goes on, or null for the top. */
function resumePlace(article: Article): Place | null {
  return article.status.read === 'reading' ? article.status.place : null;
}

export function page(state: Reading, world: World): Page {
  return pageOf(state, world);
}

/** Returns the highest index that the first line can have. */
export function lastTop(state: Reading, world: World): number {
  return Math.max(0, page(state, world).lines.length - bodyHeight(world));
}

export function scrollTo(state: Reading, line: number, world: World): Reading {
  return { ...state, top: Math.max(0, Math.min(line, lastTop(state, world))) };
}

/** Returns the state scrolled as little as it takes to show a line with some context. */
export function reveal(state: Reading, line: number, world: World): Reading {
  const height = bodyHeight(world);
  const context = Math.min(3, Math.floor(height / 4));
  if (line < state.top + context) return scrollTo(state, line - context, world);
  if (line > state.top + height - 1 - context) return scrollTo(state, line - height + 1 + context, world);
  return state;
}

/** Returns the place of the first line and the chosen link: what the trail remembers. */
export function leftAt(state: Reading, world: World): LeftAt {
  const first = page(state, world).lines[state.top];
  const { version, versions } = state.article;
  return {
    place: state.top === 0 || !first ? null : first.line.place,
    link: state.link,
    ...(versions.length > 1 ? { version } : {}),
  };
}

/** Returns the share of the body that has been on the screen, from 0 to 1. */
export function progressOf(state: Reading, world: World): number {
  const { bodyEnd } = page(state, world);
  return bodyEnd === 0 ? 1 : Math.min(1, (state.top + bodyHeight(world)) / bodyEnd);
}

/** Returns what is to be kept when reading rests or ends: nothing for an article that was merely looked into. */
export function noteProgress(state: Reading, world: World): readonly Effect[] {
  const progress = progressOf(state, world);
  if (state.top === 0 && progress < atEnd) return [];
  const { version, versions } = state.article;
  // A place is one of the text that is opened the next time: the whole one where there are two.
  const place = versions.includes('page') && version === 'filed' ? null : leftAt(state, world).place;
  return [{ type: 'notePlace', article: state.article.id, place, progress: progress >= atEnd ? 1 : progress }];
}

export function matches(state: Reading, world: World): readonly Match[] {
  return state.find ? matchesIn(page(state, world), state.find.words) : [];
}

/** Returns the state with the words found and the first match at or below the top revealed. */
export function findWords(state: Reading, words: Safe, world: World): Reading {
  if (words === '') return { ...state, find: null };
  const found = matchesIn(page(state, world), words);
  const at = Math.max(
    0,
    found.findIndex((match) => match.line >= state.top),
  );
  const match = found[at];
  const next = { ...state, find: { words, at } };
  return match ? reveal(next, match.line, world) : next;
}
