import { say, type Safe } from '../../text/index.ts';
import type { Instant, Timeline } from '../../news/index.ts';
import { gauge, spread, type Row } from '../../kit/index.ts';
import { emptyRow } from '../bars.ts';
import { shortDate } from '../dates.ts';
import { paragraphRows } from '../paragraph.ts';
import type { World } from '../world.ts';
import type { StoryScreen } from './state.ts';
import { storyWords } from './words.ts';

const day = 86_400_000;
/** Bars of the graph at most: of a long story, each stands for several days. */
const mostBars = 48;

/** Returns what stands above the entries: the name of the story, its size, and how busy each of its days was. */
export function headRows({ timeline }: StoryScreen, world: World): readonly Row[] {
  if (!timeline) return [];
  const columns = world.size.columns - 4;
  return [
    emptyRow,
    ...paragraphRows(timeline.story.name, columns, { role: 'title', strong: true, indent: 2 }),
    { pieces: [{ text: say`  ${sizeWords(timeline, world)}`, role: 'muted' }] },
    ...activityRows(timeline, world),
    emptyRow,
  ];
}

/** A story is as large as what is listed of it, copies too, whether or not it is grouped with it. */
function sizeWords({ story, moments }: Timeline, world: World): Safe {
  const publishers = moments.flatMap(({ headline, copies }) => [headline, ...copies]).map(({ publisher }) => publisher);
  const fresh = moments.filter((moment) => moment.fresh).length;
  const size = storyWords({ articles: publishers.length, publishers: new Set(publishers).size, fresh }, world);
  return story.followed ? say`${size} ${world.signs.dot} followed` : size;
}

function activityRows(timeline: Timeline, world: World): readonly Row[] {
  const dates = timeline.moments.map(({ headline }) => headline.published).filter((date) => date !== null);
  const activity = activityOf(dates, Math.min(mostBars, world.size.columns - 24));
  if (!activity) return [];
  const { bars, from, until } = activity;
  return [
    spread(
      [
        { text: say`  ${shortDate(from, world)} `, role: 'muted' },
        { text: gauge.spark(bars, bars.length, world.signs), role: 'spark' },
        { text: say` ${shortDate(until, world)}`, role: 'muted' },
      ],
      [],
      world.size.columns,
    ),
  ];
}

/** Returns how many articles each stretch of days had, from the first to the last; null when all are of one day. */
function activityOf(dates: readonly Instant[], most: number) {
  if (dates.length === 0) return null;
  const days = dates.map((date) => Math.floor(date / day));
  const [from, until] = [Math.min(...dates), Math.max(...dates)];
  const first = Math.min(...days);
  const count = Math.max(...days) - first + 1;
  if (count < 2 || most < 2) return null;
  const perBar = Math.ceil(count / most);
  const bars = Array.from({ length: Math.ceil(count / perBar) }, () => 0);
  for (const on of days) bars[Math.floor((on - first) / perBar)]! += 1;
  return { bars, from, until };
}
