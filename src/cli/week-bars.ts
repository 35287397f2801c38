import { join, say, type Safe } from '../text/index.ts';

/** From nothing to the most. Without Unicode the height is a digit: of nine parts, how many. */
const bars = [say`·`, say`▁`, say`▂`, say`▃`, say`▄`, say`▅`, say`▆`, say`▇`, say`█`];

/** Returns a small bar for each week, the highest for the week with the most; weeks without any are a dot. */
export function weekBars(weeks: readonly number[], unicode: boolean): Safe {
  const most = Math.max(1, ...weeks);
  const heights = weeks.map((count) => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * 8))));
  return join(
    heights.map((height) => (unicode ? bars[height]! : height === 0 ? say`.` : say`${height}`)),
    say``,
  );
}
