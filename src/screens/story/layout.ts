import { say, type Safe } from '../../text/index.ts';
import { windowOf, type Row } from '../../kit/index.ts';
import { bodyHeight, emptyRow } from '../bars.ts';
import { fullDate } from '../dates.ts';
import type { World } from '../world.ts';
import { headRows } from './head.ts';
import { entriesOf, type Entry, type StoryScreen } from './state.ts';

/** One row of the story: what stands above its entries, the name of a part or a day, or one of an entry's own. */
export type StoryLine =
  | { readonly type: 'head'; readonly row: Row }
  | { readonly type: 'part'; readonly name: Safe }
  | { readonly type: 'title' | 'about'; readonly index: number; readonly entry: Entry };

/** Returns the rows that show. */
export function linesOf(state: StoryScreen, world: World): readonly StoryLine[] {
  const height = bodyHeight(world);
  const lines: StoryLine[] = [];
  for (let index = state.top; index < entriesOf(state).length && lines.length < height; index++)
    lines.push(...linesOfEntry(state, index, index === state.top, world));
  return lines.slice(0, height);
}

/** Returns the state with its top moved as little as it takes to show the selected entry whole. */
export function keepInView(state: StoryScreen, world: World): StoryScreen {
  const roomy = scrolled(state, bodyHeight(world), world);
  const shown = linesOf(roomy, world).filter((line) => 'index' in line && line.index === state.selected);
  // The part of the first row is always named, so that a row more may be needed.
  return shown.length === (isRoomy(world) ? 2 : 1) ? roomy : scrolled(state, bodyHeight(world) - 1, world);
}

function scrolled(state: StoryScreen, rows: number, world: World): StoryScreen {
  const top = windowOf({
    count: entriesOf(state).length,
    selected: state.selected,
    height: (index) => linesOfEntry(state, index, false, world).length,
    rows,
    top: state.top,
    margin: 1,
  });
  return { ...state, top };
}

function linesOfEntry(state: StoryScreen, index: number, isTop: boolean, world: World): readonly StoryLine[] {
  const entries = entriesOf(state);
  const entry = entries[index];
  if (!entry) return [];
  const name = partOf(entry, world);
  const before = entries[index - 1];
  const isNamed = isTop || !before || partOf(before, world) !== name;
  const head = index === 0 ? headRows(state, world).map((row): StoryLine => ({ type: 'head', row })) : [];
  return [
    ...head,
    ...(isNamed && index > 0 && !isTop ? [{ type: 'head' as const, row: emptyRow }] : []),
    ...(isNamed ? [{ type: 'part' as const, name }] : []),
    { type: 'title', index, entry },
    ...(isRoomy(world) ? [{ type: 'about' as const, index, entry }] : []),
  ];
}

/** Whether an entry has two lines, as in the lists. */
function isRoomy(world: World): boolean {
  return world.size.columns > 60 && bodyHeight(world) >= 6;
}

function partOf(entry: Entry, world: World): Safe {
  if (entry.type === 'background') return say`Background`;
  const { published } = entry.moment.headline;
  return published === null ? say`No date` : fullDate(published, world);
}
