import type { Safe } from '../../text/index.ts';
import { groupOf } from '../dates.ts';
import { bodyHeight, barsAbove } from '../bars.ts';
import type { World } from '../world.ts';
import { headlineAt, type Headlines } from './state.ts';

/** One row of the list's part of the screen. */
export type ListLine =
  | { readonly type: 'group'; readonly name: Safe }
  | { readonly type: 'title' | 'about'; readonly index: number };

/** Columns from which a preview stands beside the list, and up to which an article has one line. */
const previewFrom = 110;
const oneLineUpTo = 60;

/** Returns the columns of the list and of the preview beside it; 0 where there is none. */
export function columnsOf(world: World): { readonly list: number; readonly preview: number } {
  const { columns } = world.size;
  if (!world.preview || columns < previewFrom) return { list: columns, preview: 0 };
  const list = Math.max(60, Math.floor(columns * 0.56));
  return { list, preview: columns - list - 3 };
}

/** Returns the rows that show, from the top article on: at most as many as there is room for. */
export function linesOf(state: Headlines, world: World): readonly ListLine[] {
  const height = bodyHeight(world);
  const lines: ListLine[] = [];
  for (let index = state.top; index < state.total && lines.length < height; index++) {
    if (!headlineAt(state, index)) break;
    lines.push(...linesOfArticle(state, index, index === state.top, world));
  }
  return lines.slice(0, height);
}

/** Returns the state with its top moved as little as it takes to show the selected article whole. */
export function keepInView(state: Headlines, world: World): Headlines {
  if (state.selected <= state.top) return { ...state, top: Math.max(0, state.selected) };
  const height = bodyHeight(world);
  let top = state.selected;
  let used = linesOfArticle(state, top, true, world).length;
  while (top > state.top) {
    const before = linesOfArticle(state, top - 1, true, world).length;
    const own = linesOfArticle(state, top, false, world).length - linesOfArticle(state, top, true, world).length;
    if (used + before + own > height) break;
    used += before + own;
    top -= 1;
  }
  return { ...state, top };
}

/** Returns how many articles fit on a page. */
export function articlesOnPage(world: World): number {
  return Math.max(1, Math.floor(bodyHeight(world) / (isOneLine(world) ? 1 : 2)));
}

/** Returns the index of the article that a row of the screen shows, or null. */
export function articleAtRow(state: Headlines, row: number, world: World): number | null {
  const line = linesOf(state, world)[row - barsAbove(world)];
  return line && line.type !== 'group' ? line.index : null;
}

/** Whether an article has one line, as on a narrow screen. */
export function isOneLine(world: World): boolean {
  return world.size.columns <= oneLineUpTo || bodyHeight(world) < 6;
}

function linesOfArticle(state: Headlines, index: number, isTop: boolean, world: World): readonly ListLine[] {
  const group = groupName(state, index, world);
  const isNewGroup = group !== null && (isTop || group !== groupName(state, index - 1, world));
  return [
    ...(isNewGroup ? [{ type: 'group' as const, name: group }] : []),
    { type: 'title', index },
    ...(isOneLine(world) ? [] : [{ type: 'about' as const, index }]),
  ];
}

function groupName(state: Headlines, index: number, world: World): Safe | null {
  const headline = headlineAt(state, index);
  if (!headline || bodyHeight(world) < 6) return null;
  if (state.sort === 'publisher') return headline.publisher;
  return state.sort === 'newest' || state.sort === 'oldest' ? groupOf(headline.published, world) : null;
}
