import type { SourceReport } from '../../news/index.ts';
import { windowOf, type Row } from '../../kit/index.ts';
import { bodyHeight } from '../bars.ts';
import type { World } from '../world.ts';
import { detailRows } from './detail.ts';
import { partOf, type Part, type Sources } from './state.ts';

/** One row of the list: the name of a part, a source, or what is told below the selected one. */
export type SourceLine =
  | { readonly type: 'part'; readonly part: Part }
  | { readonly type: 'source'; readonly index: number; readonly report: SourceReport }
  | { readonly type: 'detail'; readonly row: Row };

/** Returns the rows that show. */
export function linesOf(state: Sources, world: World): readonly SourceLine[] {
  const height = bodyHeight(world);
  const lines: SourceLine[] = [];
  for (let index = state.top; index < (state.reports?.length ?? 0) && lines.length < height; index++)
    lines.push(...linesOfSource(state, index, index === state.top, world));
  return lines.slice(0, height);
}

/** Returns the state with its top moved as little as it takes to show the selected source whole. */
export function keepInView(state: Sources, world: World): Sources {
  const top = windowOf({
    count: state.reports?.length ?? 0,
    selected: state.selected,
    height: (index) => linesOfSource(state, index, false, world).length,
    // The part of the first row is always named, so that a row more may be needed.
    rows: bodyHeight(world) - 1,
    top: state.top,
    margin: 1,
  });
  return { ...state, top };
}

function linesOfSource(state: Sources, index: number, isTop: boolean, world: World): readonly SourceLine[] {
  const report = state.reports?.[index];
  if (!report) return [];
  const part = partOf(report);
  const before = state.reports?.[index - 1];
  const isNamed = isTop || (before !== undefined && partOf(before) !== part);
  return [
    ...(isNamed ? [{ type: 'part' as const, part }] : []),
    { type: 'source', index, report },
    ...(index === state.selected ? detailRows(report, world).map((row) => ({ type: 'detail' as const, row })) : []),
  ];
}
