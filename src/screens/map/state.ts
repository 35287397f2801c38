import type { Safe } from '../../text/index.ts';
import type { ArticleId, Headline, Neighbour, Neighbourhood } from '../../news/index.ts';
import type { Next } from '../../loop/index.ts';

/** The map around an article, walked as an outline. */
export interface MapScreen {
  readonly screen: 'map';
  readonly article: ArticleId;
  /** The title of that. */
  readonly title: Safe;
  /** Null until it was made. */
  readonly map: Neighbourhood | null;
  /** Indices among the rows of the outline. */
  readonly selected: number;
  readonly top: number;
}

/** A row of the outline: a neighbour, and how many steps out it stands. */
export interface Spot {
  readonly neighbour: Neighbour;
  readonly depth: 1 | 2;
}

export function openMap({ id, title }: Pick<Headline, 'id' | 'title'>): Next<MapScreen> {
  return [
    { screen: 'map', article: id, title, map: null, selected: 0, top: 0 },
    { type: 'mapOut', article: id },
  ];
}

/** Returns the rows of the outline: each neighbour, and below it what lies behind it. */
export function spotsOf({ map }: MapScreen): readonly Spot[] {
  return (map?.neighbours ?? []).flatMap((neighbour): Spot[] => [
    { neighbour, depth: 1 },
    ...neighbour.beyond.map((further): Spot => ({ neighbour: further, depth: 2 })),
  ]);
}

export function selectedHeadline(state: MapScreen): Headline | null {
  return spotsOf(state)[state.selected]?.neighbour.headline ?? null;
}
