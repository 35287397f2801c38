import type { ArticleId, Condition, Headline, Query, SmartList, Sort, Story } from '../../news/index.ts';
import { readQuery, writeQuery, type When } from '../../query/index.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';
import type { Effect, Message, Next, Window } from '../../loop/index.ts';

/** A list of headlines: a window of its rows around what is shown, so that its length never matters. */
export interface Headlines {
  readonly screen: 'headlines';
  readonly list: SmartList;
  readonly sort: Sort;
  /** What is typed after `/`: empty when nothing is filtered. */
  readonly filter: Safe;
  /** What that asks for. */
  readonly narrowing: readonly Condition[];
  /** Whether one line stands for a story. */
  readonly folded: boolean;
  /** The stories that loaded rows belong to with others. */
  readonly stories: ReadonlyMap<ArticleId, Story>;
  /** An article to select once its row is here, with so many rows above it. */
  readonly wanted: Pick<ListLeft, 'selected' | 'above'> | null;
  /** The loaded rows, and the index in the whole list of the first of them. */
  readonly rows: readonly Headline[];
  readonly first: number;
  readonly total: number;
  /** Indices in the whole list. */
  readonly selected: number;
  readonly top: number;
}

/** Rows asked for at once, and how near to the edge of the loaded ones the next are asked for. */
export const pageSize = 120;
const margin = 40;
/** Loaded rows kept at most: those farthest from the selection are let go. */
const longest = 480;

/** How a list was left: its order, its filter, the article that was selected and how many stood above it on the screen. */
export interface ListLeft {
  readonly filter: Safe;
  readonly sort: Sort;
  readonly folded: boolean;
  readonly selected: ArticleId | null;
  readonly above: number;
}

/** Returns the list as it is before its rows have come, and asks for them: from the start, or as it was left. */
export function openList(
  list: SmartList,
  when: When,
  left: ListLeft = {
    filter: say``,
    sort: list.query.sort,
    folded: list.query.folded === true,
    selected: null,
    above: 0,
  },
): Next<Headlines> {
  const opened: Headlines = {
    screen: 'headlines',
    list,
    sort: left.sort,
    filter: say``,
    narrowing: [],
    folded: left.folded,
    stories: new Map(),
    wanted: left.selected ? left : null,
    rows: [],
    first: 0,
    total: 0,
    selected: 0,
    top: 0,
  };
  const state = { ...(narrowed(opened, left.filter, when) ?? opened), sort: left.sort };
  return [state, ask(state, { from: left.selected ? { around: left.selected } : 'start', limit: pageSize })];
}

/** Returns the query of what is shown: the list's own, with filter and order. */
export function queryOf(state: Headlines): Query {
  return {
    conditions: [...state.list.query.conditions, ...state.narrowing],
    sort: state.sort,
    ...(state.folded ? { folded: true as const } : {}),
  };
}

/** Returns the list narrowed by what is typed, or null when that is a mistake: then it stays as it is. */
export function narrowed(state: Headlines, text: Safe, when: When): Headlines | null {
  const { value, mistake } = readQuery(text, when);
  if (mistake) return null;
  const { conditions } = value;
  // What was typed may go on; once it is entered, it says so itself: "rwan" has become "rwan*".
  const filter = when.typing ? text : cleanLine(text);
  const sort = /(?:^|\s)sort:\S/.test(text) ? value.sort : state.sort;
  return { ...state, filter, narrowing: conditions, sort };
}

/** Returns how the filter is written that was typed so far and is entered now. */
export function entered(text: Safe, when: When): Safe {
  const typed = readQuery(text, { ...when, typing: true }).value;
  const whole = readQuery(text, when).value;
  // A last word that was too short to begin others is meant as it is.
  return typed.conditions.length === whole.conditions.length ? cleanLine(writeQuery(typed)) : text;
}

/** Names the request, so that an answer to an older question is known and dropped. */
export function keyOf(state: Headlines): string {
  return JSON.stringify([state.list.id, state.sort, state.narrowing, state.folded]);
}

