import { join, say, type Safe } from '../text/index.ts';
import { repeated } from './pieces.ts';
import type { Piece } from './row.ts';
import type { Signs } from './signs.ts';

/** Amounts, drawn in signs. */
export const gauge = { meter, spark, thumb };

/** Returns a bar of the columns with the share of it that is done, 0 to 1, filled: `━━━━──────`. */
function meter(share: number, columns: number, signs: Signs): readonly Piece[] {
  const done = Math.round(within(share) * columns);
  // What has begun and what has not ended shows as such, however short the bar.
  const full = columns < 2 ? done : Math.max(share > 0 ? 1 : 0, Math.min(done, share < 1 ? columns - 1 : columns));
  return [
    { text: repeated(signs.meterFull, full), role: 'meter' },
    { text: repeated(signs.meterEmpty, columns - full), role: 'rule' },
  ];
}

/** Returns the last values as a line of bars, one column each, against the greatest of them: `▁▃▂█`. */
function spark(values: readonly number[], columns: number, signs: Signs): Safe {
  const shown = columns > 0 ? values.slice(-columns) : [];
  const greatest = Math.max(0, ...shown.filter(Number.isFinite));
  const levels = signs.levels;
  const step = (value: number): Safe => {
    const share = greatest > 0 ? within(value / greatest) : 0;
    // Whatever is more than nothing stands above the lowest step.
    return levels[Math.max(share > 0 ? 1 : 0, Math.round(share * (levels.length - 1)))]!;
  };
  return join(shown.map(step), say``);
}

/** Returns the sign of a scrollbar for each of the rows, of which the first shown of all stands at `top`. Empty if all show. */
function thumb(place: { rows: number; top: number; shown: number; of: number }, signs: Signs): readonly Safe[] {
  const { rows, shown, of } = place;
  if (of <= shown || rows <= 0) return [];
  const length = Math.max(1, Math.round((rows * shown) / of));
  const start = Math.round(within(place.top / (of - shown)) * (rows - length));
  return Array.from({ length: rows }, (_, row) => (row >= start && row < start + length ? signs.thumb : signs.track));
}

function within(share: number): number {
  return Number.isFinite(share) ? Math.max(0, Math.min(share, 1)) : 0;
}
