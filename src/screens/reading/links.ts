import { judgeAddress } from '../../address/index.ts';
import { say, widthOf, type Safe } from '../../text/index.ts';
import type { ArticleId, Headline } from '../../news/index.ts';
import type { Effect, Next, Opening } from '../../loop/index.ts';
import { isForeign, isWeb } from '../addresses.ts';
import { bodyHeight } from '../bars.ts';
import { linkWords } from '../signs.ts';
import type { World } from '../world.ts';
import { marginOf } from './margin.ts';
import { leftAt, noteProgress, page, reveal, type Reading } from './state.ts';

/** Returns the state with the next or previous link chosen, beginning with what is on the screen. */
export function chooseNext(state: Reading, step: 1 | -1, world: World): Reading {
  const order = linksInOrder(state, world);
  if (order.length === 0) return state;
  const at = state.link === null ? -1 : order.indexOf(state.link);
  const isSeen = at !== -1 && isOnScreen(state, order[at]!, world);
  const next = isSeen ? order[at + step] : firstOnScreen(state, order, step, world);
  return next === undefined ? state : choose(state, next, world);
}

/** Returns the state with a link chosen and on the screen. */
export function choose(state: Reading, link: number, world: World): Reading {
  const line = page(state, world).links[link]?.line ?? -1;
  return line === -1 ? { ...state, link } : reveal({ ...state, link }, line, world);
}

/**
 * Follows a link: an article here is opened with its own state and place, a page of the web is fetched for that. A title that
 * names nothing here offers a search.
 */
export function followLink(state: Reading, index: number, world: World): Next<Reading> {
  const link = page(state, world).links[index]?.link;
  if (!link) return [state, { type: 'tell', words: say`No such link.` }];
  const chosen = { ...state, link: index };
  const { target, address } = link;
  if (target)
    return [
      chosen,
      ...noteProgress(chosen, world),
      { type: 'follow', article: target.id, from: leftAt(chosen, world) },
    ];
  if (link.guess) return [chosen, { type: 'open', opening: guessChooser(chosen, link.text, link.guess, world) }];
  if (address && (isWeb(address) || isForeign(address))) return [chosen, fetched(address, state.article.id)];
  if (address?.startsWith('#')) return [chosen];
  return [
    chosen,
    { type: 'open', opening: { screen: 'search', words: link.text } },
    { type: 'tell', words: say`“${link.text}” is not here. These come nearest.` },
  ];
}

/** A guess is never followed unasked: it is offered, beside a search for the words. */
function guessChooser(state: Reading, text: Safe, guess: Headline, world: World): Opening {
  const follow: readonly Effect[] = [
    ...noteProgress(state, world),
    { type: 'follow', article: guess.id, from: leftAt(state, world) },
  ];
  return {
    screen: 'chooser',
    purpose: 'links',
    title: say`“${text}” is not here. Is this meant?`,
    choices: [
      { label: guess.title, detail: say`${guess.publisher}`, effects: follow },
      {
        label: say`Search for these words`,
        detail: null,
        effects: [{ type: 'open', opening: { screen: 'search', words: text } }],
      },
    ],
    selected: 0,
  };
}

/** An address that is refused is told, with the reason. */
function fetched(address: Safe, from: ArticleId): Effect {
  const { verdict, why, shown } = judgeAddress(address);
  if (verdict !== 'refused') return { type: 'openPage', address, from };
  return { type: 'tell', words: say`${shown} is not followed: ${why ?? say`it is no web address.`}`, stays: true };
}

/** Returns what the chosen link leads to, in words, for the line above the footer. */
export function aboutLink(state: Reading, world: World): Safe | null {
  if (state.link === null) return null;
  const { links } = page(state, world);
  const chosen = links[state.link];
  if (!chosen) return null;
  const { target, address, text } = chosen.link;
  const title = target?.title ?? text;
  const where =
    !target && address ? say` · ${judgeAddress(address).shown}` : target ? say` · ${target.publisher}` : say``;
  return say`Link ${state.link + 1} of ${links.length} · ${linkWords(chosen.link)} · ${title}${where}`;
}

/** Returns the link that stands at a row and column of the body, or null. */
export function linkAt(state: Reading, row: number, column: number, world: World): number | null {
  const line = row >= 0 && row < bodyHeight(world) ? page(state, world).lines[state.top + row]?.line : undefined;
  let at = marginOf(world);
  for (const run of line?.runs ?? []) {
    const end = at + widthOf(run.text);
    if (column >= at && column < end) return run.link ?? null;
    at = end;
  }
  return null;
}

/** The links in the order in which they stand on the page. */
function linksInOrder(state: Reading, world: World): readonly number[] {
  const { links } = page(state, world);
  return links
    .map(({ line }, index) => ({ line, index }))
    .filter(({ line }) => line !== -1)
    .sort((one, other) => one.line - other.line || one.index - other.index)
    .map(({ index }) => index);
}

function isOnScreen(state: Reading, link: number, world: World): boolean {
  const line = page(state, world).links[link]?.line ?? -1;
  return line >= state.top && line < state.top + bodyHeight(world);
}

function firstOnScreen(state: Reading, order: readonly number[], step: 1 | -1, world: World): number | undefined {
  const { links } = page(state, world);
  const bottom = state.top + bodyHeight(world);
  if (step === 1) return order.find((link) => links[link]!.line >= state.top) ?? order.at(-1);
  return order.findLast((link) => links[link]!.line < bottom) ?? order[0];
}