/** Returns the effect that asks for a window of this list. */
export function ask(state: Headlines, window: Window): Effect {
  return { type: 'list', list: keyOf(state), query: queryOf(state), window };
}

/** Returns the effect that asks for the rows again, around the selected one. */
export function askAgain(state: Headlines): Effect {
  const selected = headlineAt(state, state.selected);
  const from = selected && state.selected > 0 ? { around: selected.id } : 'start';
  return ask(state, { from, limit: Math.max(pageSize, state.rows.length) });
}

/** Returns the headline at an index of the whole list, if it is loaded. */
export function headlineAt(state: Headlines, index: number): Headline | null {
  return state.rows[index - state.first] ?? null;
}

/** Returns the articles from the first row of the screen on, as many as the largest screen shows. */
export function seenFrom({ rows, top, first }: Headlines): readonly ArticleId[] {
  const start = Math.max(0, top - first);
  return rows.slice(start, start + pageSize).map(({ id }) => id);
}

/** Returns the story that a row belongs to with others. */
export function storyOfRow(state: Headlines, headline: Headline): Story | null {
  return state.stories.get(headline.id) ?? null;
}

export function selectedHeadline(state: Headlines): Headline | null {
  return headlineAt(state, state.selected);
}

/** Returns the state with another row selected, asking for more rows when it nears the edge of the loaded ones. */
export function select(state: Headlines, index: number): Next<Headlines> {
  const selected = Math.max(0, Math.min(index, state.total - 1));
  const moved = { ...state, selected };
  const last = state.first + state.rows.length - 1;
  if (selected > last || selected < state.first) return [moved, ask(moved, farWindow(moved))];
  const lastRow = state.rows.at(-1);
  const firstRow = state.rows[0];
  if (selected > last - margin && last < state.total - 1 && lastRow)
    return [moved, ask(moved, { from: { after: lastRow }, limit: pageSize })];
  if (selected < state.first + margin && state.first > 0 && firstRow)
    return [moved, ask(moved, { from: { before: firstRow }, limit: pageSize })];
  return [moved];
}

type Arrived = Pick<Extract<Message, { type: 'headlinesArrived' }>, 'window' | 'rows' | 'first' | 'total' | 'stories'>;

/** Rows that arrived take their place: after, before, or instead of those that are here. */
export function arrive(before: Headlines, { window, rows, first, total, stories }: Arrived): Headlines {
  const isMore = typeof window.from === 'object' && !('around' in window.from);
  const state = { ...before, stories: isMore ? new Map([...before.stories, ...stories]) : stories };
  if (typeof window.from === 'object' && 'after' in window.from)
    return trim({ ...state, rows: [...state.rows, ...rows], total });
  if (typeof window.from === 'object' && 'before' in window.from)
    return trim({ ...state, rows: [...rows, ...state.rows], first: state.first - rows.length, total });
  const arrived = { ...state, rows, first, total, wanted: null };
  if (!state.wanted) return settle(arrived, selectedHeadline(state)?.id ?? null);
  const settled = settle(arrived, state.wanted.selected);
  return { ...settled, top: Math.max(0, settled.selected - state.wanted.above) };
}

/** Keeps the same article selected when the rows around it have changed. */
function settle(state: Headlines, id: ArticleId | null): Headlines {
  const index = id === null ? -1 : state.rows.findIndex((row) => row.id === id);
  const selected = index === -1 ? Math.max(0, Math.min(state.selected, state.total - 1)) : state.first + index;
  return { ...state, selected, top: Math.max(0, state.top + (index === -1 ? 0 : selected - state.selected)) };
}

function farWindow(state: Headlines): Window {
  return { from: state.selected > state.first + state.rows.length - 1 ? 'end' : 'start', limit: pageSize };
}

function trim(state: Headlines): Headlines {
  if (state.rows.length <= longest) return state;
  const start = Math.max(0, Math.min(state.selected - state.first - longest / 2, state.rows.length - longest));
  return { ...state, rows: state.rows.slice(start, start + longest), first: state.first + start };
}
