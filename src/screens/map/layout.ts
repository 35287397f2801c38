import type { Neighbour } from '../../news/index.ts';
import { bodyHeight } from '../bars.ts';
import type { World } from '../world.ts';
import { spotsOf, type MapScreen, type Spot } from './state.ts';

/** One row of the map: how one gets to the neighbours below, a neighbour, or why it is one. */
export type MapLine =
  | { readonly type: 'space' }
  | { readonly type: 'way'; readonly via: Neighbour['via'] }
  | { readonly type: 'spot' | 'why'; readonly index: number; readonly spot: Spot };

/** Returns the rows that show. */
export function linesOf(state: MapScreen, world: World): readonly MapLine[] {
  const spots = spotsOf(state);
  const height = bodyHeight(world);
  const lines: MapLine[] = [];
  for (let index = state.top; index < spots.length && lines.length < height; index++)
    lines.push(...linesOfSpot(spots, index, index === state.top, world));
  return lines.slice(0, height);
}

/** Returns the rows of one neighbour, with what stands above it. */
export function linesOfSpot(spots: readonly Spot[], index: number, isTop: boolean, world: World): readonly MapLine[] {
  const spot = spots[index];
  if (!spot) return [];
  const via = wayTo(spots, index);
  const isNamed = isTop || (spot.depth === 1 && (index === 0 || wayTo(spots, index - 1) !== via));
  const hasWhy = spot.depth === 1 && spot.neighbour.why.length > 0 && world.size.columns > 60;
  return [
    ...(isNamed && !isTop && index > 0 ? [{ type: 'space' as const }] : []),
    ...(isNamed ? [{ type: 'way' as const, via }] : []),
    { type: 'spot', index, spot },
    ...(hasWhy ? [{ type: 'why' as const, index, spot }] : []),
  ];
}

/** How one gets from the article to a neighbour, or to the one that it lies behind. */
function wayTo(spots: readonly Spot[], index: number): Neighbour['via'] {
  const first = spots.slice(0, index + 1).findLast(({ depth }) => depth === 1);
  return first?.neighbour.via ?? 'related';
}
