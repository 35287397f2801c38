/** What a list shows and chooses. */
export interface Listing {
  /** How many entries there are. */
  readonly count: number;
  /** The index of the selected one. */
  readonly selected: number;
  /** How many rows an entry fills, what stands above it (such as the heading of its group) included. */
  readonly height: (index: number) => number;
  /** How many rows the list may fill. */
  readonly rows: number;
  /** The first entry shown before. */
  readonly top: number;
  /** How many entries should show before and after the selected one, where there are any. */
  readonly margin: number;
}

/**
 * Returns the index of the first entry to show. It moves as little as it can: the selected entry shows whole with its
 * margin, and no row stays empty below the last entry while earlier ones would fit. It asks only for heights near the window.
 */
export function windowOf(listing: Listing): number {
  const { count, rows } = listing;
  if (count <= 0 || rows <= 0) return 0;
  const selected = clamp(listing.selected, 0, count - 1);
  const showing = (index: number): number => Math.min(selected, firstThatFits(listing, index));
  const least = showing(Math.min(count - 1, selected + listing.margin));
  const most = Math.max(least, selected - listing.margin);
  return Math.min(clamp(listing.top, least, most), showing(count - 1));
}

/** Returns the first entry of a window whose last whole entry is this one. */
function firstThatFits(listing: Listing, last: number): number {
  let used = listing.height(last);
  let first = last;
  while (first > 0 && used + listing.height(first - 1) <= listing.rows) {
    first -= 1;
    used += listing.height(first);
  }
  return first;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
