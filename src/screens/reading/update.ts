import { say, type Safe } from '../../text/index.ts';
import type { Article } from '../../news/index.ts';
import type { Message, Next, PromptPurpose } from '../../loop/index.ts';
import { barsAbove } from '../bars.ts';
import { tagsFrom } from '../marking.ts';
import type { World } from '../world.ts';
import { followLink, choose, linkAt } from './links.ts';
import { background } from './linkCommands.ts';
import { hintFor } from './hints.ts';
import { lineOf } from './page.ts';
import { samePlace } from './samePlace.ts';
import { findWords, lastTop, lookSoon, noteProgress, page, scrollTo, type Reading } from './state.ts';

/** What the open article does with what happened. */
export function updateReading(state: Reading, message: Message, world: World): Next<Reading> {
  switch (message.type) {
    case 'articleChanged':
      return [changed(state, message.article, world)];
    case 'marked':
    case 'libraryChanged':
      return [
        state,
        { type: 'reread', article: state.article.id, version: state.article.version },
        ...(state.around ? [lookSoon(state.article.id)] : []),
      ];
    case 'aroundWanted':
      return message.article === state.article.id ? [state, { type: 'lookAround', article: message.article }] : [state];
    case 'aroundArrived':
      return message.article === state.article.id ? aroundArrived(state, message, world) : [state];
    case 'wholeArrived':
      return message.article === state.article.id ? wholeArrived(state, world) : [state];
    case 'resized':
    case 'settingChanged':
      return [{ ...state, top: Math.min(state.top, lastTop(state, world)) }];
    case 'typed':
      return typed(state, message.chord, world);
    case 'promptChanged':
    case 'promptEntered':
      return prompted(state, message.purpose, message.text, message.type === 'promptEntered', world);
    case 'promptLeft':
      return message.purpose === 'find' ? [{ ...state, find: null }] : [state];
    case 'rested':
      return [state, ...noteProgress(state, world)];
    case 'wheeled':
      return scroll(state, state.top + message.rows, world);
    case 'clicked':
      return click(state, message.row, message.column, world);
    case 'lineWanted':
      return scroll(state, message.line, world);
    case 'linkWanted':
      return followLink(state, message.link, world);
    default:
      return [state];
  }
}

/** Scrolls to a line, as far as there are lines. */
export function scroll(state: Reading, line: number, world: World): Next<Reading> {
  return [scrollTo(state, line, world)];
}

/** What was found stands at the foot: under the eyes of the reader nothing moves. */
function aroundArrived(
  state: Reading,
  { around, asked }: Extract<Message, { type: 'aroundArrived' }>,
  world: World,
): Next<Reading> {
  const isSame = JSON.stringify(around) === JSON.stringify(state.around);
  const next = isSame ? state : returned(state, { ...state, around, returning: null }, world);
  return asked === 'background' ? background(next, world) : [next];
}

/** Who was at the foot, among what was found, is there again, unless they have moved meanwhile. */
function returned(before: Reading, after: Reading, world: World): Reading {
  const { returning } = before;
  return returning && before.top === lastTop(before, world)
    ? scrollTo(after, lineOf(page(after, world), returning.place), world)
    : after;
}

/** An article that is as it was is not typeset again: while news comes in, it is got anew several times a second. */
function changed(state: Reading, article: Article, world: World): Reading {
  if (article.id !== state.article.id || JSON.stringify(article) === JSON.stringify(state.article)) return state;
  return keepPlace(state, { ...state, article }, world);
}

/** The same words stay at the top when there is another text, or when the page is typeset anew. */
function keepPlace(before: Reading, after: Reading, world: World): Reading {
  const other = before.article.version !== after.article.version;
  const there = samePlace(page(before, world), before.top, page(after, world));
  const so = scrollTo(after, there ?? (other ? 0 : before.top), world);
  // A link or a hit of the one text is none of the other.
  return other ? { ...so, link: null, find: null } : so;
}

/** Under the eyes of who is in the middle of the text nothing moves; the whole one is a key away. */
function wholeArrived(state: Reading, world: World): Next<Reading> {
  const { id, versions } = state.article;
  if (state.top === 0 || versions.length === 0) return [state, { type: 'reread', article: id, version: 'page' }];
  const key = world.signs.keyName(world.keyOf('article.whole'));
  return [
    state,
    { type: 'tell', words: say`The whole article is here ${world.signs.dot} ${key} shows it`, stays: true },
  ];
}

function prompted(state: Reading, purpose: PromptPurpose, text: Safe, entered: boolean, world: World): Next<Reading> {
  if (purpose === 'find') {
    const found = findWords(state, text, world);
    return [found];
  }
  if (purpose === 'tags' && entered)
    return [state, { type: 'mark', articles: [state.article.id], mark: { tags: tagsFrom(text) } }];
  return [state];
}

function typed(state: Reading, chord: string, world: World): Next<Reading> {
  const { mode } = state;
  const plain: Reading = { ...state, mode: { type: 'plain' } };
  if (mode.type === 'plain' || chord === 'esc' || chord === 'q') return [plain];
  const text = chord === 'backspace' ? mode.typed.slice(0, -1) : mode.typed + (chord.length === 1 ? chord : '');
  if (text === '') return [plain];
  if (mode.type === 'hints') return typedHint(state, text, world);
  if (chord === 'enter') return followLink(plain, Number(mode.typed) - 1, world);
  return /^\d+$/.test(text) ? numbered(state, text, world) : [plain];
}

function numbered(state: Reading, text: string, world: World): Next<Reading> {
  const link = Number(text) - 1;
  if (!page(state, world).links[link])
    return [
      { ...state, mode: { type: 'plain' } },
      { type: 'tell', words: noSuchLink(page(state, world).links.length) },
    ];
  return [{ ...choose(state, link, world), mode: { type: 'number', typed: text } }];
}

function noSuchLink(count: number): Safe {
  return count === 0 ? say`This article has no links.` : say`The links of this article have the numbers 1 to ${count}.`;
}

function typedHint(state: Reading, text: string, world: World): Next<Reading> {
  const hints = hintFor(state, world);
  const exact = hints.find(({ letters }) => letters === text);
  if (exact) return followLink({ ...state, mode: { type: 'plain' } }, exact.link, world);
  const begins = hints.some(({ letters }) => letters.startsWith(text));
  return [{ ...state, mode: begins ? { type: 'hints', typed: text } : { type: 'plain' } }];
}

function click(state: Reading, row: number, column: number, world: World): Next<Reading> {
  const link = linkAt(state, row - barsAbove(world), column, world);
  return link === null ? [state] : followLink(state, link, world);
}
