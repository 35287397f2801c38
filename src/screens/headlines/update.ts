import { say, type Safe } from '../../text/index.ts';
import type { Sort } from '../../news/index.ts';
import type { Message, Next } from '../../loop/index.ts';
import { tagsFrom } from '../marking.ts';
import type { World } from '../world.ts';
import {
  arrive,
  ask,
  askAgain,
  entered,
  headlineAt,
  keyOf,
  narrowed,
  pageSize,
  queryOf,
  seenFrom,
  select,
  selectedHeadline,
  type Headlines,
} from './state.ts';
import { keptAs } from './keeping.ts';
import { articleAtRow, keepInView } from './layout.ts';

/** What the list does with what happened. */
export function updateHeadlines(state: Headlines, message: Message, world: World): Next<Headlines> {
  switch (message.type) {
    case 'headlinesArrived':
      if (message.list !== keyOf(state)) return [state];
      return [keepInView(arrive(state, message), world)];
    case 'marked':
    case 'libraryChanged':
      return [state, askAgain(state)];
    case 'resized':
      return [keepInView(state, world)];
    case 'promptChanged':
    case 'promptEntered':
      return typed(state, message, world);
    case 'promptLeft':
      return message.purpose === 'filter' ? startAgain({ ...state, filter: say``, narrowing: [] }) : [state];
    case 'chosen':
      return message.purpose === 'sort' ? startAgain({ ...state, sort: message.value as Sort }) : [state];
    case 'neighbourWanted':
      return openNeighbour(state, message, world);
    case 'wheeled':
      return moveTo(state, state.selected + message.rows, world);
    case 'clicked':
      return click(state, message.row, world);
    default:
      return [state];
  }
}

/** Selects a row and keeps it on the screen. */
export function moveTo(state: Headlines, index: number, world: World): Next<Headlines> {
  const [moved, ...effects] = select(state, index);
  return [keepInView(moved, world), ...effects];
}

/** Asks for the list anew from its start: the filter, the order or the list itself has changed. */
export function startAgain(state: Headlines): Next<Headlines> {
  const fresh: Headlines = { ...state, rows: [], first: 0, total: 0, selected: 0, top: 0, wanted: null };
  return [fresh, ask(fresh, { from: 'start', limit: pageSize })];
}

/** Returns the index of the next article in a direction, unread ones only if asked; null when the list has none loaded. */
export function neighbour(state: Headlines, step: 1 | -1, unread: boolean): number | null {
  for (let index = state.selected + step; index >= 0 && index < state.total; index += step) {
    const headline = headlineAt(state, index);
    if (!headline) return null;
    if (!unread || headline.status.read !== 'read') return index;
  }
  return null;
}

type Prompted = Extract<Message, { type: 'promptChanged' | 'promptEntered' }>;

function typed(state: Headlines, { type, purpose, text }: Prompted, world: World): Next<Headlines> {
  const headline = selectedHeadline(state);
  const isEntered = type === 'promptEntered';
  if (purpose === 'filter') return filtered(state, text, isEntered, world);
  if (isEntered && (purpose === 'keep' || purpose === 'rename')) return keptAs(state, purpose, text);
  if (purpose === 'tags' && isEntered && headline)
    return [state, { type: 'mark', articles: [headline.id], mark: { tags: tagsFrom(text) } }];
  if (isEntered && (purpose === 'tagAll' || purpose === 'untagAll')) return tagAll(state, purpose, tagsFrom(text));
  return [state];
}

function tagAll(state: Headlines, purpose: 'tagAll' | 'untagAll', tags: readonly Safe[]): Next<Headlines> {
  if (tags.length === 0) return [state];
  const mark = purpose === 'tagAll' ? { tagged: tags } : { untagged: tags };
  return [state, { type: 'markAll', query: queryOf(state), mark, first: seenFrom(state) }];
}

/** A mistake is shown where it is typed; the last good list stays meanwhile. */
function filtered(state: Headlines, text: Safe, isEntered: boolean, world: World): Next<Headlines> {
  const so = isEntered
    ? narrowed(state, entered(text, world), world)
    : narrowed(state, text, { ...world, typing: true });
  if (!so) return [state];
  return keyOf(so) === keyOf(state) ? [{ ...state, filter: so.filter }] : startAgain(so);
}

function openNeighbour(
  state: Headlines,
  wanted: Extract<Message, { type: 'neighbourWanted' }>,
  world: World,
): Next<Headlines> {
  const index = neighbour(state, wanted.step, wanted.unread);
  const headline = index === null ? null : headlineAt(state, index);
  if (index === null || !headline) return [state, { type: 'tell', words: nothingThere(wanted.unread, wanted.step) }];
  const [moved, ...effects] = moveTo(state, index, world);
  return [moved, ...effects, { type: 'follow', article: headline.id, from: wanted.from }];
}

function nothingThere(unread: boolean, step: 1 | -1) {
  if (unread)
    return step === 1 ? say`No unread article below in this list.` : say`No unread article above in this list.`;
  return step === 1 ? say`This is the last article of the list.` : say`This is the first article of the list.`;
}

function click(state: Headlines, row: number, world: World): Next<Headlines> {
  const index = articleAtRow(state, row, world);
  if (index === null) return [state];
  const headline = headlineAt(state, index);
  if (index === state.selected && headline) return [state, { type: 'follow', article: headline.id, from: null }];
  return moveTo(state, index, world);
}
